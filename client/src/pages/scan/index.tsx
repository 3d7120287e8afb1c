import { Page, StateBlock } from '@/ui';

export default function ScanPage() {
  return (
    <Page title="签到">
      <StateBlock title="签到" />
    </Page>
  );
}
