import jsQR from 'jsqr';

const SCALE = 4;

/** What a code says that the app has drawn: its `data:` address, modules as `M x y h n`, read by a decoder. */
export function readDrawnCode(address: string): string {
  const svg = decodeURIComponent(address.replace(/^data:image\/svg\+xml,/, ''));
  const side = Number(/viewBox='0 0 (\d+) /.exec(svg)?.[1]) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const darkPath = /<path fill='#12262d' d='([^']*)'/.exec(svg)?.[1] ?? '';
  for (const [, x, y, length] of darkPath.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1)
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(length)) * SCALE; column += 1)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  const read = jsQR(pixels, side, side);
  if (!read) throw new Error('the code on the screen cannot be read');
  return read.data;
}
