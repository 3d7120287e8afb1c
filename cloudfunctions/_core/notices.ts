import type { Instant } from '../../shared/kernel/calendar';
import type { NoticeDoc } from './documents';
import { idFrom } from './ids';
import type { Change, Draft } from './store';

export type NoticeKind =
  | 'attendee-joined'
  | 'rate-please'
  | 'make-up-asked'
  | 'make-up-confirm'
  | 'make-up-decided'
  | 'visit-planned'
  | 'visit-cancelled';

/** One notice per person for one cause; `cause` makes the id, so that a repeated event does not tell twice. */
export const noticesFor = (
  kind: NoticeKind,
  personIds: readonly string[],
  visitId: string,
  subject: string,
  now: Instant,
  cause: string,
): Change[] =>
  [...new Set(personIds)].map((personId) => {
    const doc: Draft<NoticeDoc> = {
      id: `notice:${idFrom(22, kind, personId, visitId, cause)}`,
      scope: 'city',
      personId,
      at: now,
      kind,
      visitId,
      subject,
      read: false,
    };
    return { kind: 'insert', collection: 'notices', doc };
  });
