import type { Me } from '@/features/roles';
import { Facts } from '@/features/visit/Facts';
import { Box } from '@/ui';
import { meWords as words } from '@/words/me';
import styles from './Me.module.scss';

export function Who({ person }: Pick<Me, 'person'>) {
  const { name, orgName, title } = person;
  return (
    <Box className={styles.who}>
      <Box className={styles.avatar} hidden>
        {name.slice(0, 1) || '客'}
      </Box>
      <Box className="grow">
        <Box as="h2" className="title">
          {name || words.nameless}
        </Box>
        <Box className="note ink2">{name ? <Facts facts={[orgName, title]} /> : words.namelessNote}</Box>
      </Box>
    </Box>
  );
}
