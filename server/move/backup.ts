import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { CannotStart } from '../cannot-start';
import { embedded } from '../open';
import { intoPlace } from './into-place';
import { type Proof, proofBeside, proofFile, prove, sha256Of } from './proof';

/**
 * A copy of the embedded database as of one moment, while the server writes to it. It has its name only once it has been
 * looked through; its proof lies beside it.
 */
export async function backUp(dataDir: string, file: string): Promise<Proof> {
  for (const one of [file, proofFile(file)])
    if (existsSync(one)) throw new CannotStart(`${one} 已经存在，不覆盖；请换一个文件名`);
  const partial = `${file}.partial`;
  await remove(partial);
  embedded.copy(embedded.fileIn(dataDir), partial);
  const proof = await prove(partial).catch(async (error: unknown) => {
    // Better than no copy at all, but nothing that a restore should take for a backup.
    const suspect = `${file}.suspect`;
    await intoPlace(partial, suspect);
    throw error instanceof CannotStart ? new CannotStart(`${error.message}。没有通过核对的副本留在 ${suspect}`) : error;
  });
  const proofPartial = `${proofFile(file)}.partial`;
  await writeFile(proofPartial, `${JSON.stringify(proof, null, 2)}\n`, { mode: 0o600 });
  await intoPlace(partial, file);
  await intoPlace(proofPartial, proofFile(file));
  return proof;
}

export interface Restored {
  /** As it was written down at the backup; undefined where no proof lies beside it. */
  readonly before: Proof | undefined;
  readonly after: Proof;
}

/**
 * A backup into a data directory that holds no database, and is looked through there before it gets its name.
 * @throws CannotStart where it is not what was backed up; then the directory is left without a database
 */
export async function restore(file: string, dataDir: string): Promise<Restored> {
  const target = embedded.fileIn(dataDir);
  for (const one of [target, ...embedded.besides(target)])
    if (existsSync(one)) throw new CannotStart(`${one} 已经存在：只恢复到没有数据的目录，请用 DATA_DIR 换一个`);
  if (!existsSync(file)) throw new CannotStart(`没有 ${file}`);
  const before = await proofBeside(file);
  if (before && (await sha256Of(file)) !== before.sha256)
    throw new CannotStart(`${file} 与备份时不同（sha256 不符）：它损坏了，或被改动过`);
  const partial = `${target}.partial`;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await remove(partial);
  try {
    await copyFile(file, partial);
    await chmod(partial, 0o600);
    const after = await prove(partial);
    if (before && after.root !== before.root)
      throw new CannotStart(`历史总校验值不符：备份时 ${before.root}，恢复后 ${after.root}`);
    await intoPlace(partial, target);
    return { before, after };
  } finally {
    await remove(partial);
  }
}

async function remove(file: string): Promise<void> {
  for (const one of [file, ...embedded.besides(file)]) await rm(one, { force: true });
}
