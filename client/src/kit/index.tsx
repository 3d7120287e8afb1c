import { useState } from 'react';
import { useWide } from '@/platform/width';
import { setLarge, useDevice } from '@/state/device';
import { Button, Page, Section, Segmented } from '@/ui';
import { Forms } from './Forms';
import { Numbers } from './Numbers';
import { Records } from './Records';
import { States } from './States';
import { Wide } from './Wide';

type Part = 'forms' | 'records' | 'numbers' | 'states' | 'wide';

const parts = [
  { key: 'forms', word: '填写' },
  { key: 'records', word: '记录' },
  { key: 'numbers', word: '数字' },
  { key: 'states', word: '状态' },
  { key: 'wide', word: '宽屏' },
] as const;

const asked = new URLSearchParams(globalThis.location?.search ?? '').get('part') as Part | null;

/** Every component with its states, on invented records. Built only with KIT=1. */
export default function KitPage() {
  const [part, setPart] = useState<Part>(asked ?? 'forms');
  const large = useDevice((device) => device.large);
  const wide = useWide();
  return (
    <Page
      title="组件与状态"
      meta="发明的人、企业和数字"
      dock={part === 'forms' ? <Button word="确认签到" onTap={() => undefined} /> : undefined}
      hint="只记录以上三项和签到时间，不记录位置"
      actions={wide && <Button kind="plain" word="大字" onTap={() => setLarge(!large)} />}
    >
      <Segmented label="部分" tabs={parts} value={part} onChange={setPart} />
      {!wide && (
        <Section
          title="大字"
          more={<Button small kind="tint" word={large ? '关' : '开'} onTap={() => setLarge(!large)} />}
        />
      )}
      {part === 'forms' && <Forms />}
      {part === 'records' && <Records />}
      {part === 'numbers' && <Numbers />}
      {part === 'states' && <States />}
      {part === 'wide' && <Wide />}
    </Page>
  );
}
