import { useState } from 'react';
import { useCall } from '@/gateway';
import { Box, Card, cx, Field, Icon, ListRow, Loaded, Tap, Text } from '@/ui';
import { planWords as words } from '@/words/plan';
import type { Named } from './form';
import styles from './Plan.module.scss';
import { useSettled } from './use-settled';

interface Props {
  readonly chosen: readonly Named[];
  readonly onChange: (people: readonly Named[]) => void;
  /** Whose residents are offered before anything is typed. */
  readonly stationId: string | undefined;
}

/** One or several commissioners: the station's own first, everybody by a few characters. */
export function PeopleChoice({ chosen, onChange, stationId }: Props) {
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  const wanted = query !== '' ? { query, limit: 6 } : stationId && chosen.length === 0 ? { stationId, limit: 6 } : null;
  const found = useCall('commissioner.list', wanted);
  const add = (one: Named) => {
    onChange([...chosen, { id: one.id, name: one.name }]);
    setText('');
  };
  return (
    <>
      <Field label={words.people} kind="search" placeholder={words.peopleHint} value={text} onChange={setText} />
      {chosen.length > 0 && (
        <Box className={styles.found}>
          <Box className={styles.chips}>
            {chosen.map((one) => (
              <Tap
                key={one.id}
                className={cx(styles.chip, styles.on)}
                label={words.remove(one.name)}
                onTap={() => onChange(chosen.filter((other) => other.id !== one.id))}
              >
                <Text className={styles.chipWord}>{one.name}</Text>
                <Icon name="close" tone="on-dark" size={18} weight={2} />
              </Tap>
            ))}
          </Box>
        </Box>
      )}
      {wanted !== null && (
        <Box className={styles.found} live="polite">
          <Loaded
            of={found}
            isEmpty={(data) => data.commissioners.filter((one) => one.active).length === 0}
            empty={<Box className={styles.none}>{words.peopleNone}</Box>}
          >
            {(data) => (
              <Card>
                {data.commissioners
                  .filter((one) => one.active && !chosen.some((other) => other.id === one.id))
                  .map((one) => (
                    <ListRow
                      key={one.id}
                      name={one.name}
                      why={`${one.orgName}，${one.fields.join('、')}`}
                      onTap={() => add(one)}
                    />
                  ))}
              </Card>
            )}
          </Loaded>
        </Box>
      )}
    </>
  );
}
