import { Greeting, greetingOf, HomeOf, whereabouts } from '@/features/home';
import { useRole } from '@/features/roles';
import { Facts } from '@/features/visit/Facts';
import { useReturn } from '@/platform/return';
import { go } from '@/platform/route';
import { Button, Loaded, Page } from '@/ui';

/** 首页: made for each role, with the one thing this person wants now as the biggest thing on it. */
export default function HomePage() {
  const { me, standing, standings } = useRole();
  useReturn(me.reload);
  const plans =
    standing?.kind === 'commissioner' || standing?.role === 'stationContact' || standing?.role === 'stationLead';
  const unread = me.data?.unreadNotices ?? 0;
  return (
    <Page
      title={me.data && standing ? greetingOf(me.data, standing) : '首页'}
      tab="home"
      meta={me.data && standing && <Facts facts={whereabouts(me.data, standing)} />}
      actions={
        <>
          {unread > 0 && (
            <Button kind="tint" icon="bell" word={`${unread} 条提醒`} onTap={() => go('/pages/notices/index')} />
          )}
          {plans && <Button kind="plain" icon="calendar" word="安排服务" onTap={() => go('/pages/plan/index')} />}
        </>
      }
    >
      <Loaded of={me}>
        {(data) =>
          standing && (
            <>
              <Greeting me={data} standing={standing} standings={standings} />
              <HomeOf key={standing.key} me={data} standing={standing} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
