import { Box, Tap } from './base';
import styles from './Clause.module.scss';
import { Icon } from './Icon';

/** 第六条 ›: from a number or a reason to the clause that it answers. */
export function ClauseLink({ word, onOpen }: { readonly word: string; readonly onOpen: () => void }) {
  return (
    <Tap className={styles.cite} onTap={onOpen} label={`看条款 ${word}`}>
      <Box as="span">{word}</Box>
      <Icon name="next" tone="primary" size={16} weight={2} />
    </Tap>
  );
}
