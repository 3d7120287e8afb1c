import type PdfDocument from 'pdfkit';
import { fontFile, partFor, type Weight } from './poster-fonts';
import { INKS, type Mark, type Poster, posterMarks, SHEET } from './poster-layout';

type Document = InstanceType<typeof PdfDocument>;
type Words = Extract<Mark, { kind: 'text' }>;
type Shape = Extract<Mark, { kind: 'path' }>;

/** Points per tenth of a millimetre. */
const POINT = 72 / 254;
/** The printers' sign for a character that the type case does not have. */
const MISSING = '〓';

/**
 * Loaded when the first PDF is asked for. By require: import() would bundle the library's module build, which looks for its
 * own address on the disk and finds none in a single file.
 */
const library = (): typeof PdfDocument => require('pdfkit');

interface Run {
  readonly font: string;
  readonly text: string;
}

/** The characters in runs of one font part each; the font is registered with the document on first use. */
function runsOf(document: Document, registered: Set<string>, text: string, weight: Weight): readonly Run[] {
  const runs: Run[] = [];
  for (const char of text) {
    const known = partFor(char);
    const part = known ?? partFor(MISSING);
    if (part === undefined) throw new Error('the font has no sign for a missing character');
    const font = `${part}-${weight}`;
    if (!registered.has(font)) {
      document.registerFont(font, fontFile(part, weight));
      registered.add(font);
    }
    const shown = known === undefined ? MISSING : char;
    const last = runs[runs.length - 1];
    if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + shown };
    else runs.push({ font, text: shown });
  }
  return runs;
}

function write(document: Document, registered: Set<string>, mark: Words): void {
  const size = mark.size * POINT;
  const characterSpacing = size * mark.spacing;
  const runs = runsOf(document, registered, mark.text, mark.bold ? 700 : 400);
  const widths = runs.map(({ font, text }) =>
    document.font(font).fontSize(size).widthOfString(text, { characterSpacing }),
  );
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let x = mark.x * POINT - whole * { start: 0, middle: 0.5, end: 1 }[mark.at];
  document.fillColor(INKS[mark.ink]);
  runs.forEach(({ font, text }, i) => {
    document.font(font).text(text, x, mark.y * POINT, { lineBreak: false, baseline: 'alphabetic', characterSpacing });
    x += widths[i] ?? 0;
  });
}

function draw(document: Document, { d, x, y, scale, ink, stroke }: Shape): void {
  document.save();
  document
    .translate(x * POINT, y * POINT)
    .scale(scale * POINT)
    .path(d);
  if (stroke === undefined) document.fill(INKS[ink]);
  else document.lineWidth(stroke).stroke(INKS[ink]);
  document.restore();
}

/**
 * One A4 sheet for each poster, in their order: the drawing of the SVG with its fonts embedded and the code as a path. A
 * character that the font does not have shows as 〓.
 */
export async function posterPdf(posters: readonly Poster[]): Promise<Buffer> {
  const Pdf = library();
  // An empty name keeps the library from loading its default font, whose file a bundle does not have.
  const document = new Pdf({
    autoFirstPage: false,
    margin: 0,
    font: '',
    info: { Title: '企业签到码' },
    lang: 'zh-CN',
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const registered = new Set<string>();
  for (const poster of posters) {
    document.addPage({ size: [SHEET.width * POINT, SHEET.height * POINT], margin: 0 });
    for (const mark of posterMarks(poster)) {
      if (mark.kind === 'text') write(document, registered, mark);
      else draw(document, mark);
    }
    await new Promise(setImmediate); // a whole district is a third of a second: others get their turn between sheets
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
