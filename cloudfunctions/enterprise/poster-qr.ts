import { create } from 'qrcode/lib/core/qrcode';

/**
 * The modules of a code as one path of rectangles, one unit a module, without the quiet zone. Level Q: a poster on a wall
 * gets scratched. Runs in a row are joined, so that no hairlines show between modules.
 */
export function qrPath(text: string): { readonly d: string; readonly modules: number } {
  const { size, data } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
    errorCorrectionLevel: 'Q',
  }).modules;
  let d = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && data[y * size + x + 1]) x += 1;
      d += `M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`;
    }
  }
  return { d, modules: size };
}
