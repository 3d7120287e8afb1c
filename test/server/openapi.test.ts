import { handlers } from '../../server/calls';
import { openApi } from '../../server/http/openapi';
import { contract, FAILURE_CODES } from '../../shared/api';
import { startEdge } from './edge';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly requestBody: { readonly required: boolean; readonly content: { 'application/json': { schema: Schema } } };
  readonly responses: Readonly<Record<string, { content?: { 'application/json': { schema: Schema } }; $ref?: string }>>;
}

const names = Object.keys(contract).sort();
const document = JSON.parse(JSON.stringify(openApi())) as {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, { post: Operation }>;
  components: { schemas: object; responses: Record<string, unknown>; securitySchemes: object };
};
const operationOf = (name: string): Operation => document.paths[`/api/${name}`]?.post as Operation;

/** Every `$ref` anywhere in the document. */
function refsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

const resolved = (ref: string): unknown =>
  ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);

describe('接口说明', () => {
  test('约定里的每个接口都有人办，没有多余的', () => {
    expect(Object.keys(handlers).sort()).toEqual(names);
  });

  test('约定里的每个接口都写在说明里', () => {
    expect(Object.keys(document.paths).sort()).toEqual(names.map((name) => `/api/${name}`));
  });

  test.each(names)('%s', (name) => {
    const { operationId, summary, requestBody, responses } = operationOf(name);
    expect([operationId, summary.length > 0, requestBody.required]).toEqual([name, true, true]);
    expect(requestBody.content['application/json'].schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
    });
    const ok = responses['200']?.content?.['application/json'].schema;
    expect(ok?.required).toEqual(['ok', 'data']);
    expect(ok?.properties?.data?.type).toBe('object');
    expect(Object.keys(responses).sort()).toEqual(['200', '400', '401', '403', '404', '409', '422', '429', '500']);
  });

  test('可以省略的不写成必填', () => {
    const { schema } = operationOf('visit.checkIn').requestBody.content['application/json'];
    expect([...(schema.required ?? [])].sort()).toEqual(['code', 'need', 'nonce', 'orgName', 'title']);
  });

  test('每处引用都有着落，每个答复码都有说明', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(names.length);
    for (const ref of new Set(refs)) expect(resolved(ref)).toBeDefined();
    expect(Object.keys(document.components.responses).sort()).toEqual([...FAILURE_CODES].sort());
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: expect.any(String), version: expect.any(String) },
    });
    expect(document.components.securitySchemes).toEqual({ bearer: { type: 'http', scheme: 'bearer' } });
  });

  test('不登录就能读到', async () => {
    const edge = await startEdge();
    const answer = await fetch(`${edge.origin}/api/openapi.json`);
    expect(answer.headers.get('content-type')).toMatch('application/json');
    expect(await answer.json()).toEqual(document);
    await edge.close();
  });
});
