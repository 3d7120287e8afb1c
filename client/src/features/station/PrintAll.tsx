import { districtName } from '@shared/enterprise/districts';
import { useState } from 'react';
import { call, type Failure } from '@/gateway';
import { saveFile } from '@/platform/files';
import { Box, Button, toast } from '@/ui';
import { failureWords } from '@/words/failure';
import styles from './ExportButton.module.scss';

/** The codes of a whole district as PDF files of sixty sheets each, in order of short codes; goes on where it failed. */
export function PrintAll({ district }: { readonly district: string }) {
  const [progress, setProgress] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [from, setFrom] = useState<{
    readonly cursor: string | undefined;
    readonly done: number;
    readonly file: number;
  }>();
  const run = async () => {
    if (progress !== undefined) return;
    let { cursor, done, file } = from ?? { cursor: undefined, done: 0, file: 1 };
    setFailure(undefined);
    do {
      setProgress(`正在生成第 ${done + 1} 张起…`);
      const reply = await call('enterprise.posterPdf', { district, ...(cursor !== undefined && { cursor }) });
      if (!reply.ok) {
        setFrom({ cursor, done, file });
        setProgress(undefined);
        return setFailure(reply);
      }
      const name = `签到码-${districtName(district)}-${file}.pdf`;
      await saveFile({ name, type: 'application/pdf', content: { base64: reply.data.base64 } });
      ({ cursor } = reply.data);
      done += reply.data.posters;
      file += 1;
    } while (cursor !== undefined);
    setFrom(undefined);
    setProgress(undefined);
    toast(`${done} 张签到码，共 ${file - 1} 份 PDF`);
  };
  return (
    <Box className={styles.export}>
      <Button
        icon="print"
        word={progress ?? (from ? `接着生成（已有 ${from.done} 张）` : '打印全区签到码')}
        onTap={() => void run()}
      />
      <Box className={styles.failure} live="polite">
        {failure && `没有生成完：${failureWords(failure.code).title}`}
      </Box>
    </Box>
  );
}
