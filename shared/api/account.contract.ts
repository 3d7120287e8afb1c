import * as z from '../kernel/zod';
import { LENGTH } from '../visit';
import { day, done, id, moment, named, nonce, role, text } from './shapes';

const grant = z.strictObject({
  id: z.string(),
  role,
  /** 延庆区工作站点, an enterprise's name, 全市 … */
  scopeName: z.string(),
  enterpriseId: z.string().optional(),
  stationId: z.string().optional(),
  district: z.string().optional(),
  org: z.string().optional(),
  from: day,
  to: day.optional(),
});

const scope = z.strictObject({
  enterpriseId: id.optional(),
  stationId: id.optional(),
  district: id.optional(),
  org: text(LENGTH.org).optional(),
});

export const accountContract = {
  'account.me': {
    summary: '我是谁、有哪些角色',
    input: z.strictObject({}),
    output: z.strictObject({
      person: z.strictObject({ id: z.string(), name: z.string(), orgName: z.string(), title: z.string() }),
      grants: z.array(grant),
      /** Stations on whose 驻站 roster the person is today. */
      residentOf: z.array(named),
      today: day,
      now: moment,
      demo: z.boolean(),
      unreadNotices: z.int(),
    }),
  },
  'account.people': {
    summary: '演示人员（仅演示数据）',
    input: z.strictObject({}),
    output: z.strictObject({
      people: z.array(z.strictObject({ id: z.string(), name: z.string(), roles: z.array(role), what: z.string() })),
    }),
  },
  'account.actAs': {
    summary: '以演示人员身份进入（仅演示数据）',
    input: z.strictObject({ personId: id }),
    output: z.strictObject({ token: z.string() }),
  },
  'account.guest': {
    summary: '扫码即用的来宾身份（仅演示数据）',
    input: z.strictObject({}),
    output: z.strictObject({ token: z.string() }),
  },
  'account.signIn': {
    summary: '用微信登录凭证换取会话（自建服务器）',
    input: z.strictObject({ wxCode: z.string().min(1).max(200) }),
    output: z.strictObject({ token: z.string() }),
  },
  'account.signOut': {
    summary: '退出所有设备',
    input: z.strictObject({}),
    output: z.strictObject({}),
  },
  'account.invite': {
    summary: '发出角色邀请',
    input: z.strictObject({ nonce, role, scope, name: text(LENGTH.name).optional(), to: day.optional() }),
    output: z.strictObject({ invitation: z.string(), url: z.string(), expiresAt: moment }),
  },
  'account.redeem': {
    summary: '接受邀请；尚无身份时由此建立',
    input: z.strictObject({ invitation: z.string().min(1).max(100), name: text(LENGTH.name).optional() }),
    output: z.strictObject({ token: z.string().optional(), grant }),
  },
  'account.members': {
    summary: '某一范围内有角色的人',
    input: z.strictObject({ role, scope }),
    output: z.strictObject({ members: z.array(z.strictObject({ id: z.string(), name: z.string(), grant })) }),
  },
  'account.revoke': {
    summary: '收回角色',
    input: z.strictObject({ nonce, personId: id, grantId: id }),
    output: done,
  },
  'account.notices': {
    summary: '我的提醒',
    input: z.strictObject({}),
    output: z.strictObject({
      notices: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum([
            'attendee-joined',
            'rate-please',
            'make-up-asked',
            'make-up-confirm',
            'make-up-decided',
            'visit-planned',
            'visit-cancelled',
          ]),
          visitId: z.string().optional(),
          subject: z.string(),
          at: moment,
          read: z.boolean(),
        }),
      ),
    }),
  },
  'account.readNotices': {
    summary: '提醒已读',
    input: z.strictObject({ ids: z.array(id).max(100) }),
    output: z.strictObject({}),
  },
} as const;
