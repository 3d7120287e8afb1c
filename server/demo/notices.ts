import type { NoticeDoc, VisitDoc } from '../../cloudfunctions/_core/documents';
import { type NoticeKind, noticesFor } from '../../cloudfunctions/_core/notices';
import type { Change, Draft } from '../../cloudfunctions/_core/store';
import { addDays, startOf } from '../../shared/kernel/calendar';
import { districtOfStation } from '../../shared/station';
import { effective, type VisitEvent } from '../../shared/visit';
import { workingDayBefore } from './calendar';
import { demoPeople } from './cast';
import type { World } from './world';

const KEPT_DAYS = 30;

/** What the people of the demonstration were told in the last weeks, as the calls tell it. */
export function notices(world: World, visits: readonly Draft<VisitDoc>[]): readonly Change[] {
  const { today } = world;
  const from = startOf(addDays(today, -KEPT_DAYS));
  // What came before the last working day has been read.
  const unread = startOf(workingDayBefore(today, 1));
  const shown = new Set(demoPeople.map((one) => one.id));
  const contactsOf = new Map(world.sites.map(({ enterprise }) => [enterprise.id, enterprise.contacts]));
  const changes = visits.flatMap((visit) =>
    visit.history
      .filter((event) => event.at >= from)
      .flatMap((event) => toldBy(event, visit, contactsOf.get(visit.enterpriseId) ?? [], world))
      .flatMap(({ kind, who, cause, at }) =>
        noticesFor(
          kind,
          who.filter((id) => shown.has(id)),
          visit.id,
          visit.enterprise.name,
          at,
          cause,
        ),
      ),
  );
  return changes.map((change) =>
    change.kind === 'insert' && (change.doc as Draft<NoticeDoc>).at < unread
      ? { ...change, doc: { ...change.doc, read: true } as Draft<NoticeDoc> }
      : change,
  );
}

interface Told {
  readonly kind: NoticeKind;
  readonly who: readonly string[];
  readonly cause: string;
  readonly at: number;
}

function toldBy(
  { kind, at, by, ref = '' }: VisitEvent,
  visit: Draft<VisitDoc>,
  contacts: readonly string[],
  { people }: World,
): readonly Told[] {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== by);
  const makeUp = visit.makeUps.find((one) => one.id === ref);
  switch (kind) {
    case 'planned':
      return [{ kind: 'visit-planned', who: others([...visit.commissionerIds, ...contacts]), cause: 'planned', at }];
    case 'cancelled':
      return [{ kind: 'visit-cancelled', who: others(visit.commissionerIds), cause: 'cancelled', at }];
    case 'completed': {
      const raters = [...effective(visit, 'enterprise'), ...effective(visit, 'party')].map((one) => one.personId);
      return [{ kind: 'rate-please', who: others(raters), cause: 'completed', at }];
    }
    case 'makeUpRequested': {
      const there = effective(visit, 'specialist').map((one) => one.personId);
      const officer = people.offices.get(districtOfStation(visit.stationId))?.officer.id;
      return [
        { kind: 'make-up-confirm', who: there, cause: ref, at },
        { kind: 'make-up-asked', who: officer === undefined ? [] : [officer], cause: ref, at },
      ];
    }
    case 'makeUpDecided':
      return [{ kind: 'make-up-decided', who: makeUp ? [makeUp.requestedBy, makeUp.personId] : [], cause: ref, at }];
    default:
      return [];
  }
}
