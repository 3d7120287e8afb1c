import { can } from '../../shared/access';
import { DISTRICT_CODES, districtName } from '../../shared/enterprise';
import { isoOf } from '../../shared/kernel/calendar';
import { stationIdOf } from '../../shared/station';
import type { StationDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { findAll } from '../_core/recount';
import { Refusal } from '../_core/refusal';
import { insistMay, stationTarget } from './load';
import { progressView } from './progress-view';
import { loadStationYears } from './station-year';

export const list = handler('station.list', async ({ actor, store, input, today }) => {
  const year = String(input.year ?? Number(today.slice(0, 4)));
  const all = await findAll<StationDoc>(store, { collection: 'stations' });
  const visible = all.filter((station) => can(actor, 'station.progress', stationTarget(station.id)));
  return {
    reply: {
      stations: visible.map(({ id, name, district, years }) => ({
        id,
        name,
        district,
        ...(years[year] && { stationClass: years[year].stationClass, agreement: years[year].agreement }),
        years: Object.keys(years).map(Number).sort(),
      })),
    },
  };
});

export const progress = handler('station.progress', async ({ input, actor, store, now }) => {
  insistMay(actor, 'station.progress', input.stationId);
  const [docs] = await loadStationYears(store, [input.stationId], input.year, now);
  if (!docs) throw new Refusal('not-found');
  return { reply: progressView(docs, now) };
});

/** All stations of a year. Sums progress records, never the records behind them. */
export const board = handler('station.board', async ({ input, actor, store, now }) => {
  if (!can(actor, 'station.board', {})) throw new Refusal('not-allowed');
  const ids = DISTRICT_CODES.map(stationIdOf);
  const docs = await loadStationYears(store, ids, input.year, now);
  const stations = docs.flatMap((one) => (one ? [progressView(one, now)] : []));
  const without = DISTRICT_CODES.filter((_, i) => docs[i] === undefined).map((code) => ({
    id: code,
    name: districtName(code),
  }));
  return { reply: { year: input.year, asOf: isoOf(now), stations, districtsWithout: without } };
});
