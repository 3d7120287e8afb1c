import { createWriteStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { CollectionName } from '../../cloudfunctions/_core/collections';
import type { Doc } from '../../cloudfunctions/_core/store';
import { CannotStart } from '../cannot-start';
import { type Counts, chain, type Line, ORDER, sealed, totalOf } from './archive';
import type { Depot, Snapshot } from './depot';
import { intoPlace } from './into-place';

const PAGE = 500;
/** Lines are joined into parts of about this size: a write for each would cost more than the line. */
const PART_CHARS = 1 << 18;

export interface Written {
  readonly documents: number;
  /** The seal of the last line. The same documents give the same archive, and so the same seal. */
  readonly sum: string;
}

/**
 * Everything that a store held at one moment, as an archive; packed where the name ends with .gz. The file has its name
 * only when it is whole and on the disk.
 */
export async function writeArchive(
  depot: Depot,
  file: string,
  progress: (done: number, total: number) => void,
): Promise<Written> {
  if (existsSync(file)) throw new CannotStart(`${file} 已经存在，不覆盖；请换一个文件名`);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const written = await depot.snapshot(async (at) => {
    const counts = await countsOf(at);
    const total = totalOf(counts);
    let sum = '';
    const text = textOf(linesOf(at, counts, total, progress), (last) => {
      sum = last;
    });
    const out = createWriteStream(partial, { mode: 0o600, flags: 'wx' });
    await (file.endsWith('.gz')
      ? pipeline(Readable.from(text), createGzip(), out)
      : pipeline(Readable.from(text), out));
    return { documents: total, sum };
  });
  await intoPlace(partial, file);
  return written;
}

async function countsOf(at: Snapshot): Promise<Counts> {
  const counts: Partial<Record<CollectionName, number>> = {};
  for (const collection of ORDER) counts[collection] = await at.count(collection);
  return counts;
}

async function* linesOf(
  at: Snapshot,
  counts: Counts,
  total: number,
  progress: (done: number, total: number) => void,
): AsyncGenerator<Line> {
  yield { kind: 'header', counts };
  let done = 0;
  for await (const { collection, body } of everything(at)) {
    yield { kind: 'document', collection, body };
    done += 1;
    if (done % PAGE === 0 || done === total) progress(done, total);
  }
  yield { kind: 'end', documents: done };
}

/** Every document of a snapshot, in the order of an archive. */
export async function* everything(
  at: Snapshot,
): AsyncGenerator<{ readonly collection: CollectionName; readonly body: string }> {
  for (const collection of ORDER)
    for (let after = '', more = true; more; ) {
      const bodies = await at.bodies(collection, after, PAGE);
      for (const body of bodies) yield { collection, body };
      const last = bodies[bodies.length - 1];
      if (last !== undefined) after = (JSON.parse(last) as Doc).id;
      more = bodies.length === PAGE;
    }
}

async function* textOf(source: AsyncIterable<Line>, ended: (sum: string) => void): AsyncGenerator<string> {
  const seal = chain();
  let part = '';
  for await (const line of source) {
    const { text, sum } = sealed(seal, line);
    part += text;
    if (line.kind === 'end') ended(sum);
    if (part.length < PART_CHARS) continue;
    yield part;
    part = '';
  }
  yield part;
}
