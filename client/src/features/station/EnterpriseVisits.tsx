import { useState } from 'react';
import { useVisitPages } from '@/features/visit/use-pages';
import { VisitRow } from '@/features/visit/VisitRow';
import { Box, Button, Card, FailureBlock, Loaded, Section, StateBlock } from '@/ui';
import { say } from '@/words/kit';

/** The services at one enterprise, for those who see all of them: its own people, and the city. */
export function EnterpriseVisits({ enterpriseId, today }: { readonly enterpriseId: string; readonly today: string }) {
  const [of] = useState(() => ({ of: 'enterprise' as const, enterpriseId, limit: 10 }));
  const { first, visits, more, loadingMore, failure } = useVisitPages(of);
  return (
    <Section title="服务">
      <Loaded of={first} isEmpty={(data) => data.visits.length === 0} empty={<StateBlock title="还没有服务" />}>
        {() => (
          <>
            <Card>
              {visits.map((visit) => (
                <VisitRow key={visit.id} visit={visit} lead="day" today={today} />
              ))}
            </Card>
            {failure && <FailureBlock failure={failure} onAgain={more} />}
            {more && (
              <Box style={{ marginTop: '10px' }}>
                <Button small kind="plain" word={say.more} pending={loadingMore} onTap={more} />
              </Box>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
