import { CannotStart } from '../cannot-start';
import { totalOf } from './archive';
import type { Depot } from './depot';
import { type Entry, readArchive } from './read-archive';
import { everything } from './write-archive';

const BATCH = 500;

type Progress = (done: number, total: number) => void;

export interface Loaded {
  readonly documents: number;
  /** What an import that was broken off had loaded before. */
  readonly before: number;
  /** The seal of the archive's last line. */
  readonly sum: string;
}

/**
 * Reads an archive to its end without writing anything.
 * @throws CannotStart says what is wrong, at which line
 */
export async function checkArchive(file: string, progress: Progress): Promise<{ readonly sum: string }> {
  const { counts, entries } = await readArchive(file);
  const total = totalOf(counts);
  let done = 0;
  for (;;) {
    const step = await entries.next();
    if (step.done) return step.value;
    done += 1;
    if (done % BATCH === 0 || done === total) progress(done, total);
  }
}

/**
 * Loads an archive into an empty store, or goes on where the same import has stopped: what a store already holds must be the
 * archive's own beginning, document for document.
 * @throws CannotStart where the archive is not sound (nothing was written since its last sound line) or the store holds other things
 */
export async function loadArchive(depot: Depot, file: string, progress: Progress): Promise<Loaded> {
  const { counts, entries } = await readArchive(file);
  const total = totalOf(counts);
  const before = await agreeing(depot, entries);
  let documents = before;
  let batch: Entry[] = [];
  const flush = async (): Promise<void> => {
    if ((await depot.load(batch)) === 'conflict')
      throw new CannotStart('有别的程序正在写这个数据库：请先停下它，清空以后再导入');
    documents += batch.length;
    batch = [];
    progress(documents, total);
  };
  for (;;) {
    const step = await entries.next();
    if (!step.done) batch.push(step.value);
    if (batch.length === BATCH || (step.done && batch.length > 0)) await flush();
    if (step.done) return { documents, before, sum: step.value.sum };
  }
}

/** How many documents the store holds, each of which the archive has in the same place. */
function agreeing(depot: Depot, entries: AsyncIterator<Entry>): Promise<number> {
  return depot.snapshot(async (at) => {
    let held = 0;
    for await (const { collection, body } of everything(at)) {
      const step = await entries.next();
      if (step.done) throw new CannotStart('数据库里的记录比归档多：只能导入空的数据库');
      const { line } = step.value;
      if (step.value.collection !== collection || step.value.body !== body)
        throw new CannotStart(
          `数据库不是空的，也不是这份归档导入到一半的样子：从归档第 ${line} 行起不同。请换一个空的数据库`,
        );
      held += 1;
    }
    return held;
  });
}
