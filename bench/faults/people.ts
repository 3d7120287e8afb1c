import type { EnterpriseDoc, PersonDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import { findAll } from '../../cloudfunctions/_core/recount';
import type { Store } from '../../cloudfunctions/_core/store';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { sessionsWith } from '../../server/sessions';
import { dayOf } from '../../shared/kernel/calendar';
import { isActiveCommissioner } from '../../shared/person';
import type { Pair, Town } from './service';

const SESSION_SECRET = 'faults-session-secret-for-a-demonstration';
const CODE_SECRET = 'faults-code-key';

/** What the servers are started with, beside where their data is. */
export const SETTINGS = { DEMO: '1', SESSION_SECRET, CODE_KEYS: `0:${CODE_SECRET}`, LOG_LEVEL: 'error' };

/** The demonstration's town; everybody can be logged in, since we know its secrets. */
export function demoTown(origin: Town['origin'], habit: NonNullable<Town['habit']>): Town {
  const sessions = sessionsWith([SESSION_SECRET], Date.now);
  return {
    origin,
    habit,
    tokenOf: (personId) => sessions.issue(personId, 0),
    posterOf: (enterpriseId) => posterToken([{ no: 0, secret: CODE_SECRET }], enterpriseId.slice(1)),
  };
}

/** Services that nobody has begun: each commissioner at each enterprise once, neighbours in different places. */
export async function pairsOf(store: Store): Promise<Generator<Pair, void>> {
  const today = dayOf(Date.now());
  const people = await findAll<PersonDoc>(store, { collection: 'persons', eq: { roleKeys: 'commissioner' } });
  const commissioners = people.filter((one) => isActiveCommissioner(one, today));
  const taken = new Set(
    (
      await findAll<VisitDoc>(store, {
        collection: 'visits',
        range: { field: 'day', from: today },
        order: { field: 'day' },
      })
    ).map((visit) => visit.enterpriseId),
  );
  const all = await findAll<EnterpriseDoc>(store, { collection: 'enterprises' });
  const enterprises = all.filter((one) => !one.mergedInto && !taken.has(one.id));
  return pairs(
    commissioners.map(({ id }) => id),
    enterprises.map(({ id }) => id),
  );
}

function* pairs(commissioners: readonly string[], enterprises: readonly string[]): Generator<Pair, void> {
  const run = Math.random().toString(36).slice(2, 8);
  for (let shift = 0; shift < commissioners.length; shift += 1)
    for (const [i, enterprise] of enterprises.entries()) {
      const commissioner = commissioners[(i + shift) % commissioners.length] as string;
      yield { commissioner, enterprise, guest: `P-guest-${run}-${shift}-${i}` };
    }
}
