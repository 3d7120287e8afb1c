import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { CollectionName } from '../../cloudfunctions/_core/collections';
import type { Doc } from '../../cloudfunctions/_core/store';
import { toStored } from '../../cloudfunctions/_core/stored';
import { CannotStart } from '../cannot-start';
import { type Counts, chain, type Line, lineOf, MOST_LINE_BYTES, ORDER, partsOf, Unreadable } from './archive';
import { lines } from './lines';

export interface Entry {
  /** Which line of the archive, the first is 1. */
  readonly line: number;
  readonly collection: CollectionName;
  readonly doc: Doc;
  /** The document as text. */
  readonly body: string;
}

export interface Archive {
  readonly counts: Counts;
  /** Every document, in the archive's order. Ends by itself only where all of it was there and sound. */
  readonly entries: AsyncGenerator<Entry, End>;
}

/** The seal of the last line: it speaks for the whole archive. */
export interface End {
  readonly sum: string;
}

/** Memory holds one line at a time. `.gz` files are unpacked on the way. @throws CannotStart says what is wrong where */
export async function readArchive(file: string): Promise<Archive> {
  const reading = soundLines(file);
  const first = await reading.next();
  if (first.done || first.value.said.kind !== 'header') throw new CannotStart(`${file} 第 1 行：不是本系统的归档`);
  const { counts } = first.value.said;
  return { counts, entries: entriesOf(file, counts, reading) };
}

interface Sound {
  readonly line: number;
  readonly said: Line;
  readonly sum: string;
}

async function* entriesOf(file: string, counts: Counts, reading: AsyncGenerator<Sound>): AsyncGenerator<Entry, End> {
  const seen: Partial<Record<CollectionName, number>> = {};
  let documents = 0;
  for await (const { line, said, sum } of reading) {
    if (said.kind === 'header') throw new CannotStart(`${file} 第 ${line} 行：归档里又有一个开头`);
    if (said.kind === 'end') {
      const short = ORDER.find((name) => (seen[name] ?? 0) !== (counts[name] ?? 0));
      if (short)
        throw new CannotStart(`${file}：${short} 应有 ${counts[short] ?? 0} 条，归档里有 ${seen[short] ?? 0} 条`);
      if (said.documents !== documents)
        throw new CannotStart(`${file} 第 ${line} 行：结尾说有 ${said.documents} 条，归档里有 ${documents} 条`);
      await reading.next(); // nothing may follow
      return { sum };
    }
    const entry = entryOf(file, line, said);
    documents += 1;
    seen[entry.collection] = (seen[entry.collection] ?? 0) + 1;
    yield entry;
  }
  throw new CannotStart(`${file} 不完整：没有结尾，读到 ${documents} 条`);
}

function entryOf(file: string, line: number, said: Line & { kind: 'document' }): Entry {
  const collection = ORDER.find((name) => name === said.collection);
  try {
    if (!collection) throw new TypeError(`没有集合 ${said.collection}`);
    const doc = JSON.parse(said.body) as Doc;
    if (!Number.isSafeInteger(doc.rev) || doc.rev < 1) throw new TypeError('没有 rev');
    toStored(collection, doc, doc.rev);
    return { line, collection, doc, body: said.body };
  } catch (error) {
    throw new CannotStart(`${file} 第 ${line} 行：不是可以保存的记录（${(error as Error).message}）`);
  }
}

/** Each line, once it has proved to follow the one before it. */
async function* soundLines(file: string): AsyncGenerator<Sound> {
  const seal = chain();
  let line = 0;
  let ended = false;
  try {
    for await (const { text, cut } of lines(bytesOf(file), MOST_LINE_BYTES)) {
      line += 1;
      if (ended) throw new CannotStart(`${file} 第 ${line} 行：归档已经结束，后面还有内容`);
      if (cut) throw new CannotStart(`${file} 不完整：第 ${line} 行只有一半`);
      const parts = partsOf(text);
      if (!parts && line === 1) throw new Unreadable('不是本系统的归档');
      if (!parts || seal(parts.rest) !== parts.sum)
        throw new CannotStart(`${file} 第 ${line} 行：内容被改动过，或前面少了、多了一行`);
      const said = lineOf(parts.rest);
      ended = said.kind === 'end';
      yield { line, said, sum: parts.sum };
    }
  } catch (error) {
    throw sentenceOf(error, file, line);
  }
}

function bytesOf(file: string): AsyncIterable<Buffer> {
  const raw = createReadStream(file, { highWaterMark: 1 << 18 });
  // Whatever fails is thrown to whoever reads the end of it.
  return file.endsWith('.gz') ? pipeline(raw, createGunzip({ chunkSize: 1 << 18 }), () => undefined) : raw;
}

function sentenceOf(error: unknown, file: string, line: number): unknown {
  if (error instanceof Unreadable) return new CannotStart(`${file} 第 ${Math.max(line, 1)} 行：${error.message}`);
  if (error instanceof RangeError) return new CannotStart(`${file} 第 ${line + 1} 行太长，不是本系统的归档`);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
    return new CannotStart(`读不到归档 ${file}（${code}）`);
  if (code === 'Z_BUF_ERROR') return new CannotStart(`${file} 不完整：压缩的内容在第 ${line + 1} 行断了`);
  if (code?.startsWith('Z_')) return new CannotStart(`${file} 第 ${line + 1} 行附近：压缩的内容已损坏`);
  return error;
}
