import { CLAUSES, type Clause, type ClauseId } from '@shared/policy/clauses';
import { DOCUMENTS, type DocumentId } from '@shared/policy/documents';
import { useState } from 'react';
import { ClauseFor, ClauseSheetFor } from '@/features/policy/ClauseSheetFor';
import { useRole } from '@/features/roles';
import styles from '@/features/station/Clauses.module.scss';
import { useWide } from '@/platform/width';
import { Box, Card, Icon, Page, Section, Tap } from '@/ui';

const entries = Object.entries(CLAUSES) as readonly [ClauseId, Clause][];
const documents = Object.keys(DOCUMENTS) as readonly DocumentId[];

interface RowProps {
  readonly clause: Clause;
  readonly chosen: boolean;
  readonly onOpen: () => void;
}

function Row({ clause, chosen, onOpen }: RowProps) {
  return (
    <Tap className={chosen ? `${styles.row} ${styles.chosen}` : styles.row} onTap={onOpen} current={chosen}>
      <Box className={styles.article}>{clause.article}</Box>
      <Box className="grow">{clause.restatement}</Box>
      <Icon name="next" tone="ink-3" size={18} weight={2} />
    </Tap>
  );
}

/** 办法与条款: every clause that a rule of this system answers, by document. */
export default function ClausesPage() {
  const wide = useWide();
  const { me } = useRole();
  const [chosen, setChosen] = useState<ClauseId>();
  const year = me.data && Number(me.data.today.slice(0, 4));
  const first = entries.find(([, { document }]) => document === documents[0])?.[0];
  const shown = chosen ?? (wide ? first : undefined);
  return (
    <Page
      title="办法与条款"
      meta="本系统照着算的每一条：我们的复述、原文要句和读法"
      side={shown && <ClauseFor key={shown} clauseId={shown} year={year} />}
    >
      {documents.map((id) => (
        <Section key={id} title={DOCUMENTS[id].title}>
          <Card>
            {entries
              .filter(([, { document }]) => document === id)
              .map(([clauseId, clause]) => (
                <Row
                  key={clauseId}
                  clause={clause}
                  chosen={wide && clauseId === shown}
                  onOpen={() => setChosen(clauseId)}
                />
              ))}
          </Card>
        </Section>
      ))}
      {!wide && (
        <ClauseSheetFor
          clauseId={chosen}
          year={year}
          open={chosen !== undefined}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  );
}
