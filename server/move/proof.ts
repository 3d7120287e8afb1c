import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { CannotStart } from '../cannot-start';
import { embedded } from '../open';
import { whole } from '../whole';

/** What a copy of a database was found to hold: the same again, the same histories. */
export interface Proof {
  /** Of the file, in hex. */
  readonly sha256: string;
  readonly histories: number;
  /** How many days are sealed with a root, every one of which was computed again. */
  readonly days: number;
  readonly lastDay: string | null;
  readonly lastRoot: string | null;
  /** Over the last lines of all histories. */
  readonly root: string;
}

/** Looks a copy through, which nobody else has open: the engine's own check, every history, every daily root. */
export async function prove(file: string): Promise<Proof> {
  const flaw = embedded.flawIn(file);
  if (flaw !== undefined) throw new CannotStart(`${file} 不是完好的数据库：${flaw}`);
  const store = await embedded.open(file);
  const verdict = await whole(store).finally(async () => {
    await store.close();
    // Closing has written everything into the file itself.
    for (const beside of embedded.besides(file)) await rm(beside, { force: true });
  });
  const { histories, roots, root } = verdict;
  const last = roots[roots.length - 1];
  return {
    sha256: await sha256Of(file),
    histories,
    days: roots.length,
    lastDay: last?.day ?? null,
    lastRoot: last?.root ?? null,
    root,
  };
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

export const proofFile = (file: string): string => `${file}.proof.json`;

/** The proof that was written beside a backup; undefined where there is none. */
export async function proofBeside(file: string): Promise<Proof | undefined> {
  const path = proofFile(file);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Proof;
  } catch {
    throw new CannotStart(`${path} 已损坏；确知备份无误时，移走它再恢复`);
  }
}

export const wordsOf = ({ histories, days, lastDay, lastRoot, root }: Proof): string =>
  [
    `${histories} 条历史，${days} 个每日总校验值`,
    ...(lastDay === null ? [] : [`最近一日 ${lastDay}：${lastRoot}`]),
    `历史总校验值 ${root}`,
  ].join('；');
