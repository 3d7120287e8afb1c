import { districtName } from '@shared/enterprise/districts';
import { useState } from 'react';
import { useCall } from '@/gateway';
import { Box, Button, Card, Field, ListRow, Loaded, Tag } from '@/ui';
import { planWords as words } from '@/words/plan';
import type { PlanForm } from './form';
import styles from './Plan.module.scss';
import { useSettled } from './use-settled';

interface Props {
  readonly chosen: PlanForm['enterprise'];
  readonly onChoose: (enterprise: PlanForm['enterprise']) => void;
  /** A station's people look only into their own district. */
  readonly district: string | undefined;
}

function Search({ onChoose, district }: Omit<Props, 'chosen'>) {
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  const wanted = query === '' ? null : { query, ...(district && { district }), limit: 6 };
  const found = useCall('enterprise.list', wanted);
  return (
    <>
      <Field
        label={words.enterprise}
        kind="search"
        placeholder={words.enterpriseHint}
        value={text}
        onChange={setText}
      />
      {wanted !== null && (
        <Box className={styles.found} live="polite">
          <Loaded
            of={found}
            isEmpty={(data) => data.enterprises.length === 0}
            empty={<Box className={styles.none}>{words.enterpriseNone}</Box>}
          >
            {(data) => (
              <Card>
                {data.enterprises.map((one) => (
                  <ListRow
                    key={one.id}
                    name={one.name}
                    why={`${districtName(one.district)}，${one.industry}`}
                    aside={one.zjtx ? <Tag tint word="专精特新" /> : undefined}
                    onTap={() => onChoose(one)}
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

/** The enterprise: searched by a few characters, then shown with a way to take another. */
export function EnterpriseChoice({ chosen, onChoose, district }: Props) {
  if (chosen === null) return <Search onChoose={onChoose} district={district} />;
  return (
    <>
      <Box className={styles.label}>{words.enterprise}</Box>
      <Card>
        <ListRow
          name={chosen.name}
          why={`${districtName(chosen.district)}，${chosen.industry}`}
          aside={<Button small kind="tint" word={words.change} onTap={() => onChoose(null)} />}
        />
      </Card>
    </>
  );
}
