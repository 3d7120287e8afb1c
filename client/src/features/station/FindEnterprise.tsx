import { useState } from 'react';
import { Box, Card, Field, ListRow, Loaded, Sheet, StateBlock } from '@/ui';
import { useEnterprises, useSettled } from './use-enterprises';

interface Props {
  readonly district: string;
  /** Enterprises that are chosen already, by id. */
  readonly taken: ReadonlySet<string>;
  readonly onClose: () => void;
  readonly onFound: (enterprise: { readonly id: string; readonly name: string }) => void;
}

/** Picks an enterprise of the district by name or code. */
export function FindEnterprise({ district, taken, onClose, onFound }: Props) {
  const [typed, setTyped] = useState('');
  const query = useSettled(typed).trim();
  const { first, rows } = useEnterprises({ district, limit: 20, ...(query !== '' && { query }) });
  return (
    <Sheet open onClose={onClose} title="选一家企业">
      <Field kind="search" label="找企业" placeholder="名称、企业码" value={typed} onChange={setTyped} max={60} focus />
      <Box style={{ marginTop: '12px' }}>
        <Loaded
          of={first}
          isEmpty={({ enterprises }) => enterprises.length === 0}
          empty={<StateBlock icon="building" title={`没有找到“${query}”`} />}
        >
          {() => (
            <Card>
              {rows.map(({ id, name, shortCode }) =>
                taken.has(id) ? (
                  <ListRow key={id} name={name} why="已在名单里" />
                ) : (
                  <ListRow key={id} name={name} why={shortCode} onTap={() => onFound({ id, name })} />
                ),
              )}
            </Card>
          )}
        </Loaded>
      </Box>
    </Sheet>
  );
}
