import { STATION_CLASSES, type StationClass } from '@shared/station/model';
import { useDraft } from '@/features/draft/use-draft';
import { ActFailure } from '@/features/visit/acts/ActFailure';
import { useAct, useCall, useNonce } from '@/gateway';
import { Box, Button, Card, Field, Loaded, Segmented, toast } from '@/ui';
import { metricName, metricUnit } from '@/words/counts';
import { classWord } from '@/words/station';
import styles from './Settings.module.scss';
import type { Metric, Progress } from './types';

interface Props {
  readonly stationId: string;
  readonly year: number;
}

const METRICS: readonly Metric[] = ['contacted', 'keyServed', 'zjtx', 'personTimes'];
type Agreement = Partial<Readonly<Record<Metric, number>>>;
const targetText = (target: number | undefined): string => (target === undefined ? '' : String(target));
const whole = (text: string): boolean => /^\d{1,6}$/.test(text);

function Form({
  stationId,
  year,
  progress,
  agreement,
  onSaved,
}: Props & {
  readonly progress: Progress | undefined;
  readonly agreement: Agreement;
  readonly onSaved: () => void;
}) {
  const act = useAct('station.configure');
  const { nonce, renew } = useNonce();
  const { value, change, clear } = useDraft(`configure:${stationId}:${year}`, {
    stationClass: progress?.stationClass ?? ('' as StationClass | ''),
    contacted: targetText(agreement.contacted),
    keyServed: targetText(agreement.keyServed),
    zjtx: targetText(agreement.zjtx),
    personTimes: targetText(agreement.personTimes),
  });
  const wrong = METRICS.find((metric) => value[metric] !== '' && !whole(value[metric]));
  const missing = value.stationClass === '' ? '选类别' : wrong ? `${metricName(wrong)}填整数` : undefined;
  const save = async () => {
    if (value.stationClass === '' || missing) return;
    const agreement = Object.fromEntries(
      METRICS.filter((metric) => value[metric] !== '').map((metric) => [metric, Number(value[metric])]),
    );
    const reply = await act.run({ stationId, year, stationClass: value.stationClass, agreement, nonce: nonce() });
    if (!reply.ok) return;
    renew();
    clear();
    toast('已保存，数字自动重算');
    onSaved();
  };
  return (
    <Card pad>
      <Box className={styles.label}>类别</Box>
      <Segmented
        label="站点类别"
        tabs={STATION_CLASSES.map((one) => ({ key: one as StationClass | '', word: classWord(one) }))}
        value={value.stationClass}
        onChange={(stationClass) => change({ stationClass })}
      />
      <Box className={styles.hint}>协议目标只能高于类别的标准；留空的按类别的标准。</Box>
      <Box className={styles.fields}>
        {METRICS.map((metric) => (
          <Field
            key={metric}
            kind="number"
            optional
            max={6}
            label={`${metricName(metric, progress?.stationClass)}协议目标（${metricUnit(metric)}）`}
            hint={targetHint(progress, metric)}
            value={value[metric]}
            onChange={(text) => change({ [metric]: text.trim() })}
          />
        ))}
      </Box>
      <Box className={styles.save}>
        <Button word="保存" missing={missing} pending={act.pending} onTap={() => void save()} />
      </Box>
      <ActFailure failure={act.failure} />
    </Card>
  );
}

function targetHint(progress: Progress | undefined, metric: Metric): string | undefined {
  const view = progress?.metrics.find((one) => one.metric === metric);
  if (!view) return undefined;
  return view.target === null ? '现在没有标准' : `现在的目标 ${view.target} ${view.unit}`;
}

/** 站点类别和协议目标 of a year: an agreement may raise a minimum, never lower it; what is left empty follows the class. */
export function ClassForm({ stationId, year }: Props) {
  const stations = useCall('station.list', { year });
  const progress = useCall('station.progress', { stationId, year });
  // A year without a project has no progress yet, and is set up here.
  const absent = progress.failure?.code === 'not-found';
  const reload = () => {
    stations.reload();
    progress.reload();
  };
  return (
    <Loaded of={stations}>
      {({ stations: all }) => {
        const agreement = all.find((one) => one.id === stationId)?.agreement ?? {};
        const common = { stationId, year, agreement, onSaved: reload };
        if (absent) return <Form key={stationId} {...common} progress={undefined} />;
        return <Loaded of={progress}>{(data) => <Form key={stationId} {...common} progress={data} />}</Loaded>;
      }}
    </Loaded>
  );
}
