import type { ProgressDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import { foldAll } from '../../cloudfunctions/_core/fold';
import { findAll, recount } from '../../cloudfunctions/_core/recount';
import type { Store } from '../../cloudfunctions/_core/store';
import { verifyHistories } from '../../server/verify-histories';
import { flawsOf } from './ledger';
import type { Ledger } from './service';

/** Everything that is wrong, a sentence each: acknowledgements, sums against a recount of the records, histories. */
export async function lookFor(store: Store, ledger: Ledger): Promise<readonly string[]> {
  const visits = await findAll<VisitDoc>(store, { collection: 'visits' });
  const verdict = await verifyHistories(store);
  return [
    ...flawsOf(ledger, visits),
    ...(verdict.kind === 'whole' ? [] : [JSON.stringify(verdict)]),
    ...(await differencesIn(store)),
  ];
}

async function differencesIn(store: Store): Promise<readonly string[]> {
  const now = Date.now();
  await foldAll(store, now);
  const flaws: string[] = [];
  for (const progress of await findAll<ProgressDoc>(store, { collection: 'progress' })) {
    const counted = await recount(store, progress.stationId, progress.year, now);
    flaws.push(
      ...(counted?.differences ?? []).map((one) => `${progress.id}: the sum of ${one} is not what its records say`),
    );
  }
  return flaws;
}
