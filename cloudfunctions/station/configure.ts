import { NO_VIEW_COUNTS } from '../../shared/station';
import { append } from '../_core/chain';
import { type LogEntry, type ProgressDoc, type StationDoc, stationYearOf } from '../_core/documents';
import { handler } from '../_core/handler';
import { Refusal } from '../_core/refusal';
import type { Draft } from '../_core/store';
import { writeOf } from '../_core/write';
import { insistMay } from './load';

/** Nothing counted yet, and a recount asked for. */
const emptyProgress = (stationId: string, year: number): Draft<ProgressDoc> => ({
  id: stationYearOf(stationId, year),
  scope: stationId,
  stationId,
  year,
  counts: NO_VIEW_COUNTS,
  validUntil: 0,
});

/** Class and agreement targets of a station's year: who sets the class is the center (STN-06-1). Its numbers are then recounted. */
export const configure = handler('station.configure', async ({ input, actor, store, now }) => {
  insistMay(actor, 'station.configure', input.stationId);
  const stationYear = stationYearOf(input.stationId, input.year);
  const [station, progress] = (await store.get([
    { collection: 'stations', id: input.stationId },
    { collection: 'progress', id: stationYear },
  ])) as [StationDoc?, ProgressDoc?];
  if (!station) throw new Refusal('not-found');
  if (station.log.some((entry) => entry.nonce === input.nonce)) return { reply: { replayed: true } };
  const setup = { stationClass: input.stationClass, agreement: input.agreement ?? {} };
  const log = append<LogEntry>(station.log, {
    at: now,
    by: actor.personId,
    what: 'station.configured',
    nonce: input.nonce,
    facts: { year: input.year, stationClass: input.stationClass },
  });
  const next = { ...station, years: { ...station.years, [String(input.year)]: setup }, log };
  return {
    reply: { replayed: false },
    changes: [
      writeOf('stations', next, station.rev),
      ...(progress ? [] : [writeOf('progress', emptyProgress(input.stationId, input.year), undefined)]),
    ],
    ...(progress && { tally: [{ kind: 'recount' as const, stationYears: [stationYear] }] }),
  };
});
