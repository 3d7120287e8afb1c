import { startOf } from '../../shared/kernel/calendar';
import { cancels, completes, rates, voids } from './acts';
import { clock, minutes, nextWorkingDay, workingDayBefore } from './calendar';
import type { Story } from './enact';
import type { Site } from './enterprises';
import { asksMakeUp, confirmsMakeUp } from './make-up-acts';
import type { DemoPerson } from './people';
import { at, comes, joins, type Plan, planned, receives, type Step, walkIn } from './script';
import type { World } from './world';

type Told = Omit<Plan, 'key' | 'plannedAt' | 'by' | 'serviceTypes' | 'stationId'>;

/** What the people of the demonstration find around today, whichever day that is: each of them has something to do. */
export function scenes({ now, today, people, play, siteOf, siteNo }: World): readonly Story[] {
  const zhou = play('commissioner');
  const xu = play('commissionerA');
  const luo = play('commissionerB');
  const shen = play('several');
  const party = play('party');
  const back = (count: number) => workingDayBefore(today, count);
  // The small hours have no 40 minutes ago: then everything has just happened.
  const ago = (count: number) => Math.min(now, Math.max(now - minutes(count), startOf(today) + (90 - count) * 1000));
  const here = { active: true };
  const office = (site: Site) =>
    people.offices.get(site.profile.district) as NonNullable<ReturnType<typeof people.offices.get>>;

  const tell = (told: Told, acts: readonly Step[] = []): Story =>
    planned(
      {
        ...told,
        key: `scene:${told.site.enterprise.id}:${told.day}:${told.topic}`,
        stationId: `ST${told.site.profile.district}`,
        plannedAt: clock(told.day < today ? workingDayBefore(told.day, 3) : back(1), 15, 12),
        by: office(told.site).contact.id,
        serviceTypes: ['技术诊断'],
      },
      acts,
    );
  const told = (site: Site, day: string, who: DemoPerson, topic: string, need: string, hour = 10): Told => ({
    site,
    day,
    topic,
    need,
    from: clock(day, hour, 0),
    to: clock(day, hour + 2, 0),
    commissioners: [who],
  });
  const both = (plan: Told, who: DemoPerson): readonly Step[] => [
    at(clock(plan.day, 10, 2, 17), comes(who, plan, here)),
    at(clock(plan.day, 10, 5, 41), receives(plan.site.contact, plan)),
  ];
  const content = (plan: Told) => ({ theme: plan.topic, from: clock(plan.day, 10, 5), to: clock(plan.day, 11, 40) });
  const alone = (plan: Told, who: DemoPerson): readonly Step[] => [
    at(clock(plan.day, 9, 58, 12), comes(who, plan, here)),
  ];
  const missing = ({ contact }: Site, need: string) =>
    ({
      side: 'enterprise',
      personId: contact.id,
      name: contact.name,
      orgName: contact.orgName,
      title: contact.title,
      need,
    }) as const;

  const sealing = told(
    siteOf('青穗'),
    today,
    zhou,
    '封接工艺诊断',
    '高温压力传感器封装漏率偏高，改进玻璃与金属的封接工艺。',
  );
  const snow = told(
    siteOf('澄湖'),
    today,
    zhou,
    '造雪机能耗测试方案',
    '造雪机单位雪量能耗偏高，需要设计一套现场测试方案。',
    14,
  );
  const water = told(siteOf('远岫'), back(1), zhou, '低温水质监测', '冬季水质监测仪管路结冰，需要低温取样方案。');
  const garden = told(siteOf('知更'), back(8), zhou, '设施草莓补光', '草莓棚冬季补光电费高，想优化光谱和时段。');
  const slurry = told(siteOf('砚石'), back(4), luo, '浆料分散稳定性', '电极浆料放置后沉降，需要调整分散剂。');
  const coating = told(siteOf('砚石'), today, luo, '涂布厚度一致性', '涂布横向厚度偏差大，需要检查模头和烘道。', 9);
  const spindle = told(
    siteOf('白桦'),
    today,
    shen,
    '主轴热伸长补偿',
    '加工中心连续运行后尺寸漂移，需要主轴热伸长补偿模型。',
    11,
  );
  const blade = told(siteOf('北坡'), back(2), shen, '叶片结冰预警', '山口风机叶片结冰停机多，想做预警模型。');
  const grain = told(siteOf('百里山'), back(2), luo, '杂粮货架期', '即食杂粮货架期只有四个月，需要改进杀菌和包装。');
  const river = told(siteOf('妫水'), back(3), zhou, '污泥减量', '污泥外运费用高，想评估热水解改造。');
  const test = told(siteOf('四海'), back(9), shen, '检测方法验证', '新增的微塑料检测项目需要做方法验证。');
  const casting = told(siteOf('双桥'), back(32), luo, '铸件缩松', '薄壁铸件热节处缩松，想优化浇注系统。');
  const storage = told(siteOf('石峡'), back(6), shen, '储能柜热管理', '储能柜上层电芯温差大，需要改风道。');
  const cable = told(siteOf('九里梁'), back(10), xu, '电缆接头温升', '中间接头温升偏高，需要复核压接工艺。');
  const survey = told(
    siteOf('长城根'),
    nextWorkingDay(today),
    zhou,
    '实景三维精度',
    '山区实景三维高程误差偏大，需要改进布控。',
  );
  const drip = told(
    siteOf('云溪'),
    nextWorkingDay(nextWorkingDay(today)),
    luo,
    '滴灌堵塞',
    '滴灌带一季堵塞三成，需要水质和过滤方案。',
  );
  const [first, second, third, fourth] = [21, 22, 23, 24].map((no) => siteNo('110108', no)) as [Site, Site, Site, Site];
  const topicOf = (site: Site) => site.industry.topics[0] as readonly [string, string];
  const capital = (site: Site, day: string, hour: number) => told(site, day, xu, ...topicOf(site), hour);
  const walking = capital(first, today, 16);
  const cancelled = capital(fourth, today, 9);

  return [
    tell(sealing),
    tell(snow),
    tell(survey),
    tell(drip),
    tell(water, alone(water, zhou)),
    tell(garden, both(garden, zhou)),
    tell(slurry, [...both(slurry, luo), at(clock(slurry.day, 11, 40), completes(luo.id, false))]),
    tell(coating, [at(ago(38), comes(luo, coating, here)), at(ago(36), receives(coating.site.contact, coating))]),
    tell(spindle, [at(ago(12), receives(spindle.site.contact, spindle))]),
    tell(blade, [
      ...alone(blade, shen),
      at(
        clock(back(1), 9, 20),
        asksMakeUp(missing(blade.site, blade.need), blade.site.contact.id, '风场没有信号，走时忘了扫码'),
      ),
      at(clock(back(1), 11, 5), confirmsMakeUp(shen.id)),
    ]),
    tell(grain, [
      ...alone(grain, luo),
      at(
        clock(back(1), 10, 30),
        asksMakeUp(missing(grain.site, grain.need), grain.site.contact.id, '接待人临时去处理设备故障，没来得及签到'),
      ),
    ]),
    tell(river, [
      ...both(river, zhou),
      at(clock(river.day, 10, 12), joins(party, river, '学协会')),
      at(clock(river.day, 11, 46), completes(zhou.id, false)),
      at(
        clock(river.day, 20, 13),
        rates(river.site.contact.id, true, zhou.id, { ...content(river), expertise: 5, satisfaction: 4 }),
      ),
    ]),
    tell(test, [
      ...both(test, shen),
      at(clock(test.day, 11, 50), completes(shen.id, false)),
      at(
        clock(test.day, 16, 30),
        rates(test.site.contact.id, true, shen.id, { ...content(test), expertise: 4, satisfaction: 5 }),
      ),
    ]),
    tell(casting, both(casting, luo)),
    tell(storage),
    tell(cable, [...both(cable, xu), at(clock(cable.day, 11, 45), completes(xu.id, false))]),
    tell({ ...cable, topic: '电缆接头压接' }, [
      at(clock(cable.day, 14, 3), comes(xu, cable, here)),
      at(clock(cable.day, 14, 6), receives(cable.site.contact, cable)),
      at(clock(back(9), 9, 15), voids(office(cable.site).officer.id, '重复', '同日重复记录')),
    ]),
    walkIn({ ...walking, key: `scene:walk-in:${today}`, stationId: 'ST110108', commissioner: xu }, [
      at(ago(9), comes(xu, walking, here)),
    ]),
    tell(capital(second, today, 15)),
    tell(capital(third, nextWorkingDay(today), 10)),
    tell(cancelled, [
      at(clock(back(1), 17, 20), cancels(office(cancelled.site).contact.id, '企业当天停产检修，另约时间')),
    ]),
  ];
}
