import * as z from '../kernel/zod';
import { LENGTH } from '../visit';
import { cursor, day, done, id, named, nonce, text } from './shapes';

const row = z.strictObject({
  id: z.string(),
  name: z.string(),
  district: z.string(),
  shortCode: z.string(),
  industry: z.string(),
  zjtx: z.boolean(),
});

export const enterpriseContract = {
  'enterprise.list': {
    summary: '企业名录',
    input: z.strictObject({
      district: id.optional(),
      query: z.string().trim().max(60).optional(),
      cursor: cursor.optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ enterprises: z.array(row), cursor: z.string().optional() }),
  },
  'enterprise.get': {
    summary: '企业资料',
    input: z.strictObject({ enterpriseId: id }),
    output: z.strictObject({
      enterprise: z.strictObject({
        ...row.shape,
        uscc: z.string(),
        address: z.string(),
        districtName: z.string(),
        contacts: z.array(named),
        qualifications: z.array(
          z.strictObject({
            id: z.string(),
            level: z.string(),
            validFrom: day,
            validThrough: day,
            verified: z.boolean(),
          }),
        ),
      }),
    }),
  },
  'enterprise.poster': {
    summary: '企业签到码：链接与可打印的 SVG',
    input: z.strictObject({ enterpriseId: id }),
    output: z.strictObject({ token: z.string(), url: z.string(), svg: z.string() }),
  },
  'enterprise.posterPdf': {
    summary: '企业签到码 PDF：一家，或一个区的一批',
    input: z.strictObject({
      enterpriseId: id.optional(),
      district: id.optional(),
      cursor: cursor.optional(),
      limit: z.int().min(1).max(100).default(60),
    }),
    output: z.strictObject({
      fileName: z.string(),
      base64: z.string(),
      posters: z.int(),
      cursor: z.string().optional(),
    }),
  },
  'enterprise.register': {
    summary: '登记企业',
    input: z.strictObject({
      nonce,
      uscc: z.string().min(1).max(30),
      name: text(LENGTH.org),
      address: text(LENGTH.org),
      industry: text(LENGTH.title),
      district: id,
      codeVerifiedManually: z.boolean().optional(),
    }),
    output: z.strictObject({ enterpriseId: z.string(), replayed: z.boolean() }),
  },
  'enterprise.verifyQualification': {
    summary: '登记并核验资质',
    input: z.strictObject({
      nonce,
      enterpriseId: id,
      qualificationId: id.optional(),
      level: text(30),
      validFrom: day,
      validThrough: day,
      verified: z.boolean(),
    }),
    output: done,
  },
  'enterprise.move': {
    summary: '企业迁移或更正所在区',
    input: z.strictObject({ nonce, enterpriseId: id, district: id, from: day, basis: z.enum(['注册地', '经营地']) }),
    output: done,
  },
  'enterprise.merge': {
    summary: '合并重复企业',
    input: z.strictObject({ nonce, enterpriseId: id, into: id, reason: text(LENGTH.reason) }),
    output: done,
  },
} as const;

export const policyContract = {
  'policy.clause': {
    summary: '条款：我们的复述、原文要句、出处和效力',
    input: z.strictObject({ clauseId: z.string().min(1).max(40), year: z.int().min(2000).max(2100).optional() }),
    output: z.strictObject({
      clauseId: z.string(),
      restatement: z.string(),
      quote: z.string(),
      reading: z.string().optional(),
      article: z.string(),
      document: z.strictObject({
        id: z.string(),
        title: z.string(),
        issuer: z.string(),
        status: z.string(),
        from: day.nullable(),
        through: day.nullable(),
      }),
      policyVersion: z.string(),
      /** 沿用: the figures of an earlier year stand for the asked one. */
      inheritedFrom: z.int().nullable(),
    }),
  },
  'policy.inherit': {
    summary: '沿用某年标准（或取消沿用）',
    input: z.strictObject({ nonce, year: z.int().min(2025).max(2100), from: z.int().min(2024).max(2100).nullable() }),
    output: done,
  },
} as const;
