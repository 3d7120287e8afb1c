import { Box, Img, Text } from './base';
import { colour } from './colour';
import { cx } from './cx';
import styles from './PaceChart.module.scss';
import { svgUri } from './svg';

export interface PacePoint {
  /** Share of the window that had passed, 0 to 1. */
  readonly at: number;
  /** Counted from then on. */
  readonly counted: number;
}

interface Props {
  /** 重点服务企业 1月1日到今天计入 14 家，目标 20 家，推算约 18 家: the whole chart in a sentence. */
  readonly label: string;
  readonly points: readonly PacePoint[];
  /** Today, as a share of the window. */
  readonly today: number;
  readonly target: number | undefined;
  readonly unit: string;
  /** Reckoned at the end of the window; left out where there is no basis. */
  readonly projected?: number | undefined;
  /** Words at both ends of the axis: 1月, 10月底. */
  readonly ends: readonly [string, string];
  /** True once the window has closed: then nothing on the chart is 今天. */
  readonly closed?: boolean | undefined;
}

const WIDTH = 306;
const HEIGHT = 234;
const RIGHT = 256;
const BASE = 232;
const TOP = 38;

const drawing = (props: Props, x: (at: number) => number, y: (n: number) => number, now: number): string => {
  const { points, today, target, projected } = props;
  const steps = points.map(({ at, counted }) => `H${x(at).toFixed(1)}V${y(counted).toFixed(1)}`).join('');
  const line = `M0 ${BASE}${steps}H${x(today).toFixed(1)}`;
  const [green, violet, teal, ink] = [colour('counted'), colour('projected'), colour('primary'), colour('ink')];
  const goal = target === undefined ? '' : `<path d='M0 ${y(target)}H${RIGHT}' stroke='${ink}' stroke-width='1.5'/>`;
  const ahead =
    projected === undefined
      ? ''
      : `<path d='M${x(today)} ${y(now)}L${RIGHT} ${y(projected)}' stroke='${violet}' stroke-width='2.5' stroke-dasharray='4 4'/><circle cx='${RIGHT}' cy='${y(projected)}' r='4.5' fill='#fff' stroke='${violet}' stroke-width='2.5'/>`;
  return svgUri(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${WIDTH} ${HEIGHT}' fill='none'><path d='M0 ${BASE}H${RIGHT}' stroke='${colour('line')}' stroke-width='1.5'/>${goal}<path d='${line}V${BASE}H0Z' fill='${green}' fill-opacity='.1'/><path d='${line}' stroke='${green}' stroke-width='2.5'/><path d='M${x(today)} ${y(now)}V${BASE}' stroke='${teal}' stroke-width='1.5' stroke-dasharray='3 3'/>${ahead}<circle cx='${x(today)}' cy='${y(now)}' r='5' fill='${green}' stroke='#fff' stroke-width='1.5'/></svg>`,
  );
};

/** How a figure grew: facts as a step line, the reckoned rest dashed; the words are text, not drawing. */
export function PaceChart(props: Props) {
  const { label, points, today, target, unit, projected, ends, closed } = props;
  const now = points[points.length - 1]?.counted ?? 0;
  const highest = Math.max(target ?? 0, projected ?? 0, now, 1);
  const x = (at: number) => at * RIGHT;
  const y = (n: number) => BASE - (n / highest) * (BASE - TOP);
  const place = (left: number, top: number) => ({ left: `${(left / WIDTH) * 100}%`, top: `${(top / HEIGHT) * 100}%` });
  return (
    <Box className={styles.chart} role="img" label={label}>
      <Img src={drawing(props, x, y, now)} width={WIDTH} height={HEIGHT} className={styles.drawing} />
      <Box hidden>
        {target !== undefined && (
          <Text
            className={cx(styles.word, styles.above)}
            style={place(0, y(target) - 22)}
          >{`目标 ${target} ${unit}`}</Text>
        )}
        <Text
          className={cx(styles.word, styles.above, styles.fact)}
          style={place(Math.max(0, x(today) - 56), y(now) - 22)}
        >{`${now} ${unit}`}</Text>
        {projected !== undefined && (
          <Text
            className={cx(styles.word, styles.ahead)}
            style={place(RIGHT + 9, y(projected) - 9)}
          >{`约 ${projected}`}</Text>
        )}
        <Text className={cx(styles.word, styles.plain)} style={place(0, HEIGHT + 4)}>
          {ends[0]}
        </Text>
        <Text className={cx(styles.word, styles.today)} style={place(Math.min(x(today), RIGHT - 46) - 14, HEIGHT + 4)}>
          {closed ? '' : '今天'}
        </Text>
        <Text className={cx(styles.word, styles.plain)} style={place(RIGHT - 12, HEIGHT + 4)}>
          {ends[1]}
        </Text>
      </Box>
    </Box>
  );
}
