import type { ReactNode } from 'react';
import { Box, Tap, Text } from './base';
import { cx } from './cx';
import styles from './Tabs.module.scss';

interface Tab<K extends string> {
  readonly key: K;
  readonly word: string;
  /** Shown above the word. */
  readonly count?: number | undefined;
}

interface Props<K extends string> {
  readonly tabs: readonly Tab<K>[];
  readonly value: K;
  readonly onChange: (key: K) => void;
  readonly label: string;
}

/** Arrow keys move within a row of tabs, as a browser's user expects. */
const moved = <K extends string>(tabs: readonly Tab<K>[], value: K, key: string): K | undefined => {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const at = tabs.findIndex((tab) => tab.key === value);
  return step === 0 ? undefined : tabs[(at + step + tabs.length) % tabs.length]?.key;
};

const idOf = (label: string, key: string) => `${label}-${key}`;

function Row<K extends string>({
  tabs,
  value,
  onChange,
  label,
  className,
  tabClass,
  onClass,
  children,
}: Props<K> & {
  readonly className: string | undefined;
  readonly tabClass: string | undefined;
  readonly onClass: string | undefined;
  readonly children: (tab: Tab<K>) => ReactNode;
}) {
  const press = (key: string): boolean => {
    const next = moved(tabs, value, key);
    if (next === undefined) return false;
    onChange(next);
    document.getElementById(idOf(label, next))?.focus();
    return true;
  };
  return (
    <Box className={className} role="tablist" label={label}>
      {tabs.map((tab) => (
        <Tap
          key={tab.key}
          id={idOf(label, tab.key)}
          role="tab"
          className={cx(tabClass, tab.key === value && onClass)}
          selected={tab.key === value}
          tabIndex={tab.key === value ? 0 : -1}
          onKey={press}
          onTap={() => onChange(tab.key)}
        >
          {children(tab)}
        </Tap>
      ))}
    </Box>
  );
}

/** Parts of one whole, each with its number: 计入 / 待定 / 未计入. */
export function Tabs<K extends string>(props: Props<K>) {
  return (
    <Row {...props} className={styles.tabs} tabClass={styles.tab} onClass={styles.on}>
      {(tab) => (
        <>
          {tab.count !== undefined && <Text className={styles.count}>{tab.count}</Text>}
          <Text className={styles.word}>{tab.word}</Text>
        </>
      )}
    </Row>
  );
}

/** A filter of a few words: 全部 17, A 类 6. */
export function Segmented<K extends string>(props: Props<K>) {
  return (
    <Row {...props} className={styles.chips} tabClass={styles.chip} onClass={styles.chosen}>
      {(tab) => <Text>{tab.count === undefined ? tab.word : `${tab.word} ${tab.count}`}</Text>}
    </Row>
  );
}
