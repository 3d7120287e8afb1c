import { posterToken } from '../cloudfunctions/_core/tokens';
import { dayOf, type Instant, isoOf, startOf, yearOf } from '../shared/kernel/calendar';
import { type Shot, shot } from './load';
import type { Census } from './nation/census';
import { CITY_STATIONS } from './nation/census';
import { CENTER, commissionerOf, leadOf, officerOf, shortCodeOf, stationOfNo } from './nation/names';
import { raterOf, visitIdOf, visiting } from './nation/visits';
import { CODE_KEYS, tokenOf } from './secrets';

/** What is asked of the servers, without end unless told. Neighbouring requests go to different people and places. */
export type Shots = Iterator<Shot>;

const FORM = { orgName: '星野材料研究院', title: '研究员', need: '产线能耗诊断' };

let nonces = 0;
const nonce = (): string => {
  nonces += 1;
  return `bench-${process.pid}-${nonces}`;
};

/** Tokens are signed once for each person. */
function tokens(): (personId: string) => string {
  const known = new Map<string, string>();
  return (personId) => {
    const token = known.get(personId) ?? tokenOf(personId);
    known.set(personId, token);
    return token;
  };
}

/** Commissioner and enterprise, each pair once; it ends when all have met. */
function* pairs({ stations, enterprisesOf, commissionersOf }: Census) {
  for (let shift = 0; shift < commissionersOf; shift += 1)
    for (let no = 0; no < enterprisesOf; no += 1)
      for (let station = 0; station < stations; station += 1)
        yield { station, enterprise: no, commissioner: (no + shift) % commissionersOf };
}

/** A commissioner scans the poster of an enterprise where he has not been today: a visit is opened. */
export function* checkIns(census: Census): Generator<Shot> {
  const token = tokens();
  for (const { station, enterprise, commissioner } of pairs(census)) {
    const code = posterToken(CODE_KEYS, shortCodeOf(station, enterprise));
    yield shot('/api/visit.checkIn', { nonce: nonce(), code, ...FORM }, token(commissionerOf(station, commissioner)));
  }
}

/** What is this code: asked before each check-in. */
export function* resolves(census: Census): Generator<Shot> {
  const token = tokens();
  for (;;)
    for (const { station, enterprise, commissioner } of pairs(census)) {
      const code = posterToken(CODE_KEYS, shortCodeOf(station, enterprise));
      yield shot('/api/visit.resolve', { code }, token(commissionerOf(station, commissioner)));
    }
}

/** Enterprises rate the visits that wait for it; when each is rated, they amend. */
export function* ratings(census: Census, now: Instant): Generator<Shot> {
  const token = tokens();
  const today = dayOf(now);
  for (;;)
    for (let no = census.visitsOf - 1; no >= 0; no -= 1)
      for (let station = 0; station < census.stations; station += 1) {
        const visit = visiting(station, no, census, today);
        if (visit.rated) break;
        const from = isoOf(startOf(visit.day) + 10 * 3_600_000);
        const { rater, commissionerId } = raterOf(visit);
        const rating = { theme: '产线能耗诊断', from, to: from, expertise: 5, satisfaction: 4 };
        const body = { nonce: nonce(), visitId: visitIdOf(visit), commissionerId, ...rating };
        yield shot('/api/rating.submit', body, token(rater));
      }
}

/** Steps through all stations without going from neighbour to neighbour. */
const STRIDE = 7919;

function* progressBy(stations: number, now: Instant, who: (station: number) => string): Generator<Shot> {
  const token = tokens();
  const year = yearOf(dayOf(now));
  for (let i = 0; ; i += 1) {
    const station = (i * STRIDE) % stations;
    yield shot('/api/station.progress', { stationId: stationOfNo(station), year }, token(who(station)));
  }
}

export const stationProgress = ({ stations }: Census, now: Instant): Shots => progressBy(stations, now, leadOf);
export const districtProgress = ({ stations }: Census, now: Instant): Shots =>
  progressBy(Math.min(stations, CITY_STATIONS), now, officerOf);

/** The board: all stations of the city at once. */
export function* cityProgress(now: Instant): Generator<Shot> {
  const one = shot('/api/station.board', { year: yearOf(dayOf(now)) }, tokenOf(CENTER));
  for (;;) yield one;
}

/** At least `count` of them are written beforehand: signing codes is not what is measured. */
export function ready(shots: Shots): Shots & { prepare(count: number): void } {
  const waiting: Shot[] = [];
  let first = 0;
  return {
    prepare(count) {
      waiting.splice(0, first);
      first = 0;
      while (waiting.length < count) {
        const next = shots.next();
        if (next.done) return;
        waiting.push(next.value);
      }
    },
    next() {
      const one = waiting[first];
      if (!one) return shots.next();
      first += 1;
      return { value: one };
    },
  };
}
