import { go } from '@/platform/route';
import { Button } from '@/ui';
import { designationsAt } from './addresses';
import { ExportButton } from './ExportButton';
import type { Progress } from './types';

/** Wide screen: where to go from a station's year, and its evidence as a file. */
export function ProgressActions({ progress }: { readonly progress: Progress }) {
  const { stationId, year, metrics } = progress;
  return (
    <>
      <Button kind="plain" icon="star" word="重点服务名单" onTap={() => go(designationsAt(stationId, year))} />
      <ExportButton
        word="导出证据"
        stationId={stationId}
        year={year}
        metrics={metrics.map(({ metric }) => metric)}
        view="acceptance"
      />
    </>
  );
}
