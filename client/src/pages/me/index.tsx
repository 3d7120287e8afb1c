import { Page, StateBlock } from '@/ui';

export default function MePage() {
  return (
    <Page title="我的" tab="me">
      <StateBlock title="我的" />
    </Page>
  );
}
