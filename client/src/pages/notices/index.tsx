import { useEffect, useRef } from 'react';
import { useRole } from '@/features/roles';
import { rateOf, visitOf } from '@/features/visit/addresses';
import { Facts } from '@/features/visit/Facts';
import { call, useCall } from '@/gateway';
import { useReturn } from '@/platform/return';
import { Card, Icon, ListRow, Loaded, Page, Section, StateBlock, Tag } from '@/ui';
import { momentWords } from '@/words/dates';
import { type Notice, noticeWords } from '@/words/notices';

/** A request to rate leads to the form itself, everything else to the visit. */
const addressOf = ({ kind, visitId }: Notice): string | undefined => {
  if (visitId === undefined) return undefined;
  return kind === 'rate-please' ? rateOf(visitId) : visitOf(visitId);
};

interface RowsProps {
  readonly notices: readonly Notice[];
  readonly today: string;
}

function Rows({ notices, today }: RowsProps) {
  return (
    <Card>
      {notices.map((notice) => {
        const { icon, say } = noticeWords(notice.kind);
        return (
          <ListRow
            key={notice.id}
            name={notice.subject}
            why={<Facts facts={[say, momentWords(notice.at, today)]} />}
            lead={<Icon name={icon} tone={notice.read ? 'ink-3' : 'primary'} size={24} />}
            aside={notice.read ? undefined : <Tag tint word="新" />}
            to={addressOf(notice)}
          />
        );
      })}
    </Card>
  );
}

/** What was new when the page was opened stays marked while it is looked at; the server is told that it was read. */
function Notices({ notices, today }: RowsProps) {
  const fresh = useRef(new Set(notices.filter((one) => !one.read).map((one) => one.id)));
  const unread = notices.filter((one) => !one.read).map((one) => one.id);
  const key = unread.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the ids
  useEffect(() => {
    // Not worth a word if it fails: they stay new, and the next look tells the server again.
    if (unread.length > 0) void call('account.readNotices', { ids: unread.slice(0, 100) });
  }, [key]);
  for (const id of unread) fresh.current.add(id);
  const marked = notices.map((one) => ({ ...one, read: !fresh.current.has(one.id) }));
  const news = marked.filter((one) => !one.read);
  const old = marked.filter((one) => one.read);
  return (
    <>
      {news.length > 0 && (
        <Section title="新提醒" more={`${news.length} 条`}>
          <Rows notices={news} today={today} />
        </Section>
      )}
      {old.length > 0 && (
        <Section title="看过的">
          <Rows notices={old} today={today} />
        </Section>
      )}
    </>
  );
}

/** 提醒: what others did that concerns this person. */
export default function NoticesPage() {
  const { me } = useRole();
  const notices = useCall('account.notices', {});
  useReturn(notices.reload);
  return (
    <Page title="提醒" narrow>
      <Loaded
        of={notices}
        isEmpty={(data) => data.notices.length === 0}
        empty={<StateBlock icon="bell" title="没有提醒" note="有人安排服务、代表企业签到或申请补签时，会提醒您" />}
      >
        {(data) => <Notices notices={data.notices} today={me.data?.today ?? ''} />}
      </Loaded>
    </Page>
  );
}
