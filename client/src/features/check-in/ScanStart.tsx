import { useEffect, useRef, useState } from 'react';
import { scanCode, typeCode } from '@/platform/scan';
import { Box, Button, Icon, Page } from '@/ui';
import { checkInWords as words } from '@/words/check-in-page';
import styles from './CheckIn.module.scss';
import { tokenIn } from './code';

interface Props {
  readonly onCode: (code: string) => void;
}

/** Opened without a code: the scanner at once, and this page behind it for whoever closed it. */
export function ScanStart({ onCode }: Props) {
  const [trouble, setTrouble] = useState<string>();
  const begun = useRef(false);

  const use = (text: string | undefined) => {
    if (text !== undefined && text.trim() !== '') onCode(tokenIn(text));
  };
  const scan = async () => {
    setTrouble(undefined);
    const read = await scanCode();
    if (read.ok) use(read.text);
    else if (read.why !== 'cancelled') setTrouble(read.why === 'denied' ? words.denied : words.unreadable);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void scan();
  }, []);

  return (
    <Page
      title={words.scanTitle}
      dock={
        <Box className={styles.dock}>
          <Button icon="scan" word={words.scan} onTap={() => void scan()} />
          <Button kind="text" word={words.type} onTap={() => void typeCode().then(use)} />
        </Box>
      }
    >
      <Box className={styles.state}>
        <Icon name="scan" tone="primary" size={88} />
        <Box as="h2" className={styles.stateTitle}>
          {words.scanTitle}
        </Box>
        <Box className={styles.lead} role={trouble ? 'alert' : undefined}>
          {trouble ?? words.scanLead}
        </Box>
      </Box>
    </Page>
  );
}
