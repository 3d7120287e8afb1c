import { useState } from 'react';
import { call, type Failure, useCall } from '@/gateway';
import { saveFile } from '@/platform/files';
import { printSheet } from '@/platform/print';
import { Box, Button, Img, Loaded } from '@/ui';
import { failureWords } from '@/words/failure';
import styles from './Poster.module.scss';

const WIDTH = 240;
const web = process.env.TARO_ENV === 'h5';

interface Props {
  readonly enterpriseId: string;
  readonly name: string;
  readonly shortCode: string;
}

/** The enterprise's code as it will hang at its door: to print, or as a file. */
export function Poster({ enterpriseId, name, shortCode }: Props) {
  const poster = useCall('enterprise.poster', { enterpriseId });
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const pdf = async () => {
    setFailure(undefined);
    setMaking(true);
    const reply = await call('enterprise.posterPdf', { enterpriseId });
    setMaking(false);
    if (!reply.ok) return setFailure(reply);
    const { fileName, base64 } = reply.data;
    await saveFile({ name: fileName, type: 'application/pdf', content: { base64 } });
  };
  return (
    <Loaded of={poster}>
      {({ svg }) => (
        <Box className={styles.poster}>
          <Img
            className={styles.sheet}
            src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
            width={WIDTH}
            height={WIDTH * Math.SQRT2}
            alt={`${name}的签到码，A4 一张`}
          />
          <Box className={styles.ways}>
            {web && <Button icon="print" word="打印" onTap={() => void printSheet(svg)} />}
            <Button
              kind={web ? 'plain' : 'primary'}
              icon="download"
              word={web ? '下载 PDF' : '打开 PDF'}
              pending={making}
              onTap={() => void pdf()}
            />
            {web && (
              <Button
                kind="plain"
                icon="download"
                word="下载 SVG"
                onTap={() =>
                  void saveFile({ name: `签到码-${shortCode}.svg`, type: 'image/svg+xml', content: { text: svg } })
                }
              />
            )}
          </Box>
          <Box className={styles.failure} live="polite">
            {failure && `没有生成：${failureWords(failure.code).title}`}
          </Box>
        </Box>
      )}
    </Loaded>
  );
}
