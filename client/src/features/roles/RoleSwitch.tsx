import { Box, Segmented, Select } from '@/ui';
import type { Standing } from './standing';
import { chooseStanding } from './use-role';

interface Props {
  readonly standings: readonly Standing[];
  readonly standing: Standing;
}

/** For a person with several roles; nothing for everybody else. */
export function RoleSwitch({ standings, standing }: Props) {
  if (standings.length < 2) return null;
  const choose = (key: string) => {
    const next = standings.find((one) => one.key === key);
    if (next) chooseStanding(next);
  };
  return standings.length <= 3 ? (
    <Box style={{ marginTop: '12px' }}>
      <Segmented
        label="以哪个身份查看"
        tabs={standings.map(({ key, word }) => ({ key, word }))}
        value={standing.key}
        onChange={choose}
      />
    </Box>
  ) : (
    <Select
      label="以哪个身份查看"
      value={standing.key}
      onChange={choose}
      options={standings.map(({ key, word }) => ({ value: key, word }))}
    />
  );
}
