import { Box, Icon, Section, Steps } from '@/ui';
import { identityWords as words } from '@/words/identity';
import styles from './Identity.module.scss';
import { Redeem } from './Redeem';

/** A browser that has no identity, and outside the demonstration gets none by itself. */
export function WeChatOnly({ to }: { readonly to?: string | undefined }) {
  return (
    <Box className={styles.narrow}>
      <Box className={styles.state}>
        <Icon name="scan" tone="primary" size={72} />
        <Box as="h2" className={styles.heading}>
          {words.weChatTitle}
        </Box>
        <Box className="ink2">{words.weChatLead}</Box>
      </Box>
      <Steps steps={words.weChatSteps} />
      <Section title={words.invitationHeading}>
        <Redeem to={to} />
      </Section>
    </Box>
  );
}
