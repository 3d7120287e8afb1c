import fc from 'fast-check';

/** What somebody sends who wants to see what happens. */

/** Text in the place of any text. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202E甲\u202C',
  '\u2066甲\u2069',
  '\u200B',
  '\uFEFF',
  '\uFFFE',
  '\u0085',
  '\uD800',
  '甲\uDC00乙',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$where',
  '$ne',
  'a.b.c',
  '{"$ne":null}',
  "' OR '1'='1",
  '1; DROP TABLE visits; --',
  '" OR ""="',
  '\\',
  '%',
  '_',
  '*',
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '%2e%2e%2f',
  'file:///etc/passwd',
  'http://169.254.169.254/',
  '<script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  ']]><!ENTITY x SYSTEM "file:///etc/passwd">',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that somebody hopes to have filled
  '${7*7}{{7*7}}#{7*7}',
  '=cmd|calc!A1',
  'a\r\nset-cookie: x=1',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '0x10',
  '9007199254740993',
  'null',
  'undefined',
  'true',
  '2026-02-30',
  '2026-13-01',
  '2026-2-3',
  '0000-01-01',
  '9999-12-31',
  '+010000-01-01',
  '-000001-12-31',
  '２０２６-03-10',
  '2026-03-10T24:00:00+08:00',
  '2026-02-29T10:00:00+08:00',
  '2026-03-10T10:00:00',
  '0000-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59-23:59',
  '2026-03-10T10:00:00.123456789Z',
  `W10${'='.repeat(5)}`,
  Buffer.from('[null,"x"]').toString('base64url'),
  Buffer.from('["\\u0000","\\ud800"]').toString('base64url'),
  Buffer.from('["2026-03-10","a\\u0000b"]').toString('base64url'),
  Buffer.from('[1e999,"x"]').toString('base64url'),
  Buffer.from('[{"$gt":""},"x"]').toString('base64url'),
  '甲'.repeat(501),
  'x'.repeat(100_000),
];

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { a: value };
  return value;
};

/** Anything else in the place of anything. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e21,
  2 ** 31,
  2 ** 53,
  Number.MAX_VALUE,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  [],
  [null],
  ['a', 'b'],
  [[['a']]],
  {},
  { $ne: null },
  { $gt: '' },
  { $in: ['a'] },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { $eq: { $ne: 1 } },
  { $numberLong: '1' },
  { $date: { $numberLong: '0' } },
  { _eq: 'a' },
  { operator: 'neq', operands: [null], fieldName: 'day' },
  { length: 3, 0: 'a' },
  { toString: 'a' },
  { toJSON: 'a' },
  Object.fromEntries([['then', 'a']]),
  { constructor: { prototype: { demo: true } } },
  JSON.parse('{"__proto__":{"demo":true}}') as unknown,
  { type: 'Buffer', data: [1] },
  deep(15),
  deep(5000),
  Array.from({ length: 10_000 }, () => 'x'),
];

/** Keys that nobody asked for. */
const HOSTILE_KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'openid',
  'personId ',
  '$where',
  '$or',
  '_id',
  'rev',
  'a.b',
  '',
  '\0',
  '中文',
];

type Change = (holder: Record<string, unknown>, key: string) => void;

/** Own and enumerable whatever the name: plain assignment would set a prototype. */
const define = (holder: object, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(...HOSTILE_TEXTS).map<Change>((text) => (holder, key) => define(holder, key, text)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...HOSTILE_VALUES).map<Change>((value) => (holder, key) => define(holder, key, value)),
  },
  { weight: 1, arbitrary: fc.constant<Change>((holder, key) => delete holder[key]) },
  { weight: 1, arbitrary: fc.constant<Change>((holder, key) => define(holder, key, [holder[key]])) },
  { weight: 1, arbitrary: fc.constant<Change>((holder, key) => define(holder, key, `${holder[key]}\u0000`)) },
  { weight: 1, arbitrary: fc.constant<Change>((holder, key) => define(holder, key, String(holder[key]).repeat(50))) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...HOSTILE_KEYS).map<Change>((extra) => (holder) => define(holder, extra, 'x')),
  },
);

type Place = readonly [holder: Record<string, unknown>, key: string];

/** Every place in a value, the whole of it included. */
const placesIn = (holder: Record<string, unknown>, key: string): readonly Place[] => {
  const value = holder[key];
  const inside =
    value !== null && typeof value === 'object'
      ? Object.keys(value).flatMap((one) => placesIn(value as Record<string, unknown>, one))
      : [];
  return [[holder, key], ...inside];
};

/** A valid input with one thing in it changed for the worse; now and then it is still valid, as hostile text may be. */
export const broken = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(valid, fc.nat({ max: 999 }), change).map(([value, place, make]) => {
    const root = { root: structuredClone(value) };
    const places = placesIn(root, 'root');
    // The first place is the whole: seldom worth it.
    const [holder, key] = places[places.length > 1 ? 1 + (place % (places.length - 1)) : 0] as Place;
    make(holder, key);
    return root.root;
  });

/** Whatever fits into JSON, with names and texts that some program somewhere takes for more than that. */
export const wild: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE_VALUES, ...HOSTILE_TEXTS),
  fc.anything({
    key: fc.oneof(fc.constantFrom(...HOSTILE_KEYS, 'visitId', 'nonce', 'code', 'scope', 'role'), fc.string()),
    values: [fc.constantFrom<unknown>(...HOSTILE_TEXTS), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)],
    maxDepth: 4,
  }),
);
