import fc from 'fast-check';
import type { Enterprise } from '../../shared/enterprise';
import type { Instant, IsoDate } from '../../shared/kernel/calendar';
import type { Person } from '../../shared/person';
import type { CheckIn, Visit } from '../../shared/visit';
import { enterpriseOf } from './enterprise';
import { at, MINUTE } from './moment';
import { personOf } from './person';
import type { DesignationRecord, Records } from './records';
import { CHANGPING, HAIDIAN, struck, visitOf } from './visit';

/** Random years of a small world. Few days, people and enterprises, so that they meet, and the days are those at borders. */

export const YEAR = 2026;
const STATIONS = [`ST${HAIDIAN}`, `ST${CHANGPING}`] as const;
const DAYS = ['01-01', '05-31', '06-01', '06-30', '09-30', '10-15', '10-16', '10-30', '10-31', '11-01', '12-31'].map(
  (day) => `${YEAR}-${day}`,
);
const COMMISSIONERS = ['s1', 's2', 's3', 's4'] as const;
const ENTERPRISES = ['E1', 'E2', 'E3', 'E4', 'E5'] as const;
const LEVELS = ['专精特新中小企业', '专精特新“小巨人”企业', '创新型中小企业', '高新技术企业'] as const;
const NOWS = [
  `${YEAR}-06-01T12:00`,
  `${YEAR}-06-03T23:59`,
  `${YEAR}-07-01T00:00`,
  `${YEAR}-10-31T23:59`,
  `${YEAR}-11-02T10:00`,
  `${YEAR}-11-05T12:00`,
  `${YEAR}-11-15T23:59`,
  `${YEAR}-11-16T00:00`,
  `${YEAR}-12-02T12:00`,
  `${YEAR + 1}-02-01T00:00`,
];

const mostly = (weight = 9) =>
  fc.oneof({ weight, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
const seldom = (weight = 9) => mostly(weight).map((yes) => !yes);
const day = fc.constantFrom(...DAYS);
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const inOrder = (a: IsoDate, b: IsoDate): readonly [IsoDate, IsoDate] => (a < b ? [a, b] : [b, a]);
const span = fc.tuple(day, day, fc.boolean()).map(([a, b, open]) => {
  const [from, to] = inOrder(a, b);
  return { from, to: open ? undefined : to };
});

const ALL_YEAR = { from: `${YEAR}-01-01`, to: undefined };

const person = (id: string): fc.Arbitrary<Person> =>
  fc
    .record({
      selected: rarely(span),
      suspended: rarely(span),
      residencies: fc.array(
        fc.record({
          span: fc.oneof(fc.constant(ALL_YEAR), span),
          station: fc.constantFrom(...STATIONS),
          approved: mostly(4),
        }),
        {
          maxLength: 2,
        },
      ),
    })
    .map(({ selected, suspended, residencies }) => {
      const chosen = personOf(id).commissioner(selected?.from ?? `${YEAR}-01-01`, selected?.to);
      const kept = suspended ? chosen.suspended(suspended.from, suspended.to) : chosen;
      return residencies.reduce(
        (built, one) => built.resident(one.station, one.span.from, one.span.to, one.approved),
        kept,
      ).person;
    });

const enterprise = (id: string): fc.Arbitrary<Enterprise> =>
  fc
    .record({
      merged: id === 'E5' ? fc.boolean() : fc.constant(false),
      certificates: fc.array(
        fc.tuple(fc.constantFrom(`${YEAR}-01-01`, ...DAYS), day, fc.constantFrom(...LEVELS), mostly(4)),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ merged, certificates }) => {
      const built = certificates.reduce(
        (one, [a, b, level, verified]) => one.certified(...inOrder(a, b), level, verified),
        enterpriseOf(id),
      );
      return (merged ? built.mergedInto('E1') : built).enterprise;
    });

const designation = (stationId: string, enterpriseId: string): fc.Arbitrary<DesignationRecord | undefined> =>
  fc.option(
    fc.record({
      stationId: fc.constant(stationId),
      enterpriseId: fc.constant(enterpriseId),
      year: fc.constant(YEAR),
      from: fc.oneof(fc.constant(`${YEAR}-01-01`), day),
      withdrawn: seldom(),
    }),
    { nil: undefined, freq: 4 },
  );

interface Came {
  readonly personId: string;
  /** Minutes after the visit began. */
  readonly after: number;
  readonly voided: boolean;
}
const came = (...people: readonly string[]): fc.Arbitrary<readonly Came[]> =>
  fc
    .subarray([...people])
    .chain((some) =>
      fc.tuple(
        ...some.map((personId) =>
          fc.record({ personId: fc.constant(personId), after: fc.constantFrom(0, 5, 20, 200), voided: seldom(6) }),
        ),
      ),
    );

const visit = fc
  .record({
    day,
    begins: fc.constantFrom('T00:00', 'T09:00', 'T14:30', 'T23:50'),
    enterpriseId: fc.constantFrom(...ENTERPRISES),
    stationId: fc.constantFrom(...STATIONS),
    elsewhere: seldom(),
    specialists: came(...COMMISSIONERS),
    guests: came('e1', 'e2'),
    party: fc.boolean(),
    doneAfter: fc.option(fc.constantFrom(201, 230), { nil: undefined }),
    ratings: fc.array(
      fc.record({
        commissionerId: fc.constantFrom(...COMMISSIONERS),
        raterKind: fc.oneof(
          { weight: 4, arbitrary: fc.constant('enterprise' as const) },
          { weight: 1, arbitrary: fc.constant('party' as const) },
        ),
        satisfaction: fc.integer({ min: 1, max: 5 }),
        voided: seldom(5),
      }),
      { maxLength: 4 },
    ),
    reopened: rarely(fc.constantFrom(`${YEAR}-11-20`, `${YEAR}-12-31`)),
    voided: seldom(8),
    cancelled: seldom(14),
  })
  .map((one) => ({ ...one, start: at(`${one.day}${one.begins}`) }));
type Drawn = typeof visit extends fc.Arbitrary<infer V> ? V : never;

const MAY_RATE_AT = 240 * MINUTE;

/** What had happened by `now`: nobody acts in the future. */
function visitBy(drawn: Drawn, index: number, now: Instant): Visit | undefined {
  const { start, doneAfter, reopened } = drawn;
  const home = drawn.stationId.slice(2);
  const district = drawn.elsewhere ? (home === HAIDIAN ? CHANGPING : HAIDIAN) : home;
  const id = `v${String(index).padStart(2, '0')}`;
  const checkIn = (side: CheckIn['side']) => (one: Came, i: number) => ({
    id: `${id}:${side}:${i}`,
    side,
    personId: one.personId,
    name: '',
    orgName: '单位',
    title: '职务',
    need: '需求',
    method: 'live' as const,
    at: start + one.after * MINUTE,
    receivedAt: start + one.after * MINUTE,
    nonce: `n${i}`,
    findings: [],
    ...(one.voided && { voided: struck() }),
  });
  const all = [
    ...drawn.specialists.map(checkIn('specialist')),
    ...drawn.guests.map(checkIn('enterprise')),
    ...(drawn.party ? [checkIn('party')({ personId: 'p1', after: 0, voided: false }, 0)] : []),
  ].filter((one) => one.at <= now);
  if (all.length === 0) return undefined;
  const done = doneAfter === undefined ? undefined : start + doneAfter * MINUTE;
  const base = visitOf(id).of(drawn.enterpriseId).atStation(drawn.stationId).inDistrict(district).visit;
  return {
    ...base,
    origin: 'planned',
    plan: {
      day: drawn.day,
      by: 'lead',
      nonce: 'n',
      ...(drawn.elsewhere && { overrideReason: '企业在两区都有厂区' }),
    },
    commissionerIds: drawn.specialists.map((one) => one.personId),
    checkIns: all,
    ratings:
      start + MAY_RATE_AT > now
        ? []
        : drawn.ratings.map((one, i) => ({
            id: `${id}:r${i}`,
            commissionerId: one.commissionerId,
            raterKind: one.raterKind,
            rater: one.raterKind === 'party' ? '学会' : 'enterprise',
            versions: [
              {
                theme: '主题',
                from: start,
                to: start,
                expertise: 3,
                satisfaction: one.satisfaction,
                at: start + MAY_RATE_AT,
                by: 'e1',
                nonce: 'n',
              },
            ],
            ...(one.voided && { voided: struck() }),
          })),
    ...(done !== undefined && done <= now && { completion: { at: done, by: 's1', auto: false } }),
    ...(reopened !== undefined && { ratingReopenedThrough: reopened }),
    ...(drawn.voided && { voided: struck() }),
    ...(drawn.cancelled && { cancelled: { at: start, by: 'lead', reason: '改期' } }),
  };
}

export interface History {
  readonly records: Records;
  readonly now: Instant;
}

export const history: fc.Arbitrary<History> = fc
  .record({
    now: fc.oneof(fc.constantFrom(...NOWS), fc.constantFrom(...NOWS.slice(-4))).map(at),
    persons: fc.tuple(...COMMISSIONERS.map(person)),
    enterprises: fc.tuple(...ENTERPRISES.map(enterprise)),
    designations: fc.tuple(...STATIONS.flatMap((station) => ENTERPRISES.map((id) => designation(station, id)))),
    visits: fc.array(visit, { minLength: 4, maxLength: 20, size: 'max' }),
  })
  .map(({ now, persons, enterprises, designations, visits }) => ({
    now,
    records: {
      persons,
      enterprises,
      designations: designations.filter((one) => one !== undefined),
      visits: visits.map((one, i) => visitBy(one, i, now)).filter((one) => one !== undefined),
    },
  }));

const stationClass = fc.constantFrom('A' as const, 'B' as const, 'C' as const);
export const asked = fc
  .tuple(fc.constantFrom(...STATIONS), stationClass)
  .map(([stationId, one]) => ({ stationId, stationClass: one, year: YEAR }));
