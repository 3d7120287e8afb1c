import fc from 'fast-check';
import { day, moment } from '../../shared/api/shapes';
import * as z from '../../shared/kernel/zod';

/** What a place in the input may hold that the schema cannot know: ids of real records, codes, days near today. */
export type Hints = (path: readonly string[]) => fc.Arbitrary<unknown> | undefined;

const NO_HINTS: Hints = () => undefined;

/** Text as people type it, and text that only looks like trouble. */
export const TYPED = [
  '产线视觉检测误报率高',
  "O'Brien & Söhne <b>",
  '100%_真的？',
  '👩🏽‍🔬 e\u0301 שלום',
  '{"$ne":null}',
  "'; DROP TABLE visits; --",
  '=HYPERLINK("http://x")',
  '__proto__',
  'constructor',
  '第一行\n第二行\t格',
  '￥１２３',
] as const;

const typed = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TYPED) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** What `day` and `moment` let pass is written in functions, which cannot be read. */
const ANY_DATE = fc.date({
  min: new Date('2000-01-02T00:00:00Z'),
  max: new Date('2100-12-30T00:00:00Z'),
  noInvalidDate: true,
});
const ANY_DAY = fc.oneof(
  ANY_DATE.map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('2000-01-01', '9999-12-31'),
);
const ANY_MOMENT = fc.oneof(
  ANY_DATE.map((date) => date.toISOString()),
  ANY_DATE.map((date) => date.toISOString().replace(/\.\d+Z/, '+08:00')),
);

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly pattern: RegExp | undefined;
}

interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly pattern?: RegExp;
}

/** A check is one of its own, or the schema itself (`z.int()`, `z.iso.datetime()`). */
const checksOf = (schema: z.core.$ZodType): readonly Check[] => {
  const def = schema._zod.def as z.core.$ZodTypeDef & Partial<Check>;
  const own = (def.checks ?? []).map((one) => one._zod.def as unknown as Check);
  return def.check === undefined ? own : [def as unknown as Check, ...own];
};

function lengths(schema: z.core.$ZodType, most: number): Bounds {
  let bounds: Bounds = { least: 0, most, pattern: undefined };
  for (const one of checksOf(schema)) {
    if (one.check === 'min_length') bounds = { ...bounds, least: one.minimum as number };
    else if (one.check === 'max_length') bounds = { ...bounds, most: one.maximum as number };
    else if (one.check === 'string_format') bounds = { ...bounds, pattern: one.pattern as RegExp };
    else if (one.check !== 'overwrite' && one.check !== 'custom') throw new Error(`no arbitrary for ${one.check}`);
  }
  return bounds;
}

function textOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { least, most, pattern } = lengths(schema, 200);
  const free = fc.oneof(
    { weight: 8, arbitrary: typed },
    // Exactly as long as allowed, and the shortest.
    { weight: 1, arbitrary: fc.constantFrom('需'.repeat(most), 'x'.repeat(Math.max(1, least))) },
  );
  if (schema === day) return ANY_DAY;
  if (schema === moment) return ANY_MOMENT;
  return sound(schema, pattern ? fc.stringMatching(pattern) : free);
}

/** A rule written as a function cannot be read: where nearly nothing passes it, it wants an arbitrary of its own. */
function sound(schema: z.core.$ZodType, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  let misses = 0;
  return values.filter((value) => {
    const fits = z.safeParse(schema, value).success;
    misses = fits ? 0 : misses + 1;
    if (misses > 10_000) throw new Error('no arbitrary for what this schema wants');
    return fits;
  });
}

function numberOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  let [min, max, whole] = [-1e9, 1e9, false];
  for (const one of checksOf(schema)) {
    if (one.check === 'number_format') whole = true;
    else if (one.check === 'greater_than') min = one.value as number;
    else if (one.check === 'less_than') max = one.value as number;
    else throw new Error(`no arbitrary for ${one.check}`);
  }
  if (!whole) return fc.double({ min, max, noNaN: true });
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
}

/** Which entries a record has: all of them, or any part. */
function entriesOf(
  entries: Readonly<Record<string, z.core.$ZodType>>,
  path: readonly string[],
  hints: Hints,
): fc.Arbitrary<unknown> {
  const required = Object.keys(entries).filter((key) => !['optional', 'default'].includes(kindOf(entries[key])));
  const values = Object.fromEntries(
    Object.entries(entries).map(([key, schema]) => [key, arbitraryOf(schema, hints, [...path, key])]),
  );
  return fc.record(values, { requiredKeys: required });
}

const kindOf = (schema: z.core.$ZodType | undefined): string => schema?._zod.def.type ?? '';

/**
 * Values that a schema of the contract accepts, as a client may write them.
 * @throws Error for a kind of schema or a check that is not known here: a new one must not go untried
 */
export function arbitraryOf(
  schema: z.core.$ZodType,
  hints: Hints = NO_HINTS,
  path: readonly string[] = [],
): fc.Arbitrary<unknown> {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  const inner = (of: z.core.$ZodType) => arbitraryOf(of, hints, path);
  switch (def.type) {
    case 'optional':
    case 'default':
      return inner(def.innerType);
    case 'nullable':
      return fc.option(inner(def.innerType), { freq: 4 });
  }
  const plain = (): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'object':
        if (kindOf(def.catchall) !== 'never') throw new Error(`${path.join('.')} takes unknown keys`);
        return entriesOf(def.shape, path, hints);
      case 'record': {
        const keys = (def.keyType as z.core.$ZodEnum)._zod.values;
        if (!keys || !('partial' in def)) throw new Error(`${path.join('.')} takes any key`);
        const some = [...keys].map((key) => [String(key), arbitraryOf(def.valueType, hints, [...path, '*'])] as const);
        return fc.record(Object.fromEntries(some), { requiredKeys: [] });
      }
      case 'array': {
        const { least, most } = lengths(schema, 5);
        return fc.array(arbitraryOf(def.element, hints, [...path, '*']), {
          minLength: least,
          maxLength: Math.min(most, least + 4),
        });
      }
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries));
      case 'boolean':
        return fc.boolean();
      case 'number':
        return numberOf(schema);
      case 'string':
        return textOf(schema);
      default:
        throw new Error(`no arbitrary for ${def.type}`);
    }
  };
  const hint = ['string', 'number', 'object'].includes(def.type) ? hints(path) : undefined;
  if (!hint) return plain();
  return fc.oneof({ weight: 7, arbitrary: sound(schema, hint) }, { weight: 1, arbitrary: plain() });
}
