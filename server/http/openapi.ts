import { contract, FAILURE_CODES, type FailureCode } from '../../shared/api';
import * as z from '../../shared/kernel/zod';
import { STATUS } from './status';

type JsonObject = Readonly<Record<string, unknown>>;

const WHEN: Readonly<Record<FailureCode, string>> = {
  'bad-input': '输入不合约定；fields 说明哪一项',
  'not-signed-in': '没有登录，或登录已失效',
  'not-allowed': '没有权限',
  'not-found': '没有这条记录',
  conflict: '同时有别人在修改，可再试',
  refused: '规则不允许；findings 逐条说明依据',
  'too-many': '操作太频繁；retryAfter 秒后再试，与 retry-after 头相同',
  broken: '系统出错；requestId 供查找',
};

const FINDING: JsonObject = {
  type: 'object',
  required: ['clause', 'verdict', 'because', 'facts'],
  properties: {
    clause: { type: 'string', description: '条款编号，见 policy.clause' },
    verdict: { enum: ['met', 'unmet', 'undetermined', 'computed', 'warned'] },
    because: { type: 'string', description: '原因代码' },
    facts: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
  },
};

const FAILURE: JsonObject = {
  type: 'object',
  required: ['ok', 'code', 'message'],
  properties: {
    ok: { const: false },
    code: { enum: FAILURE_CODES },
    message: { type: 'string' },
    findings: { type: 'array', items: { $ref: '#/components/schemas/Finding' } },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    requestId: { type: 'string' },
    retryAfter: { type: 'integer', description: '秒' },
  },
};

const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

function schemaOf(type: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { target: 'draft-2020-12', io });
  return schema;
}

const FAILURES = Object.fromEntries(
  FAILURE_CODES.map((code) => [String(STATUS[code]), { $ref: `#/components/responses/${code}` }]),
);

const operation = (name: string, call: { summary: string; input: z.ZodType; output: z.ZodType }): JsonObject => ({
  operationId: name,
  summary: call.summary,
  tags: [name.slice(0, name.indexOf('.'))],
  requestBody: { required: true, content: json(schemaOf(call.input, 'input')) },
  responses: {
    '200': {
      description: '办成',
      content: json({
        type: 'object',
        required: ['ok', 'data'],
        properties: { ok: { const: true }, data: schemaOf(call.output, 'output') },
      }),
    },
    ...FAILURES,
  },
});

/** The contract in OpenAPI 3.1, for whoever calls it from elsewhere. Times are ISO 8601 with zone, ids opaque. */
export function openApi(): JsonObject {
  return {
    openapi: '3.1.0',
    info: {
      title: '千人进千企',
      version: '1',
      description: '每个接口都是 POST，输入为 JSON。时刻为带时区的 ISO 8601，编号不透明。',
    },
    servers: [{ url: '/' }],
    // Without a token some calls answer too; each says not-signed-in where it needs one.
    security: [{ bearer: [] }, {}],
    paths: Object.fromEntries(
      Object.entries(contract).map(([name, call]) => [`/api/${name}`, { post: operation(name, call) }]),
    ),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Finding: FINDING, Failure: FAILURE },
      responses: Object.fromEntries(
        FAILURE_CODES.map((code) => [
          code,
          { description: WHEN[code], content: json({ $ref: '#/components/schemas/Failure' }) },
        ]),
      ),
    },
  };
}
