import { useState } from 'react';
import { scanCode } from '@/platform/scan';
import { Box, Button, Section, Text } from '@/ui';

export function ScanSample() {
  const [read, setRead] = useState('');
  const scan = async () => {
    const scanned = await scanCode();
    setRead(scanned.ok ? scanned.text : scanned.why);
  };
  return (
    <Section title="扫码">
      <Button kind="plain" word="扫码签到" onTap={() => void scan()} />
      <Box>
        <Text id="scanned">{read}</Text>
      </Box>
    </Section>
  );
}
