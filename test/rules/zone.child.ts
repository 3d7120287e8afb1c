import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { addWorkingDays, dayOf, endOf, isDay, isoOf, startOf } from '../../shared/kernel/calendar';
import { contextOf, evenPace, itemsOf, projection, VIEWS } from '../../shared/station';
import { elapsed, HOLIDAYS, mayCheckIn, mayRate, nextChangeAt, ratingClosesOn, stateAt } from '../../shared/visit';
import { DAY, factsOf, HOUR, stationYearOf, tallyOf } from '../builders';
import { asked, history, YEAR } from '../builders/histories';

/** Derives everything that depends on days from the same histories, and prints a checksum: the zone may not show in it. */

const SAMPLES = 120;
const hash = createHash('sha256');
const note = (...values: readonly unknown[]) => hash.update(`${JSON.stringify(values)}\n`);

// Every hour of a year and a bit, so that no daylight saving of any zone is stepped over.
for (let moment = Date.UTC(YEAR, 0, 1) - DAY; moment < Date.UTC(YEAR + 1, 0, 8); moment += HOUR) {
  const day = dayOf(moment);
  note(day, isoOf(moment), startOf(day), endOf(day), isDay(day), addWorkingDays(day, 3, HOLIDAYS));
}

for (const [{ records, now }, whose] of fc.sample(fc.tuple(history, asked), { numRuns: SAMPLES, seed: 1 })) {
  note(tallyOf(records, whose, now));
  for (const view of VIEWS) {
    const context = contextOf(stationYearOf(whose), view, now);
    const items = factsOf(records, whose).flatMap((one) => itemsOf(one, context));
    note(items, projection(items, context.window, dayOf(now)), evenPace(80, context.window, dayOf(now)));
  }
  for (const visit of records.visits) {
    const attempt = { personId: 'e9', side: 'enterprise', method: 'live', orgName: '单位', receivedAt: now } as const;
    const content = { theme: '主题', from: now, to: now, expertise: 3, satisfaction: 3 };
    note(stateAt(visit, now), nextChangeAt(visit, now) ?? null, elapsed(visit, 0, now), ratingClosesOn(visit) ?? null);
    note(
      mayCheckIn(visit, attempt, now),
      mayRate(visit, { personId: 'e1', enterpriseContact: true }, 's1', content, now),
    );
  }
}

console.log(JSON.stringify({ digest: hash.digest('hex'), offset: new Date(YEAR, 6, 1).getTimezoneOffset() }));
