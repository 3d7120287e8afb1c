import { writeFileSync } from 'node:fs';
import Database from 'libsql';

/** A copy of a database as of one moment, while others write to it. `to` must not exist. */
export function copySqlite(from: string, to: string): void {
  const database = new Database(from, { readonly: true });
  try {
    // The engine fills an empty file as it is: nobody else may read it for a moment either.
    writeFileSync(to, '', { mode: 0o600, flag: 'wx' });
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}

/** What the engine itself finds wrong with a file, or undefined. */
export function sqliteFlaw(file: string): string | undefined {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const [[said] = []] = database.prepare('PRAGMA integrity_check').raw().all() as [string][];
    return said === 'ok' ? undefined : said;
  } catch (error) {
    return error instanceof Error ? error.message : 'unreadable';
  } finally {
    database?.close();
  }
}
