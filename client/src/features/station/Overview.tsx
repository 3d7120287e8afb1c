import { useState } from 'react';
import { Box, Loaded, Panel } from '@/ui';
import { Bullets } from './Bullets';
import { DueList } from './DueList';
import styles from './Overview.module.scss';
import { mayDecide, type OverviewProps } from './overview.types';
import { PacePanel } from './PacePanel';
import { worst } from './pace-words';
import type { Metric } from './types';
import { WhyNot } from './WhyNot';

/** A station's year on a wide screen: the figures, why not, what comes due, and the pace of the chosen figure. */
export function Overview({ progress, todo, standing, today, onClause }: OverviewProps) {
  const [chosen, setChosen] = useState<Metric>();
  const metric = chosen ?? worst(progress.metrics);
  const { stationId, year } = progress;
  return (
    <Box className={styles.columns}>
      <Box className={styles.main}>
        <Bullets progress={progress} chosen={metric} onChoose={setChosen} onClause={onClause} />
        <Box className={styles.below}>
          <WhyNot key={metric} progress={progress} metric={metric} standing={standing} />
        </Box>
      </Box>
      <Box className={styles.side}>
        <Panel title="到期的事">
          <Loaded of={todo}>
            {(data) => (
              <DueList
                todo={data}
                stationId={stationId}
                year={year}
                today={today}
                mayDecide={mayDecide(standing)}
                onClause={onClause}
              />
            )}
          </Loaded>
        </Panel>
        <Box className={styles.below}>
          <PacePanel key={metric} progress={progress} metric={metric} today={today} />
        </Box>
      </Box>
    </Box>
  );
}
