import { brokenAt } from '../../cloudfunctions/_core/chain';
import type { CollectionName } from '../../cloudfunctions/_core/collections';
import type {
  DesignationDoc,
  EnterpriseDoc,
  NoticeDoc,
  PersonDoc,
  ProgressDoc,
  SettingsDoc,
  StandingDoc,
  StationDoc,
  VisitDoc,
} from '../../cloudfunctions/_core/documents';
import { factsFromRecords, findAll } from '../../cloudfunctions/_core/recount';
import { stationYearSetup } from '../../cloudfunctions/_core/standing';
import type { Doc, Store } from '../../cloudfunctions/_core/store';
import { seedDemo } from '../../server/demo/seed';
import { recordsOf, worldOf } from '../../server/demo/world';
import { openSqlite } from '../../server/store/sqlite';
import { DISTRICT_CODES } from '../../shared/enterprise';
import { addDays, dayOf, type Instant, yearOf } from '../../shared/kernel/calendar';
import { checkUscc } from '../../shared/kernel/uscc';
import { contextOf, districtOfStation, itemsOf, type Reason, stationIdOf, tally, VIEWS } from '../../shared/station';
import { effective, stateAt, VISIT_STATES } from '../../shared/visit';

const SEEDING = 120_000;

/** A year is made once for all tests that look at it. */
const made = new Map<Instant, ReturnType<typeof seed>>();
const seeded = (now: Instant): ReturnType<typeof seed> => {
  const one = made.get(now) ?? seed(now);
  made.set(now, one);
  return one;
};
afterAll(async () => {
  for (const one of made.values()) await (await one).store.close();
});

async function seed(now: Instant) {
  const store = await openSqlite(':memory:');
  const told: (readonly [number, number])[] = [];
  await seedDemo(store, now, (done, total) => told.push([done, total]));
  const all = <D extends Doc>(collection: CollectionName): Promise<readonly D[]> => findAll<D>(store, { collection });
  return {
    now,
    store,
    told,
    people: await all<PersonDoc>('persons'),
    enterprises: await all<EnterpriseDoc>('enterprises'),
    stations: await all<StationDoc>('stations'),
    visits: await all<VisitDoc>('visits'),
    designations: await all<DesignationDoc>('designations'),
    progress: await all<ProgressDoc>('progress'),
    standings: await all<StandingDoc>('standings'),
    notices: await all<NoticeDoc>('notices'),
    settings: await all<SettingsDoc>('settings'),
  };
}
type Seeded = Awaited<ReturnType<typeof seeded>>;

const setupOf = (demo: Seeded, stationId: string) => {
  const station = demo.stations.find((one) => one.id === stationId) as StationDoc;
  return stationYearSetup(station, yearOf(dayOf(demo.now))) as NonNullable<ReturnType<typeof stationYearSetup>>;
};

const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);

describe.each([
  ['年末，年度统计窗口已关闭', '2026-11-21T17:48:00+08:00', [2500, 3500]],
  ['九月，正是赶进度的时候', '2026-09-16T14:30:00+08:00', [1700, 3000]],
  ['年初第二个工作日', '2026-01-05T09:10:00+08:00', [20, 200]],
  ['次年三月，办法没有当年标准', '2027-03-01T00:20:00+08:00', [200, 900]],
])('演示年：%s（%s）', (_, moment, [fewest, most]) => {
  const now = Date.parse(moment as string);
  const today = dayOf(now);
  let demo: Seeded;
  beforeAll(async () => {
    demo = await seeded(now);
  }, SEEDING);

  test('17 个站点，三类 6、5、6 个，一区一个', () => {
    expect(demo.stations.map((one) => one.id).sort()).toEqual(DISTRICT_CODES.map(stationIdOf).sort());
    const classes = demo.stations.map((one) => setupOf(demo, one.id).stationClass);
    expect(['A', 'B', 'C'].map((which) => classes.filter((one) => one === which).length)).toEqual([6, 5, 6]);
  });

  test('62 名特派员，约一半驻站，计驻站人次的站点各 2–4 名', () => {
    const commissioners = demo.people.filter((one) => one.roleKeys.includes('commissioner'));
    expect(commissioners).toHaveLength(62);
    const onRoster = commissioners.filter((one) => one.residencies.length > 0);
    expect(onRoster.length).toBeGreaterThan(22);
    expect(onRoster.length).toBeLessThan(40);
    for (const station of demo.stations.filter((one) => setupOf(demo, one.id).stationClass !== 'A')) {
      const roster = onRoster.filter((one) => one.residencies.some((stay) => stay.stationId === station.id));
      expect(roster.length).toBeGreaterThanOrEqual(1);
      expect(roster.length).toBeLessThanOrEqual(4);
    }
  });

  test('900 家企业：名称、代码、短码唯一，代码有效，编号由短码得出', () => {
    expect(demo.enterprises).toHaveLength(900);
    for (const field of ['name', 'uscc', 'shortCode'] as const) unique(demo.enterprises.map((one) => one[field]));
    for (const { uscc, id, shortCode, districts } of demo.enterprises) {
      expect(checkUscc(uscc)).toBe('ok');
      expect(organisationCheckHolds(uscc)).toBe(false);
      expect(id).toBe(`E${shortCode}`);
      expect(shortCode).toMatch(/^[A-Z0-9]{8}$/);
      expect(uscc.slice(2, 8)).toBe(districts[0]?.code === 'BDA' ? '110302' : districts[0]?.code);
    }
    expect(new Set(demo.enterprises.map((one) => one.district)).size).toBe(17);
  });

  test('每家企业都有联系人，联系人有这家企业的角色', () => {
    const people = new Map(demo.people.map((one) => [one.id, one]));
    for (const { id, contacts } of demo.enterprises)
      expect(contacts.map((contact) => people.get(contact)?.roleKeys)).toEqual([[`enterpriseContact:${id}`]]);
  });

  test('服务活动的数量合适，每一状态都有', () => {
    expect(demo.visits.length).toBeGreaterThanOrEqual(fewest as number);
    expect(demo.visits.length).toBeLessThanOrEqual(most as number);
    expect(new Set(demo.visits.map((one) => stateAt(one, now)))).toEqual(new Set(VISIT_STATES));
  });

  test('每份记录的经过首尾相接，时间不倒流，不晚于现在', () => {
    for (const { history } of demo.visits) {
      expect(history.length).toBeGreaterThan(0);
      expect(brokenAt(history)).toBeUndefined();
      const times = history.map((event) => event.at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(now);
    }
    for (const { log } of [...demo.people, ...demo.enterprises, ...demo.stations, ...demo.designations]) {
      expect(brokenAt(log)).toBeUndefined();
      expect(Math.max(0, ...log.map((entry) => entry.at))).toBeLessThanOrEqual(now);
    }
  });

  test('签到、评价的编号和索引字段与记录一致', () => {
    const people = new Set(demo.people.map((one) => one.id));
    for (const visit of demo.visits) {
      unique([...visit.checkIns, ...visit.ratings].map((one) => one.id));
      for (const { personId } of effective(visit, 'specialist')) expect(visit.commissionerIds).toContain(personId);
      for (const id of visit.people) expect(people.has(id)).toBe(true);
      expect(visit.dueAt).toBeGreaterThan(now);
      expect(visit.writtenTo).toBe(now);
    }
  });

  test('没有人同时在两家企业', () => {
    const seen = new Map<string, string>();
    for (const visit of demo.visits)
      for (const { personId, at } of effective(visit, 'specialist')) {
        const half = `${personId} ${dayOf(at)} ${at % 86_400_000 < 4.25 * 3_600_000 ? '上午' : '下午'}`;
        expect([visit.enterpriseId, undefined]).toContain(seen.get(half) ?? visit.enterpriseId);
        seen.set(half, visit.enterpriseId);
      }
  });

  test('进度等于从记录重算', async () => {
    expect(demo.progress).toHaveLength(17);
    for (const { stationId, id, counts, validUntil } of demo.progress) {
      const facts = await factsFromRecords(demo.store, stationId, id);
      expect(counts).toEqual(tally(facts, setupOf(demo, stationId), now));
      expect(validUntil).toBeGreaterThan(now);
    }
  });

  test('今天有安排，往后几天也有', () => {
    const days = demo.visits.map((one) => one.day);
    expect(days).toContain(today);
    expect(days.some((day) => today < day && day <= addDays(today, 12))).toBe(true);
    expect(demo.visits.every((one) => one.day <= addDays(today, 21))).toBe(true);
  });

  test('登录页列出的人都在，一人一句话', () => {
    const listed = demo.settings[0]?.demoPeople ?? [];
    expect(listed.length).toBeGreaterThanOrEqual(12);
    const people = new Map(demo.people.map((one) => [one.id, one]));
    for (const { id, what } of listed) {
      expect(people.get(id)?.grants.length).toBeGreaterThan(0);
      expect(what.length).toBeGreaterThan(8);
    }
    unique(listed.map((one) => one.id));
  });

  test('周明远今天两场待签到，一场可补签，一场等评价', () => {
    const zhou = demo.people.find((one) => one.name === '周明远') as PersonDoc;
    const own = demo.visits.filter((one) => one.people.includes(zhou.id));
    const states = own.map((one) => ({ state: stateAt(one, now), day: one.day }));
    expect(states.filter((one) => one.state === 'planned' && one.day === today)).toHaveLength(2);
    expect(states.filter((one) => one.state === 'awaiting_other_side').length).toBeGreaterThanOrEqual(1);
    expect(states.filter((one) => one.state === 'completed').length).toBeGreaterThanOrEqual(1);
    expect(demo.notices.some((one) => one.personId === zhou.id && !one.read)).toBe(true);
  });

  test('陈静有一份补签可以同意', () => {
    const waiting = demo.visits.filter((one) => one.awaits.includes('makeUp:ST110119'));
    expect(waiting.some((one) => one.makeUps.some((ask) => ask.confirmed && !ask.decided))).toBe(true);
  });

  test('进度回报到头', () => {
    const last = demo.told[demo.told.length - 1] as readonly [number, number];
    expect(last[0]).toBe(last[1]);
  });
});

describe('演示年的内容', () => {
  const now = Date.parse('2026-11-21T17:48:00+08:00');
  let demo: Seeded;
  beforeAll(async () => {
    demo = await seeded(now);
  }, SEEDING);

  test('同一时刻再造一次，份份相同', () => {
    const again = recordsOf(worldOf(now));
    const plain = (docs: readonly object[]) => new Map(docs.map((doc) => [(doc as Doc).id, { ...doc, rev: 1 }]));
    expect(plain(demo.visits)).toEqual(plain(again.visits));
    expect(demo.people.map((one) => one.id).sort()).toEqual(again.people.map((one) => one.id).sort());
  });

  test('已经发生的不因现在往后推而改变', async () => {
    const earlier = (await seeded(Date.parse('2026-09-16T14:30:00+08:00'))).visits;
    const later = new Map(demo.visits.map((one) => [one.id, one]));
    const settled = earlier.filter((one) => one.day < '2026-08-20' && later.has(one.id));
    expect(settled.length).toBeGreaterThan(1500);
    for (const one of settled) expect(later.get(one.id)?.checkIns.slice(0, one.checkIns.length)).toEqual(one.checkIns);
  });

  test('统计里的每一种原因都有例子', () => {
    const every: Record<Reason, true> = {
      'two-sided': true,
      rated: true,
      'valid-certificate': true,
      served: true,
      'awaiting-other-side': true,
      'in-service': true,
      'unrated-open': true,
      'certificate-unverified': true,
      'one-sided': true,
      'commissioner-inactive': true,
      'not-resident': true,
      'out-of-district': true,
      'out-of-window': true,
      voided: true,
      unrated: true,
      'not-designated': true,
      'designated-late': true,
      'not-served': true,
      'certificate-lapsed': true,
      'certificate-not-yet': true,
      'level-not-counting': true,
    };
    const found = demo.standings.flatMap(({ facts, scope }) =>
      VIEWS.flatMap((view) => itemsOf(facts, contextOf(setupOf(demo, scope), view, now)).map((item) => item.because)),
    );
    expect(new Set(found)).toEqual(new Set(Object.keys(every)));
  });

  test('三个站点明显落后，海淀远超目标', () => {
    const contacted = (district: string) =>
      demo.progress.find((one) => one.stationId === stationIdOf(district))?.counts.acceptance.contacted.counted ?? 0;
    for (const [district, target] of [
      ['110109', 30],
      ['110106', 80],
      ['110111', 50],
    ] as const)
      expect(contacted(district) / target).toBeLessThan(0.7);
    expect(contacted('110108')).toBeGreaterThan(80 * 1.1);
    const near = demo.progress.filter((one) => {
      const target = { A: 80, B: 50, C: 30 }[setupOf(demo, one.stationId).stationClass];
      const share = contacted(districtOfStation(one.stationId)) / target;
      return share >= 0.85 && share <= 1.1;
    });
    expect(near.length).toBeGreaterThanOrEqual(12);
  });

  test('例外情形都有：改评、作废评价、作废签到、补签、跨夜、离线、迁移、合并、跨区、停任', () => {
    const some = (holds: (visit: VisitDoc) => boolean) => expect(demo.visits.filter(holds).length).toBeGreaterThan(0);
    const findings = (visit: VisitDoc) => visit.checkIns.flatMap((one) => one.findings.map(({ because }) => because));
    some((visit) => visit.ratings.some((one) => one.versions.length > 1));
    some((visit) => visit.ratings.some((one) => one.voided));
    some((visit) => visit.ratings.some((one) => one.raterKind === 'party'));
    some((visit) => visit.checkIns.some((one) => one.voided));
    some((visit) => visit.checkIns.some((one) => one.method === 'makeUp'));
    some((visit) => visit.makeUps.some((one) => one.decided?.approved === false));
    some((visit) => visit.completion?.overnightReason !== undefined);
    some((visit) => visit.ratingReopenedThrough !== undefined);
    some((visit) => visit.plan?.overrideReason !== undefined);
    some((visit) => effective(visit, 'specialist').length === 3);
    for (const because of ['overnight', 'arrived-late', 'clock-ahead', 'commissioner-inactive', 'org-differs'])
      some((visit) => findings(visit).includes(because));
    expect(demo.enterprises.filter((one) => one.districts.length === 2)).toHaveLength(12);
    expect(demo.enterprises.filter((one) => one.mergedInto)).toHaveLength(2);
    expect(demo.designations.some((one) => one.withdrawn)).toBe(true);
    expect(demo.designations.some((one) => one.from > '2026-10-31')).toBe(true);
    for (const kind of ['误录', '重复', '虚假']) some((visit) => visit.voided?.kind === kind);
  });

  test('装过的库不再装第二次', async () => {
    await expect(seedDemo(demo.store as Store, now, () => undefined)).rejects.toThrow('已经有别的数据');
  });
});

/** GB 11714 over characters 9–16, checked by the 17th: invented codes must fail it, so that none belongs to a real body. */
function organisationCheckHolds(uscc: string): boolean {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(uscc.charAt(8 + i), 36), 0);
  return uscc.charAt(16) === '0123456789X'.charAt((11 - (sum % 11)) % 11);
}
