import type { Output } from '../../shared/api';
import { isoOf } from '../../shared/kernel/calendar';
import type { NoticeDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { writeOf } from '../_core/write';

type Kind = Output<'account.notices'>['notices'][number]['kind'];

export const notices = handler('account.notices', async ({ actor, store }) => {
  const page = await store.find<NoticeDoc>({
    collection: 'notices',
    eq: { personId: actor.personId },
    order: { field: 'at', down: true },
    limit: 50,
  });
  return {
    reply: {
      notices: page.docs.map(({ id, kind, visitId, subject, at, read }) => ({
        id,
        kind: kind as Kind,
        visitId,
        subject,
        at: isoOf(at),
        read,
      })),
    },
  };
});

/** Only one's own; ids of others' notices are passed over. */
export const readNotices = handler('account.readNotices', async ({ input, actor, store }) => {
  const docs =
    input.ids.length > 0
      ? await store.get<NoticeDoc>([...new Set(input.ids)].map((id) => ({ collection: 'notices', id })))
      : [];
  const unread = docs.filter(
    (one): one is NoticeDoc => one !== undefined && one.personId === actor.personId && !one.read,
  );
  return { reply: {}, changes: unread.map((one) => writeOf('notices', { ...one, read: true }, one.rev)) };
});
