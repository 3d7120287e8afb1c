import { nameLines } from './poster-name';
import { qrPath } from './poster-qr';

export interface Poster {
  readonly enterpriseName: string;
  /** 延庆区 */
  readonly districtName: string;
  readonly shortCode: string;
  /** What the code says: the poster's link. */
  readonly url: string;
}

export type Ink = 'ink' | 'ink2' | 'ink3' | 'primary' | 'white';

interface Words {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly at: 'start' | 'middle' | 'end';
  readonly bold: boolean;
  /** The title and the numerals speak in the voice of a document. */
  readonly solemn: boolean;
  /** Between two characters, as a share of the size. */
  readonly spacing: number;
  readonly ink: Ink;
}

interface Shape {
  readonly kind: 'path';
  /** SVG path data, in units of its own. */
  readonly d: string;
  /** Where its origin lies, and how many units of the sheet one of its own is. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly ink: Ink;
  /** Width of the line, in its own units; without it the shape is filled. */
  readonly stroke?: number;
}

export type Mark = Words | Shape;

/** A4 portrait in tenths of a millimetre. */
export const SHEET = { width: 2100, height: 2970 } as const;
const MARGIN = 180;
const MIDDLE = SHEET.width / 2;
const TEXT_WIDTH = SHEET.width - 2 * MARGIN;

/** The code: 100 mm, in corner marks that leave it more than its four modules of white. */
const CODE = { side: 1000, top: 862 };
const FRAME = { side: 1240, top: 742, arm: 116, line: 13, bend: 37 };

const TALLY =
  'M20.8 8H34.8V26L42.8 31V41L34.8 46V64H20.8A14 14 0 0 1 6.8 50V22A14 14 0 0 1 20.8 8ZM37.2 8H51.2A14 14 0 0 1 65.2 22V50A14 14 0 0 1 51.2 64H37.2V46L45.2 41V31L37.2 26Z';

const STEPS: readonly (readonly [string, string, ...string[]])[] = [
  ['一', '特派员扫此码', '填写工作单位、职务、', '拟解决需求'],
  ['二', '企业扫特派员手机', '用微信扫实时码，填写', '同样三项'],
  ['三', '服务后评价', '给专业度、满意度打分'],
];

type Style = Partial<Omit<Words, 'kind' | 'text' | 'x' | 'y' | 'size'>>;

const words = (text: string, x: number, y: number, size: number, style: Style = {}): Words => ({
  kind: 'text',
  at: 'middle',
  bold: false,
  solemn: false,
  spacing: 0,
  ink: 'ink',
  ...style,
  text,
  x,
  y,
  size,
});

const rule = (y: number): Shape => ({
  kind: 'path',
  d: `M0 0H${TEXT_WIDTH}`,
  x: MARGIN,
  y,
  scale: 1,
  ink: 'ink',
  stroke: 5,
});

function corners(): Shape {
  const { side, arm, bend } = FRAME;
  const far = side - arm;
  const d =
    `M0 ${arm}V${bend}Q0 0 ${bend} 0H${arm}` +
    `M${far} 0H${side - bend}Q${side} 0 ${side} ${bend}V${arm}` +
    `M${side} ${far}V${side - bend}Q${side} ${side} ${side - bend} ${side}H${far}` +
    `M${arm} ${side}H${bend}Q0 ${side} 0 ${side - bend}V${far}`;
  return { kind: 'path', d, x: MIDDLE - side / 2, y: FRAME.top, scale: 1, ink: 'primary', stroke: FRAME.line };
}

function code(url: string): Shape {
  const { d, modules } = qrPath(url);
  return { kind: 'path', d, x: MIDDLE - CODE.side / 2, y: CODE.top, scale: CODE.side / modules, ink: 'ink' };
}

function steps(top: number): Mark[] {
  const step = (TEXT_WIDTH + 60) / STEPS.length;
  return STEPS.flatMap(([numeral, what, ...how], i) => {
    const x = MARGIN + i * step;
    const left = { at: 'start' } as const;
    return [
      words(numeral, x, top + 68, 68, { ...left, bold: true, solemn: true, ink: 'primary' }),
      words(what, x, top + 152, 58, { ...left, bold: true }),
      ...how.map((line, n) => words(line, x, top + 230 + n * 76, 50, left)),
    ];
  });
}

/** Everything on the sheet, in order: who, what to do, the code, whose it is, the three steps, what the code is not. */
export function posterMarks({ enterpriseName, districtName, shortCode, url }: Poster): readonly Mark[] {
  const name = nameLines(enterpriseName, TEXT_WIDTH);
  const below = 2132 + (name.lines.length - 1) * name.leading;
  return [
    { kind: 'path', d: TALLY, x: 574, y: 168, scale: 1.3, ink: 'primary' },
    words('千人进千企 · 产业特派员服务', 712, 236, 58, { at: 'start', spacing: 0.06, ink: 'ink2' }),
    words('扫码签到', MIDDLE + 15, 528, 222, { bold: true, solemn: true, spacing: 0.14 }),
    words('产业特派员到访，请先扫此码', MIDDLE, 652, 66, { ink: 'ink2' }),
    corners(),
    code(url),
    ...name.lines.map((line, i) => words(line, MIDDLE, 2132 + i * name.leading, name.size, { bold: true })),
    words(`${districtName} · 企业码 ${shortCode}`, MIDDLE, below + 84, 48, { ink: 'ink2' }),
    rule(below + 152),
    ...steps(below + 172),
    words('此码只说明这是哪家企业。双方各扫一次，签到才成立。', MARGIN, 2842, 40, { at: 'start', ink: 'ink3' }),
    words(`${districtName}工作站点`, SHEET.width - MARGIN, 2842, 40, { at: 'end', ink: 'ink3' }),
  ];
}

/** Values of the design's tokens; on a black-and-white printer all but white come out dark. */
export const INKS: Readonly<Record<Ink, string>> = {
  ink: '#12262d',
  ink2: '#3a4d55',
  ink3: '#55676f',
  primary: '#0d5768',
  white: '#ffffff',
};
