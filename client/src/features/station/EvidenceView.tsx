import type { Standing } from '@/features/roles';
import { useWide } from '@/platform/width';
import { Box, ClauseLink, EvidenceList, FailureBlock, Loaded, type Part, Segmented, StateBlock, Text } from '@/ui';
import { clauseWord, metricUnit } from '@/words/counts';
import { dayWords } from '@/words/dates';
import { metricMeaning } from '@/words/station';
import { EvidenceRows, EvidenceTable } from './EvidenceRows';
import styles from './EvidenceView.module.scss';
import type { Evidence } from './types';
import type { EvidencePages } from './use-evidence';

type View = 'acceptance' | 'calendarYear';

const NONE: Readonly<Record<Part, string>> = {
  counted: '还没有计入的记录',
  pending: '没有待定的记录',
  excluded: '没有未计入的记录',
};

interface Props {
  readonly of: Evidence;
  readonly pages: EvidencePages;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly standing: Standing;
  /** On a phone the clause opens over the page; on a wide screen it stands beside. */
  readonly onClause: (() => void) | undefined;
}

/** The number, what it means, and the records behind it. */
export function EvidenceView({ of, pages, part, onPart, view, onView, standing, onClause }: Props) {
  const wide = useWide();
  const { counted, pending, excluded, target, metric, stationClass, clause } = of;
  const unit = metricUnit(metric);
  return (
    <Box>
      <Box className={styles.top}>
        <Text className="figure">{counted}</Text>
        <Text className={styles.of}>{target === null || view === 'calendarYear' ? unit : `/ ${target} ${unit}`}</Text>
        {onClause && <ClauseLink word={clauseWord(clause)} onOpen={onClause} />}
      </Box>
      <Box className={styles.meaning}>{metricMeaning(metric, stationClass)}</Box>
      <Segmented
        label="统计范围"
        tabs={[
          { key: 'acceptance', word: `验收：到 ${dayWords(`${of.year}-10-31`)}` },
          { key: 'calendarYear', word: '全年' },
        ]}
        value={view}
        onChange={onView}
      />
      <EvidenceList
        counts={{ counted, pending, excluded }}
        part={part}
        onPart={onPart}
        onMore={pages.more}
        loadingMore={pages.loadingMore}
        empty={<StateBlock title={NONE[part]} />}
      >
        <Loaded of={pages.first}>
          {() =>
            wide ? (
              <EvidenceTable of={of} part={part} items={pages.items} standing={standing} />
            ) : (
              <EvidenceRows of={of} items={pages.items} />
            )
          }
        </Loaded>
      </EvidenceList>
      {pages.failure && <FailureBlock failure={pages.failure} onAgain={pages.more} />}
    </Box>
  );
}
