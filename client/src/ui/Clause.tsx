import type { ReactNode } from 'react';
import { say } from '../words/kit';
import { Box, Tap, Text } from './base';
import styles from './Clause.module.scss';
import { cx } from './cx';
import { Icon } from './Icon';

interface Props {
  /** Our one-sentence restatement: the biggest. */
  readonly restatement: string;
  /** The few decisive words of the document, without quotation marks. */
  readonly quotation?: string | undefined;
  readonly document: string;
  /** 第六条 · C 类站点 */
  readonly place: string;
  /** 试行，数字写明用于 2024年 */
  readonly validity: string;
  /** 2026年沿用2024年标准: said in bold within the validity. */
  readonly inherited?: string | undefined;
  /** How an open wording is read. */
  readonly reading?: string | undefined;
  /** The whole article, where the deployer has loaded it. */
  readonly original?: string | undefined;
  readonly onFullText?: (() => void) | undefined;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Box className={styles.fact}>
      <Box className={styles.name}>{name}</Box>
      <Box className="grow">{children}</Box>
    </Box>
  );
}

/** A clause as a person needs it; stands in a Sheet, or in the side panel of a wide screen. */
export function ClauseView(props: Props) {
  const { restatement, quotation, document, place, validity, inherited, reading, original, onFullText } = props;
  return (
    <Box>
      <Box className="head">{restatement}</Box>
      {quotation && (
        <Box as="blockquote" className={styles.quote}>
          {`“${quotation}”`}
        </Box>
      )}
      <Box className={styles.facts}>
        <Fact name="文件">{document}</Fact>
        <Fact name="位置">{place}</Fact>
        <Fact name="效力">
          {inherited ? `${validity}；` : validity}
          {inherited && <Text strong>{inherited}</Text>}
        </Fact>
        {reading && <Fact name="读法">{reading}</Fact>}
      </Box>
      {original && <Box className={cx(styles.quote, styles.original)}>{original}</Box>}
      {onFullText && (
        <Tap className={styles.cite} onTap={onFullText}>
          <Box as="span">{say.fullText}</Box>
          <Icon name="next" tone="primary" size={16} weight={2} />
        </Tap>
      )}
    </Box>
  );
}
