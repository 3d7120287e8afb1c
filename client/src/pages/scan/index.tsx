import { useState } from 'react';
import { CheckIn, codeFrom, ScanStart } from '@/features/check-in';
import { Identified } from '@/features/identity';
import { pageParams } from '@/platform/params';
import { checkInWords } from '@/words/check-in-page';

/** Opened by a code: `k` from our link, `scene` from a mini-program code, `q` from a link that WeChat scanned. */
export default function ScanPage() {
  const [code, setCode] = useState(() => codeFrom(pageParams()));
  if (code === undefined) return <ScanStart onCode={setCode} />;
  return (
    <Identified title={checkInWords.title}>
      {(renew) => <CheckIn key={code} code={code} onCode={setCode} renew={renew} />}
    </Identified>
  );
}
