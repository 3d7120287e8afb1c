import { inflateSync } from 'node:zlib';

const HEADER = { woff: 44, sfnt: 12 };
const ENTRY = { woff: 20, sfnt: 16 };
const padded = (length: number): number => Math.ceil(length / 4) * 4;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Buffer;
}

const tablesOf = (woff: Buffer): readonly Table[] =>
  Array.from({ length: woff.readUInt16BE(12) }, (_, i) => {
    const at = HEADER.woff + i * ENTRY.woff;
    const offset = woff.readUInt32BE(at + 4);
    const kept = woff.readUInt32BE(at + 8);
    const raw = woff.subarray(offset, offset + kept);
    const data = kept < woff.readUInt32BE(at + 12) ? inflateSync(raw) : raw;
    return { tag: woff.readUInt32BE(at), checksum: woff.readUInt32BE(at + 16), data };
  });

/**
 * The font inside a WOFF 1.0 file: its tables, unpacked one after the other. fontkit can read WOFF by itself, but its own
 * inflating garbles some files of the font that we print with, and is slower than the platform's.
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const tables = tablesOf(woff);
  const head = Buffer.alloc(HEADER.sfnt + tables.length * ENTRY.sfnt);
  const power = Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((tables.length - 2 ** power) * 16, 10);
  const bodies: Buffer[] = [];
  let offset = head.length;
  tables.forEach(({ tag, checksum, data }, i) => {
    const at = HEADER.sfnt + i * ENTRY.sfnt;
    head.writeUInt32BE(tag, at);
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    bodies.push(data, Buffer.alloc(padded(data.length) - data.length));
    offset += padded(data.length);
  });
  return Buffer.concat([head, ...bodies]);
}
