import { Page, StateBlock } from '@/ui';

export default function VisitsPage() {
  return (
    <Page title="我的服务" tab="visits">
      <StateBlock title="我的服务" />
    </Page>
  );
}
