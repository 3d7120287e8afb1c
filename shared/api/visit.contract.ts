import * as z from '../kernel/zod';
import { LENGTH, VISIT } from '../visit';
import {
  code,
  cursor,
  day,
  done,
  finding,
  id,
  metric,
  moment,
  named,
  nonce,
  partyKind,
  serviceType,
  side,
  status,
  text,
  visitState,
  voidKind,
} from './shapes';

const form = { orgName: text(LENGTH.org), title: text(LENGTH.title), need: text(LENGTH.need) };
const lastForm = z.strictObject({ orgName: z.string(), title: z.string(), need: z.string(), name: z.string() });

const sides = z.strictObject({ specialist: z.boolean(), enterprise: z.boolean(), parties: z.int() });

/** What this person can do next about this visit; `by` is the last day for it. */
const next = z.strictObject({
  do: z.enum([
    'check-in',
    'show-code',
    'complete',
    'rate',
    'make-up',
    'confirm-make-up',
    'approve-make-up',
    'remind',
    'wait',
  ]),
  by: day.optional(),
});

const summary = z.strictObject({
  id: z.string(),
  enterprise: named,
  stationId: z.string(),
  stationName: z.string(),
  day,
  from: moment.optional(),
  topic: z.string(),
  state: visitState,
  sides,
  commissioners: z.array(named),
  /** The side this person stood on, if any. */
  mine: side.optional(),
  next: next.optional(),
});

const checkInView = z.strictObject({
  id: z.string(),
  side,
  name: z.string(),
  orgName: z.string(),
  title: z.string(),
  need: z.string(),
  partyKind: partyKind.optional(),
  method: z.enum(['poster', 'live', 'makeUp']),
  at: moment,
  receivedAt: moment,
  claimedAt: moment.optional(),
  mine: z.boolean(),
  voided: z.strictObject({ at: moment, kind: voidKind, reason: z.string() }).optional(),
  findings: z.array(finding),
});

const ratingView = z.strictObject({
  id: z.string(),
  commissionerId: z.string(),
  raterKind: z.enum(['enterprise', 'party']),
  raterName: z.string(),
  theme: z.string(),
  from: moment,
  to: moment,
  expertise: z.int(),
  satisfaction: z.int(),
  comment: z.string().optional(),
  at: moment,
  versions: z.int(),
  mine: z.boolean(),
  voided: z.boolean(),
});

const count = z.strictObject({
  metric,
  clause: z.string(),
  status,
  because: z.string(),
  facts: finding.shape.facts,
  /** This visit alone carries it, or others do as well. */
  visits: z.int(),
});

const event = z.strictObject({
  kind: z.string(),
  at: moment,
  /** Display name by the reader's rights, or 系统. */
  by: z.string(),
  ref: z.string().optional(),
  reason: z.string().optional(),
  /** The fact it reports has been voided since. */
  struck: z.boolean(),
});

const makeUpView = z.strictObject({
  id: z.string(),
  side: z.enum(['specialist', 'enterprise']),
  name: z.string(),
  orgName: z.string(),
  title: z.string(),
  need: z.string(),
  reason: z.string(),
  requestedAt: moment,
  confirmed: z.boolean(),
  decided: z.strictObject({ approved: z.boolean(), reason: z.string(), at: moment }).optional(),
});

export const visitContract = {
  'visit.resolve': {
    summary: '这是什么码、扫了之后该做什么',
    input: z.strictObject({ code }),
    output: z.strictObject({
      kind: z.enum(['enterprise', 'visit']),
      enterprise: named,
      /** Open visit this code leads to, where there is one. */
      visitId: z.string().optional(),
      state: visitState.optional(),
      commissioners: z.array(named),
      topic: z.string(),
      /** The side on which this person would be recorded, and which others can be chosen. Empty: this person has to wait. */
      side: side.optional(),
      sides: z.array(side),
      /** Why not, where `sides` is empty. */
      findings: z.array(finding),
      /** To be sent as `code` with the check-in: a live code that was fresh when it was read stays good for this person. */
      pass: z.string(),
      passExpiresAt: moment.optional(),
      prefill: lastForm,
      /** Already recorded: the first record stands. */
      checkInId: z.string().optional(),
    }),
  },
  'visit.checkIn': {
    summary: '扫码签到（双方、参与对接主体）',
    input: z.strictObject({
      nonce,
      code,
      ...form,
      name: text(LENGTH.name).optional(),
      claimedAt: moment.optional(),
      /** Only where resolve offered a choice. */
      side: side.optional(),
      partyKind: partyKind.optional(),
    }),
    output: z.strictObject({
      visitId: z.string(),
      side,
      state: visitState,
      checkInId: z.string(),
      replayed: z.boolean(),
      at: moment,
      findings: z.array(finding),
    }),
  },
  'visit.liveCode': {
    summary: '这次服务的实时码',
    input: z.strictObject({ visitId: id }),
    output: z.strictObject({
      token: z.string(),
      url: z.string(),
      expiresAt: moment,
      /** Length of a step in seconds, for the ring. */
      stepSeconds: z.int(),
      now: moment,
      state: visitState,
      sides,
      /** Who is in, in order: for the moment of joining. */
      present: z.array(z.strictObject({ side, name: z.string(), title: z.string() })),
    }),
  },
  'visit.plan': {
    summary: '安排一次服务',
    input: z.strictObject({
      nonce,
      enterpriseId: id,
      stationId: id.optional(),
      day,
      from: moment.optional(),
      to: moment.optional(),
      topic: text(LENGTH.topic),
      serviceTypes: z.array(serviceType).min(1, '请选服务类型').max(5),
      serviceNote: text(LENGTH.reason).optional(),
      commissionerIds: z.array(id).min(1, '请选产业特派员').max(10),
      overrideReason: text(LENGTH.reason).optional(),
    }),
    output: z.strictObject({ visitId: z.string(), replayed: z.boolean() }),
  },
  'visit.cancel': {
    summary: '取消安排',
    input: z.strictObject({ nonce, visitId: id, reason: text(LENGTH.reason) }),
    output: done,
  },
  'visit.complete': {
    summary: '完成服务',
    input: z.strictObject({ nonce, visitId: id, overnightReason: text(LENGTH.reason).optional() }),
    output: z.strictObject({ visitId: z.string(), state: visitState, ratingClosesOn: day, replayed: z.boolean() }),
  },
  'visit.void': {
    summary: '作废',
    input: z.strictObject({ nonce, visitId: id, kind: voidKind, reason: text(LENGTH.reason) }),
    output: done,
  },
  'visit.voidCheckIn': {
    summary: '作废一次签到',
    input: z.strictObject({ nonce, visitId: id, checkInId: id, kind: voidKind, reason: text(LENGTH.reason) }),
    output: z.strictObject({ state: visitState, replayed: z.boolean() }),
  },
  'visit.requestMakeUp': {
    summary: '申请补签',
    input: z.strictObject({
      nonce,
      visitId: id,
      side: z.enum(['specialist', 'enterprise']),
      personId: id.optional(),
      name: text(LENGTH.name),
      ...form,
      reason: text(LENGTH.reason),
    }),
    output: z.strictObject({ makeUpId: z.string(), replayed: z.boolean() }),
  },
  'visit.confirmMakeUp': {
    summary: '另一方确认补签',
    input: z.strictObject({ nonce, visitId: id, makeUpId: id }),
    output: done,
  },
  'visit.decideMakeUp': {
    summary: '区科协审批补签',
    input: z.strictObject({ nonce, visitId: id, makeUpId: id, approve: z.boolean(), reason: text(LENGTH.reason) }),
    output: z.strictObject({ state: visitState, replayed: z.boolean() }),
  },
  'visit.reopenRating': {
    summary: '重开评价',
    input: z.strictObject({ nonce, visitId: id, through: day, reason: text(LENGTH.reason) }),
    output: done,
  },
  'visit.remind': {
    summary: '提醒企业评价或签到',
    input: z.strictObject({ nonce, visitId: id }),
    output: z.strictObject({ told: z.int(), replayed: z.boolean() }),
  },
  'visit.get': {
    summary: '服务详情：经过、谁证明、计入什么、为什么没计入',
    input: z.strictObject({ visitId: id }),
    output: z.strictObject({
      visit: z.strictObject({
        ...summary.shape,
        origin: z.enum(['planned', 'walkIn']),
        to: moment.optional(),
        serviceTypes: z.array(serviceType),
        enterpriseDistrict: z.string(),
        checkIns: z.array(checkInView),
        ratings: z.array(ratingView),
        makeUps: z.array(makeUpView),
        completedAt: moment.optional(),
        autoCompleted: z.boolean(),
        ratingClosesOn: day.optional(),
        makeUpThrough: day.optional(),
        counts: z.array(count),
        timeline: z.array(event),
        /** Calls this person may make about it now. */
        may: z.array(
          z.enum([
            'cancel',
            'void',
            'voidCheckIn',
            'complete',
            'rate',
            'liveCode',
            'requestMakeUp',
            'confirmMakeUp',
            'decideMakeUp',
            'reopenRating',
            'remind',
            'voidRating',
          ]),
        ),
        /** Commissioners this person may rate, with the first content of the form. */
        rateable: z.array(
          z.strictObject({
            commissioner: named,
            rated: z.boolean(),
            theme: z.string(),
            from: moment,
            to: moment,
            expertise: z.int().optional(),
            satisfaction: z.int().optional(),
            comment: z.string().optional(),
          }),
        ),
        policyVersion: z.string(),
      }),
    }),
  },
  'visit.list': {
    summary: '服务列表：我的、某站点的、某企业的',
    input: z.strictObject({
      of: z.enum(['mine', 'station', 'enterprise', 'district']).default('mine'),
      stationId: id.optional(),
      enterpriseId: id.optional(),
      district: id.optional(),
      from: day.optional(),
      to: day.optional(),
      /** `todo`: something is left to do for this person. */
      only: z.enum(['all', 'today', 'todo']).default('all'),
      cursor: cursor.optional(),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: z.strictObject({ visits: z.array(summary), cursor: z.string().optional() }),
  },
} as const;

const score = z.int('请按 1–5 打分').min(VISIT.rating.min, '请按 1–5 打分').max(VISIT.rating.max, '请按 1–5 打分');

export const ratingContract = {
  'rating.submit': {
    summary: '评价产业特派员；再次提交即为修改',
    input: z.strictObject({
      nonce,
      visitId: id,
      commissionerId: id,
      theme: text(LENGTH.theme),
      from: moment,
      to: moment,
      expertise: score,
      satisfaction: score,
      comment: text(LENGTH.comment).optional(),
      dayReason: text(LENGTH.reason).optional(),
    }),
    output: z.strictObject({
      ratingId: z.string(),
      state: visitState,
      amended: z.boolean(),
      amendableThrough: day,
      replayed: z.boolean(),
      findings: z.array(finding),
    }),
  },
  'rating.void': {
    summary: '作废评价',
    input: z.strictObject({ nonce, visitId: id, ratingId: id, kind: voidKind, reason: text(LENGTH.reason) }),
    output: done,
  },
  'rating.average': {
    summary: '我收到的评价平均（不足三份不显示）',
    input: z.strictObject({}),
    output: z.strictObject({ ratings: z.int(), expertise: z.number().optional(), satisfaction: z.number().optional() }),
  },
} as const;
