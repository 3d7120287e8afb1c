import { personIdFrom } from '../../cloudfunctions/_core/ids';

/** The people one can be in the demonstration, and what each of them sees. All invented. */
export const CAST = {
  commissioner: { name: '周明远', what: '产业特派员，驻延庆：今天两场待签到，一场企业未签到，一场企业未评价' },
  commissionerA: { name: '许静川', what: '产业特派员，常去海淀：今天一场正在等企业签到，一场待签到' },
  contact: { name: '林知夏', what: '青穗传感技术的联系人：今天 10:00 有特派员到访' },
  contactRating: { name: '方若溪', what: '砚石新能源材料的联系人：一场服务进行中，一场待评价' },
  party: { name: '程予安', what: '京畿传感技术学会：作为参与对接主体签到过，可以评价' },
  lead: { name: '韩朗之', what: '延庆区工作站点负责人：进度、证据和重点服务企业' },
  stationContact: { name: '白晚晴', what: '延庆区工作站点联系人：安排服务、指定企业、代办补签' },
  leadA: { name: '孟书衡', what: '海淀区工作站点负责人：进度远超目标的 A 类站点' },
  stationContactA: { name: '叶舒宁', what: '海淀区工作站点联系人：安排服务、企业签到码' },
  officer: { name: '陈静', what: '延庆区科协：一份补签等她同意，看得到本区每个数字的证据' },
  officerA: { name: '曹思远', what: '海淀区科协：本区进度和企业资质核验' },
  center: { name: '高岩', what: '市科协创新服务中心：17 个站点，3 个需要关注' },
  city: { name: '秦亦桐', what: '市科协：全市进度，只看不改' },
  auditor: { name: '顾清和', what: '审计人员：只看延庆区工作站点' },
  several: { name: '沈亦农', what: '身兼两职：产业特派员，也是怀柔区工作站点联系人' },
  commissionerB: { name: '罗致和', what: '产业特派员，驻延庆：一场服务进行中，一份补签等他作证' },
} as const;

export type CastRole = keyof typeof CAST;
export const castId = (role: CastRole): string => personIdFrom('demo', CAST[role].name);

export const demoPeople: readonly { readonly id: string; readonly what: string }[] = Object.values(CAST).map(
  ({ name, what }) => ({ id: personIdFrom('demo', name), what }),
);
