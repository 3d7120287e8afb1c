import { useState } from 'react';
import type { Failure } from '@/gateway';
import { saveFile } from '@/platform/files';
import { Box, Button, toast } from '@/ui';
import { failureWords } from '@/words/failure';
import styles from './ExportButton.module.scss';
import { exportEvidence, type Wanted } from './export-evidence';

interface Props extends Wanted {
  readonly word: string;
  readonly kind?: 'primary' | 'plain';
}

/** Fetches every page of the evidence and hands it over as a CSV file; says how far it is. */
export function ExportButton({ word, kind = 'primary', ...wanted }: Props) {
  const [progress, setProgress] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const run = async () => {
    if (progress !== undefined) return;
    setFailure(undefined);
    setProgress('正在导出…');
    const done = await exportEvidence(wanted, (rows, of) => setProgress(`已取 ${rows} / ${of} 条`));
    setProgress(undefined);
    if (!done.ok) return setFailure(done.failure);
    await saveFile({ name: done.name, type: 'text/csv', content: { text: done.text } });
    toast(`已导出 ${done.rows} 条`);
  };
  return (
    <Box className={styles.export}>
      <Button kind={kind} icon="download" word={progress ?? word} onTap={() => void run()} />
      <Box className={styles.failure} live="polite">
        {failure && `没有导出：${failureWords(failure.code).title}`}
      </Box>
    </Box>
  );
}
