import type { CollectionName } from '../../cloudfunctions/_core/collections';
import { CITY, personDraft, SETTINGS_ID, type SettingsDoc, type VisitDoc } from '../../cloudfunctions/_core/documents';
import type { Draft } from '../../cloudfunctions/_core/store';
import { addDays, dayOf, type Instant, yearOf } from '../../shared/kernel/calendar';
import type { Census } from './census';
import { castOf, center, recordsOf } from './people';
import { sumsOf } from './sums';
import { visitDraftOf, visiting } from './visits';

export interface Entry {
  readonly collection: CollectionName;
  readonly doc: Draft;
}

/** The policy itself has figures for this year only. */
const FIGURES_OF = 2024;

/** A year back the visits begin. */
const yearsOf = (now: Instant): readonly number[] => {
  const today = dayOf(now);
  return [...new Set([yearOf(addDays(today, -366)), yearOf(today)])];
};

function settings(now: Instant): Draft<SettingsDoc> {
  const inheritFrom = Object.fromEntries(yearsOf(now).map((year) => [String(year), FIGURES_OF]));
  return { id: SETTINGS_ID, scope: CITY, inheritFrom, demo: false, log: [] };
}

/** All documents of a country with that many check-ins, station after station. The same moment gives the same documents. */
export function* documentsOf(census: Census, now: Instant): Generator<Entry> {
  yield { collection: 'settings', doc: settings(now) };
  yield { collection: 'persons', doc: personDraft(center) };
  for (let station = 0; station < census.stations; station += 1) yield* ofStation(station, census, now);
}

function* ofStation(station: number, census: Census, now: Instant): Generator<Entry> {
  const today = dayOf(now);
  const years = yearsOf(now);
  const cast = castOf(station, census);
  yield* recordsOf(station, cast, years);
  const byYear = new Map<number, Draft<VisitDoc>[]>(years.map((year) => [year, []]));
  for (let no = 0; no < census.visitsOf; no += 1) {
    const doc = visitDraftOf(visiting(station, no, census, today), cast, now);
    byYear.get(yearOf(doc.day))?.push(doc);
    yield { collection: 'visits', doc };
  }
  for (const [year, visits] of byYear) {
    const { standings, progress } = sumsOf(station, year, FIGURES_OF, visits, cast, now);
    for (const doc of standings) yield { collection: 'standings', doc };
    yield { collection: 'progress', doc: progress };
  }
}
