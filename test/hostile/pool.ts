import fc from 'fast-check';
import { encodeCursor } from '../../cloudfunctions/_core/cursor';
import type { EnterpriseDoc, NoticeDoc, PersonDoc, StationDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import { findAll } from '../../cloudfunctions/_core/recount';
import { liveToken, passToken, posterToken } from '../../cloudfunctions/_core/tokens';
import { DISTRICT_CODES } from '../../shared/enterprise';
import { addDays, dayOf, type Instant, isoOf } from '../../shared/kernel/calendar';
import { usccCheckCharacter } from '../../shared/kernel/uscc';
import { CLAUSES } from '../../shared/policy';
import { stationIdOf } from '../../shared/station';
import { LI, YEAR } from '../journey/cast';
import { CODE_KEYS, DAY, HOUR } from '../journey/world';
import { type Hints, TYPED } from './arbitrary';
import { PEOPLE } from './callers';
import { isMarked } from './may-see';
import type { Scene } from './scene';

/** What really is in a world, so that fuzzed calls get past “not found”. */
export interface Pool {
  readonly now: Instant;
  readonly visits: readonly VisitDoc[];
  readonly enterprises: readonly EnterpriseDoc[];
  readonly persons: readonly PersonDoc[];
  readonly stations: readonly StationDoc[];
  readonly notices: readonly NoticeDoc[];
  readonly invitations: readonly string[];
}

export async function poolOf({ world, invitations }: Scene): Promise<Pool> {
  const { store, clock } = world;
  return {
    now: clock.now,
    visits: await findAll(store, { collection: 'visits' }),
    enterprises: await findAll(store, { collection: 'enterprises' }),
    persons: await findAll(store, { collection: 'persons' }),
    stations: await findAll(store, { collection: 'stations' }),
    notices: await findAll(store, { collection: 'notices' }),
    invitations,
  };
}

const INVENTED = ['nosuchrec1', '__proto__', 'constructor', 'a.b', 'ST', 'STBDA', 'x'.repeat(80), '..', 'E', '-'];

const anyOf = (...lists: readonly (readonly unknown[])[]): fc.Arbitrary<unknown> => {
  const full = lists.filter((list) => list.length > 0);
  return fc.oneof(...full.map((list, i) => ({ weight: i === 0 ? 6 : 2, arbitrary: fc.constantFrom(...list) })));
};

const uscc = fc
  .stringMatching(/^91110\d{3}MA[0-9A-HJ-NP-RTUWXY]{7}$/)
  .map((body) => body + usccCheckCharacter(body))
  .chain((sound) => fc.constantFrom(sound, sound.toLowerCase(), ` ${sound}`, `${sound.slice(0, 17)}0`));

function codesOf({ visits, enterprises, now }: Pool): fc.Arbitrary<unknown> {
  const posters = enterprises.map((one) => posterToken(CODE_KEYS, one.shortCode));
  // Who holds a live code may know what the visit is about: none leads to a text that others must not see.
  const plain = visits.filter((one) => !isMarked(one.topic));
  const live = plain.map((one) => liveToken(CODE_KEYS, one.id, now, one.checkIns.length));
  const passes = plain.flatMap((one) =>
    [LI, 'P-guest-3'].map((id) => passToken(CODE_KEYS, one.id, 'AAAAA', id, now - HOUR / 12)),
  );
  const old = visits.map((one) => liveToken(CODE_KEYS, one.id, now - HOUR, 1));
  const forged = [...posters, ...live].map((token) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`);
  const links = [...posters, ...live].map((token) => `https://example.test/v?k=${encodeURIComponent(token)}&x=%`);
  return anyOf(posters, live, [...passes, ...old, ...forged, ...links]);
}

const daysOf = (now: Instant): fc.Arbitrary<unknown> =>
  anyOf(
    [0, 0, 0, 0, -3, -2, -1, 1, 2].map((days) => addDays(dayOf(now), days)),
    [...[-40, 30].map((days) => addDays(dayOf(now), days)), `${YEAR}-01-01`, `${YEAR}-10-31`, `${YEAR}-12-31`],
    ['0000-01-01', '2000-02-29', '9999-12-31'],
  );

const momentsOf = (now: Instant): fc.Arbitrary<unknown> =>
  anyOf(
    [-2 * HOUR, -HOUR, -60_000, 0, 0, 60_000, HOUR].map((ms) => isoOf(now + ms)),
    [...[-30 * DAY, -2 * DAY, -DAY, DAY].map((ms) => isoOf(now + ms)), new Date(now).toISOString()],
    ['0000-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00', '2000-01-01T00:00:00Z', '2100-12-31T23:59:59Z'],
  );

/** Real values for each name that the contract uses; those of one visit together, so that they fit. */
export const hintsOf = (pool: Pool): fc.Arbitrary<Hints> => {
  const districts = DISTRICT_CODES as readonly string[];
  const codes = codesOf(pool);
  const days = daysOf(pool.now);
  const moments = momentsOf(pool.now);
  const nonces = pool.visits.flatMap((one) => one.history.flatMap((event) => event.nonce ?? []));
  const people = [...pool.persons.map((one) => one.id), ...PEOPLE];
  const texts = fc.constantFrom(...TYPED, '重点', '延庆', 'MA');
  // Those that most can happen to are asked about most.
  const rich = pool.visits.filter((one) => one.ratings.length + one.makeUps.length > 0);
  const held = pool.persons.filter((one) => one.residencies.length > 0);
  const commissioners = pool.persons.filter((one) => one.roleKeys.includes('commissioner')).map((one) => one.id);
  const focus = fc.tuple(
    fc.constantFrom(...pool.visits, ...rich, ...rich, ...rich),
    fc.constantFrom(...pool.persons, ...held, ...held, ...held),
  );
  return focus.map(([visit, person]) => {
    const by: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
      visitId: () =>
        anyOf(
          [visit.id],
          pool.visits.map((one) => one.id),
          INVENTED,
        ),
      enterpriseId: () =>
        anyOf(
          [visit.enterpriseId],
          pool.enterprises.map((one) => one.id),
          INVENTED,
        ),
      // A role is for one thing of one kind.
      scope: () =>
        fc.constantFrom(
          {},
          { enterpriseId: visit.enterpriseId },
          { stationId: visit.stationId },
          { district: visit.enterprise.district },
          { org: '某某学会' },
        ),
      into: () => anyOf(pool.enterprises.map((one) => one.id)),
      stationId: () => anyOf([visit.stationId], districts.map(stationIdOf), INVENTED),
      district: () => anyOf([visit.enterprise.district], districts, INVENTED),
      personId: () => anyOf([person.id], [...commissioners, ...visit.people], people, INVENTED),
      commissionerId: () => anyOf(visit.commissionerIds, people, INVENTED),
      commissionerIds: () => anyOf(visit.commissionerIds, commissioners, people),
      checkInId: () =>
        anyOf(
          visit.checkIns.map((one) => one.id),
          INVENTED,
        ),
      ratingId: () =>
        anyOf(
          visit.ratings.map((one) => one.id),
          INVENTED,
        ),
      makeUpId: () =>
        anyOf(
          visit.makeUps.map((one) => one.id),
          INVENTED.slice(0, 2),
        ),
      residencyId: () =>
        anyOf(
          person.residencies.map((one) => one.id),
          INVENTED,
        ),
      grantId: () =>
        anyOf(
          person.grants.map((one) => one.id),
          pool.persons.flatMap((one) => one.grants.map(({ id }) => id)),
        ),
      qualificationId: () =>
        anyOf(pool.enterprises.flatMap((one) => one.qualifications.map(({ id }) => id)).concat('none')),
      ids: () => anyOf(pool.notices.map((one) => one.id).concat('notice:none')),
      org: () => anyOf(['某某学会', '某某大学'], TYPED),
      invitation: () => anyOf([...pool.invitations, 'no invitation'], TYPED),
      clauseId: () => anyOf(Object.keys(CLAUSES), INVENTED),
      wxCode: () => anyOf(['good-code', 'bad-code']),
      cursor: () =>
        anyOf(
          ['2026-03-10', 'YQAAAAA2', null, 0].map((value) => encodeCursor({ value, id: visit.id })),
          ['', 'x', '[]', encodeCursor({ value: 'a\0', id: '\0' }), encodeCursor({ value: '\ud800', id: '' })],
        ),
      query: () => texts,
      code: () => codes,
      uscc: () => uscc,
      year: () => anyOf([YEAR], [YEAR + 1, YEAR - 1, 2024, 2000, 2100]),
      day: () => days,
      through: () => days,
      validFrom: () => days,
      validThrough: () => days,
      claimedAt: () => moments,
      // A nonce of somebody's earlier request is not this one.
      nonce: () => fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/), anyOf(nonces.concat('a-nonce-of-old'))),
    };
    const named = new Map(Object.entries(by));
    return (path) => {
      const name = [...path].reverse().find((one) => one !== '*') ?? '';
      // Days in some calls and moments in others; the schema takes what is right.
      if (name === 'from' || name === 'to') return fc.oneof(days, moments, fc.constantFrom(null, YEAR - 1, 2024));
      return named.get(name)?.();
    };
  });
};
