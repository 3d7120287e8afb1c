import { isoOf } from '../../shared/kernel/calendar';
import { isResident } from '../../shared/person';
import type { NoticeDoc, StationDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { scopeNames } from '../_core/scope-names';
import { grantView } from './grant-view';

/** Somebody who has only scanned so far has no record yet, and no roles: that is an answer, not an error. */
export const me = handler('account.me', async ({ actor, person, deps, store, now, today }) => {
  const scopeName = await scopeNames(store, actor.grants);
  const stations = [...new Set((person?.residencies ?? []).map((one) => one.stationId))].filter(
    (id) => person && isResident(person, id, today),
  );
  const docs =
    stations.length > 0 ? await store.get<StationDoc>(stations.map((id) => ({ collection: 'stations', id }))) : [];
  const notices = await store.find<NoticeDoc>({
    collection: 'notices',
    eq: { personId: actor.personId },
    order: { field: 'at', down: true },
    limit: 50,
  });
  return {
    reply: {
      person: {
        id: actor.personId,
        name: person?.name ?? '',
        orgName: person?.orgName ?? '',
        title: person?.title ?? '',
      },
      grants: actor.grants.map((grant) => grantView(grant, scopeName(grant))),
      residentOf: stations.map((id, i) => ({ id, name: docs[i]?.name ?? '' })),
      today,
      now: isoOf(now),
      demo: deps.demo,
      unreadNotices: notices.docs.filter((one) => !one.read).length,
    },
  };
});
