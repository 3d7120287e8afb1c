import { INKS, type Mark, type Poster, posterMarks, SHEET } from './poster-layout';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

// By family names only: the sheet is drawn with what the reader's device has.
const UI = "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
const SOLEMN = "'Songti SC', SimSun, 'Source Han Serif SC', 'Noto Serif CJK SC', serif";

function drawn(mark: Mark): string {
  const ink = INKS[mark.ink];
  if (mark.kind === 'path') {
    const paint =
      mark.stroke === undefined ? `fill="${ink}"` : `fill="none" stroke="${ink}" stroke-width="${mark.stroke}"`;
    const place = `transform="translate(${mark.x} ${mark.y}) scale(${mark.scale})"`;
    return `<path ${place} ${paint} d="${mark.d}"/>`;
  }
  const { x, y, size, at, bold, solemn, spacing, text } = mark;
  const looks = [
    at === 'start' ? '' : ` text-anchor="${at}"`,
    bold ? ` font-weight="${solemn ? 700 : 600}"` : '',
    solemn ? ` font-family="${SOLEMN}"` : '',
    spacing > 0 ? ` letter-spacing="${Math.round(size * spacing)}"` : '',
  ].join('');
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${ink}"${looks}>${escaped(text)}</text>`;
}

/** The poster as an SVG document, A4 in millimetres; text stays text, the code is one path. */
export function posterSvg(poster: Poster): string {
  const { width, height } = SHEET;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width / 10}mm" height="${height / 10}mm" viewBox="0 0 ${width} ${height}" font-family="${UI}">`,
    `<title>${escaped(`${poster.enterpriseName} 扫码签到`)}</title>`,
    `<path fill="#ffffff" d="M0 0H${width}V${height}H0z"/>`,
    ...posterMarks(poster).map(drawn),
    '</svg>',
  ].join('');
}
