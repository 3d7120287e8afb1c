import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Gives a finished file its name, once it and then the name are on the disk: what carries the name is whole. */
export async function intoPlace(partial: string, file: string): Promise<void> {
  await synced(partial);
  await rename(partial, file);
  await synced(dirname(file));
}

async function synced(path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    await handle.sync();
  } finally {
    await handle?.close();
  }
}
