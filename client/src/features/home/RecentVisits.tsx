import { VisitRow } from '@/features/visit/VisitRow';
import { useCall } from '@/gateway';
import { useReturn } from '@/platform/return';
import { go } from '@/platform/route';
import { Box, Button, Card, Loaded, Section, StateBlock } from '@/ui';
import { calm } from './calm';

interface Props {
  readonly today: string;
  readonly enterpriseId?: string;
}

/** The last visits, and the way to all of them. */
export function RecentVisits({ today, enterpriseId }: Props) {
  const of = enterpriseId === undefined ? { of: 'mine' as const } : { of: 'enterprise' as const, enterpriseId };
  const visits = useCall('visit.list', { ...of, to: today, limit: 4 });
  useReturn(visits.reload);
  return (
    <Section title="最近的服务">
      <Loaded
        of={calm(visits)}
        isEmpty={(data) => data.visits.length === 0}
        empty={<StateBlock title="还没有服务" note="双方扫码签到后，服务会列在这里" />}
      >
        {(data) => (
          <>
            <Card>
              {data.visits.map((visit) => (
                <VisitRow
                  key={visit.id}
                  visit={visit}
                  lead="day"
                  today={today}
                  by={enterpriseId === undefined ? 'enterprise' : 'topic'}
                />
              ))}
            </Card>
            <Box style={{ marginTop: '8px' }}>
              <Button kind="text" word="看全部服务" onTap={() => go('/pages/visits/index')} />
            </Box>
          </>
        )}
      </Loaded>
    </Section>
  );
}
