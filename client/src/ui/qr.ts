import { create } from 'qrcode/lib/core/qrcode';
import { svgUri } from './svg';

/** Modules of white around the code: without them some scanners do not see it. */
const QUIET = 4;

const bytes = (text: string): Uint8Array => {
  // Codes are ASCII (tokens and addresses); older mini-program engines have no TextEncoder.
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) out[i] = text.charCodeAt(i) & 0x7f;
  return out;
};

/** A QR code as a drawing: ink on white, level M unless it hangs on a wall (Q). */
export function qrUri(text: string, level: 'M' | 'Q' = 'M'): string {
  const { modules } = create([{ data: bytes(text), mode: 'byte' }], { errorCorrectionLevel: level });
  const { size, data } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && data[y * size + x + 1]) x += 1;
      path += `M${from + QUIET} ${y + QUIET}h${x + 1 - from}v1h-${x + 1 - from}z`;
    }
  }
  const side = size + 2 * QUIET;
  return svgUri(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${side}v${side}H0z'/><path fill='#12262d' d='${path}'/></svg>`,
  );
}
