import type { IsoDate } from '../../shared/kernel/calendar';
import type { VisitDoc } from './documents';
import { findAll } from './recount';
import type { Store } from './store';
import type { TallyChange } from './tally';

/** A person's standing from a day on has changed: the station-years that he has visited since are counted anew. */
export async function recountSince(store: Store, personId: string, from: IsoDate): Promise<readonly TallyChange[]> {
  const visits = await findAll<VisitDoc>(store, {
    collection: 'visits',
    eq: { people: personId },
    range: { field: 'day', from },
    order: { field: 'day' },
  });
  const stationYears = [...new Set(visits.map((visit) => visit.stationYear))];
  return stationYears.length > 0 ? [{ kind: 'recount', stationYears }] : [];
}
