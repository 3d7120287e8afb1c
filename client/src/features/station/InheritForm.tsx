import { useState } from 'react';
import { ActFailure } from '@/features/visit/acts/ActFailure';
import { useAct, useCall, useNonce } from '@/gateway';
import { Box, Button, Card, Loaded, toast } from '@/ui';
import styles from './Settings.module.scss';

/** The only year for which the policy itself names figures. */
const NAMED = 2024;

/** 沿用: what a year without figures of its own is measured by; marked wherever it shows. */
export function InheritForm({ year }: { readonly year: number }) {
  const clause = useCall('policy.clause', { clauseId: 'STN-06-A1', year });
  const act = useAct('policy.inherit');
  const { nonce, renew } = useNonce();
  const [sure, setSure] = useState(false);
  const change = async (from: number | null) => {
    const reply = await act.run({ year, from, nonce: nonce() });
    if (!reply.ok) return;
    renew();
    setSure(false);
    toast(from === null ? `${year}年不再沿用` : `${year}年沿用 ${from}年标准`);
    clause.reload();
  };
  return (
    <Loaded of={clause}>
      {({ inheritedFrom }) => (
        <Card pad>
          <Box className={styles.now}>
            {year <= NAMED
              ? `${year}年用办法写明的标准，不用沿用。`
              : inheritedFrom === null
                ? `办法没有写明 ${year}年的标准，各站点都是“无法判定”。`
                : `${year}年沿用 ${inheritedFrom}年标准，所有页面都有标记。`}
          </Box>
          {year > NAMED && inheritedFrom === null && (
            <Button word={`${year}年沿用 ${NAMED}年标准`} pending={act.pending} onTap={() => void change(NAMED)} />
          )}
          {inheritedFrom !== null && !sure && <Button kind="plain" word="取消沿用" onTap={() => setSure(true)} />}
          {inheritedFrom !== null && sure && (
            <>
              <Box className={styles.now}>{`取消后，${year}年各站点都变成“无法判定”。`}</Box>
              <Box className={styles.pair}>
                <Button word="确认取消沿用" pending={act.pending} onTap={() => void change(null)} />
                <Button kind="plain" word="不取消" onTap={() => setSure(false)} />
              </Box>
            </>
          )}
          <ActFailure failure={act.failure} />
        </Card>
      )}
    </Loaded>
  );
}
