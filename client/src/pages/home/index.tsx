import { Page, StateBlock } from '@/ui';

export default function HomePage() {
  return (
    <Page title="首页" tab="home">
      <StateBlock title="首页" />
    </Page>
  );
}
