import { useWide } from '@/platform/width';
import { Box, Segmented, Select } from '@/ui';
import styles from './StationChoice.module.scss';
import type { StationInView } from './use-station';

/** Station and year, where there is more than one to choose from. */
export function StationChoice({ view }: { readonly view: StationInView }) {
  const wide = useWide();
  const { stations, stationId, years, year, choose } = view;
  if (stations.length < 2 && years.length < 2) return null;
  return (
    <Box className={wide ? styles.wide : undefined}>
      {stations.length > 1 && stationId !== undefined && (
        <Box className={styles.station}>
          <Select
            label="站点"
            value={stationId}
            onChange={(id) => choose({ stationId: id })}
            options={stations.map(({ id, name }) => ({ value: id, word: name }))}
          />
        </Box>
      )}
      {years.length > 1 && year !== undefined && (
        <Box className={styles.years}>
          <Segmented
            label="年度"
            tabs={years.map((one) => ({ key: String(one), word: `${one}年` }))}
            value={String(year)}
            onChange={(key) => choose({ year: Number(key) })}
          />
        </Box>
      )}
    </Box>
  );
}
