import { SignIn } from '@/features/identity';
import { pageParams } from '@/platform/params';
import { Page } from '@/ui';
import { identityWords } from '@/words/identity';

export default function SignInPage() {
  return (
    <Page title={identityWords.title}>
      <SignIn to={pageParams().to} />
    </Page>
  );
}
