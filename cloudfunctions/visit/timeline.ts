import { type Actor, can } from '../../shared/access';
import type { Output } from '../../shared/api';
import { type Instant, isoOf } from '../../shared/kernel/calendar';
import { elapsed } from '../../shared/visit';
import type { VisitDoc } from '../_core/documents';
import { targetOf } from './load';

type Event = Output<'visit.get'>['visit']['timeline'][number];

/** What happened, with what time has done since the record was last written. Voided facts stay, struck. */
export function timelineOf(visit: VisitDoc, now: Instant, nameOf: (id: string) => string, actor: Actor): Event[] {
  const byTime = elapsed(visit, visit.writtenTo, now).map((one) => ({
    ...one,
    by: 'system',
    ref: undefined,
    reason: undefined,
  }));
  const struck = new Set([...visit.checkIns, ...visit.ratings].filter((one) => one.voided).map((one) => one.id));
  // A rated commissioner must not learn whose rating came when.
  const staff = can(actor, 'rating.readAll', targetOf(visit));
  const hidden = (kind: string, by: string) =>
    (kind === 'rated' || kind === 'amended') && !staff && by !== actor.personId;
  return [...visit.history.map(({ kind, at, by, ref, reason }) => ({ kind, at, by, ref, reason })), ...byTime].map(
    ({ kind, at, by, ref, reason }) => ({
      kind,
      at: isoOf(at),
      by: hidden(kind, by) ? '' : nameOf(by),
      ...(ref !== undefined && { ref }),
      ...(reason !== undefined && { reason }),
      struck: ref !== undefined && struck.has(ref),
    }),
  );
}
