import type { VisitDoc } from '../../cloudfunctions/_core/documents';
import type { Ledger } from './service';

/** Every nonce that stands in a visit, once for each time it stands there. */
function noncesIn(visit: VisitDoc): readonly string[] {
  return visit.history.flatMap((line) => ('nonce' in line && typeof line.nonce === 'string' ? [line.nonce] : []));
}

/**
 * What is wrong with the records, seen from the acknowledgements: a sentence for each.
 * @param visits all that are stored
 */
export function flawsOf({ kept }: Ledger, visits: readonly VisitDoc[]): readonly string[] {
  const flaws: string[] = [];
  const placesOf = new Map<string, string[]>();
  for (const visit of visits)
    for (const nonce of noncesIn(visit)) placesOf.set(nonce, [...(placesOf.get(nonce) ?? []), visit.id]);
  for (const { nonce, what, visitId } of kept) {
    const places = placesOf.get(nonce) ?? [];
    if (places.length !== 1 || places[0] !== visitId)
      flaws.push(`${what} ${nonce} was acknowledged for ${visitId} and stands in [${places}]`);
  }
  for (const [nonce, places] of placesOf) if (places.length > 1) flaws.push(`${nonce} stands in [${places}]`);
  return [...flaws, ...visits.flatMap(twiceIn)];
}

/** Nobody is checked in twice on a side, and a service is completed once. */
function twiceIn(visit: VisitDoc): readonly string[] {
  const effective = visit.checkIns.filter((one) => !one.voided).map((one) => `${one.side} ${one.personId}`);
  const completions = visit.history.filter((line) => line.kind === 'completed').length;
  return [
    ...(new Set(effective).size < effective.length ? [`${visit.id}: somebody is checked in twice`] : []),
    ...(completions > 1 ? [`${visit.id}: completed ${completions} times`] : []),
  ];
}
