import { useState } from 'react';
import { Redeem } from '@/features/identity';
import type { Me } from '@/features/roles';
import { Box, Card, ListRow, Section, Sheet, Tag } from '@/ui';
import { privacyWords } from '@/words/check-in-page';
import { meWords as words } from '@/words/me';
import { LargeSwitch } from './LargeSwitch';
import styles from './Me.module.scss';

const h5 = process.env.TARO_ENV === 'h5';

/** What one can set or start from here. */
export function Settings({ me }: { readonly me: Me }) {
  const [redeeming, setRedeeming] = useState(false);
  const news = me.unreadNotices;
  return (
    <Section title="设置">
      <Card>
        <ListRow
          name={words.notices}
          why={news > 0 ? words.noticesNew(news) : words.noticesNone}
          aside={news > 0 ? <Tag tint word={String(news)} /> : undefined}
          to="/pages/notices/index"
        />
        <LargeSwitch />
      </Card>
      <Box style={{ marginTop: '12px' }}>
        <Card>
          <ListRow name={words.invitation} why={words.invitationNote} onTap={() => setRedeeming(true)} />
          {me.demo && h5 && <ListRow name={words.person} why={words.personNote} to="/pages/sign-in/index" />}
        </Card>
      </Box>
      <Sheet open={redeeming} onClose={() => setRedeeming(false)} title={words.invitation}>
        <Redeem />
      </Sheet>
    </Section>
  );
}

/** What is recorded of a person, why and how long. */
export function Privacy() {
  return (
    <Section title={words.privacy}>
      <Card pad>
        <Box as="ul" className={styles.lines}>
          {privacyWords.lines.map((line) => (
            <Box as="li" key={line} className={styles.line}>
              {line}
            </Box>
          ))}
        </Box>
      </Card>
    </Section>
  );
}
