import * as z from '../kernel/zod';
import { LENGTH } from '../visit';
import { day, done, id, metric, moment, named, nonce, stationClass, status, text, window, year } from './shapes';

const counts = z.strictObject({ counted: z.int(), pending: z.int(), excluded: z.int() });

const metricView = z.strictObject({
  metric,
  clause: z.string(),
  unit: z.string(),
  target: z.int().nullable(),
  ...counts.shape,
  window,
  status: z.enum(['met', 'unmet', 'undetermined']),
  /** What an even pace would have reached by today; a fact about time, null without a target. */
  evenPace: z.int().nullable(),
  calendarYear: counts,
});

const header = {
  stationId: z.string(),
  stationName: z.string(),
  district: z.string(),
  year,
  stationClass,
  policyVersion: z.string(),
  /** The year whose figures stand; `inherited` where the policy itself names none for this year. */
  policyYear: z.int().nullable(),
  inherited: z.boolean(),
  asOf: moment,
};

const progressView = z.strictObject({
  ...header,
  elapsed: z.strictObject({ days: z.int(), of: z.int() }),
  metrics: z.array(metricView),
});

const evidenceItem = z.strictObject({
  enterprise: named,
  commissioner: named.optional(),
  status,
  because: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  day: day.nullable(),
  visitIds: z.array(z.string()),
});

export const stationContract = {
  'station.list': {
    summary: '我能看的站点',
    input: z.strictObject({ year: year.optional() }),
    output: z.strictObject({
      stations: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          district: z.string(),
          stationClass: stationClass.optional(),
          /** Targets of that year's agreement, where they raise the class minimum. */
          agreement: z.partialRecord(metric, z.int()).optional(),
          years: z.array(year),
        }),
      ),
    }),
  },
  'station.progress': {
    summary: '站点年度进度',
    input: z.strictObject({ stationId: id, year }),
    output: progressView,
  },
  'station.evidence': {
    summary: '一个数字背后的证据',
    input: z.strictObject({
      stationId: id,
      year,
      metric,
      view: z.enum(['acceptance', 'calendarYear']).default('acceptance'),
      status: status.optional(),
      offset: z.int().min(0).max(100_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      ...header,
      metric,
      clause: z.string(),
      target: z.int().nullable(),
      ...counts.shape,
      window,
      items: z.array(evidenceItem),
      total: z.int(),
    }),
  },
  'station.pace': {
    summary: '一项指标的节奏：事实的阶梯线与推算',
    input: z.strictObject({ stationId: id, year, metric }),
    output: z.strictObject({
      ...header,
      metric,
      target: z.int().nullable(),
      window,
      steps: z.array(z.strictObject({ day, total: z.int() })),
      /** 推算, never summed with facts. Null outside the window. */
      projection: z.strictObject({ at: day, total: z.int(), perWeek: z.number(), weeks: z.int() }).nullable(),
    }),
  },
  'station.board': {
    summary: '全市站点进度',
    input: z.strictObject({ year }),
    output: z.strictObject({ year, asOf: moment, stations: z.array(progressView), districtsWithout: z.array(named) }),
  },
  'station.todo': {
    summary: '站点要处理的事和到期的事',
    input: z.strictObject({ stationId: id, year }),
    output: z.strictObject({
      makeUps: z.array(
        z.strictObject({
          visitId: z.string(),
          makeUpId: z.string(),
          enterprise: named,
          day,
          through: day,
          confirmed: z.boolean(),
        }),
      ),
      closing: z.array(z.strictObject({ visitId: z.string(), enterprise: named, closesOn: day })),
      due: z.array(z.strictObject({ what: z.enum(['completion', 'summary']), clause: z.string(), day, days: z.int() })),
    }),
  },
  'station.configure': {
    summary: '设定站点年度的类别和协议目标',
    input: z.strictObject({
      nonce,
      stationId: id,
      year,
      stationClass,
      agreement: z.partialRecord(metric, z.int().min(0).max(100_000)).optional(),
    }),
    output: done,
  },
  'station.designate': {
    summary: '指定重点服务企业',
    input: z.strictObject({ nonce, stationId: id, year, enterpriseId: id, reason: text(LENGTH.reason) }),
    output: done,
  },
  'station.withdrawDesignation': {
    summary: '撤回重点服务指定',
    input: z.strictObject({ nonce, stationId: id, year, enterpriseId: id, reason: text(LENGTH.reason) }),
    output: done,
  },
  'station.designations': {
    summary: '年度重点服务企业名单',
    input: z.strictObject({ stationId: id, year }),
    output: z.strictObject({
      designations: z.array(
        z.strictObject({
          enterprise: named,
          from: day,
          reason: z.string(),
          withdrawn: z.boolean(),
          served: status.optional(),
        }),
      ),
    }),
  },
} as const;

const residency = z.strictObject({
  id: z.string(),
  person: named,
  from: day,
  to: day.optional(),
  approved: z.boolean(),
});

export const commissionerContract = {
  'commissioner.list': {
    summary: '产业特派员名录',
    input: z.strictObject({
      query: z.string().trim().max(40).optional(),
      stationId: id.optional(),
      limit: z.int().min(1).max(100).default(50),
    }),
    output: z.strictObject({
      commissioners: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          orgName: z.string(),
          title: z.string(),
          fields: z.array(z.string()),
          active: z.boolean(),
          residentOf: z.array(named),
        }),
      ),
    }),
  },
  'commissioner.roster': {
    summary: '驻站名单',
    input: z.strictObject({ stationId: id }),
    output: z.strictObject({ residencies: z.array(residency) }),
  },
  'commissioner.proposeResidency': {
    summary: '提名驻站',
    input: z.strictObject({ nonce, stationId: id, personId: id, from: day, to: day.optional() }),
    output: z.strictObject({ residencyId: z.string(), replayed: z.boolean() }),
  },
  'commissioner.approveResidency': {
    summary: '同意驻站',
    input: z.strictObject({ nonce, personId: id, residencyId: id }),
    output: done,
  },
  'commissioner.endResidency': {
    summary: '结束驻站',
    input: z.strictObject({ nonce, personId: id, residencyId: id, to: day }),
    output: done,
  },
  'commissioner.suspend': {
    summary: '暂停产业特派员',
    input: z.strictObject({ nonce, personId: id, from: day, to: day.optional(), reason: text(LENGTH.reason) }),
    output: done,
  },
} as const;
