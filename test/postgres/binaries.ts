import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

function hasServer(folder: string): boolean {
  try {
    for (const name of ['initdb', 'postgres', 'pg_basebackup']) accessSync(join(folder, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function debianFolders(): readonly string[] {
  try {
    const versions = readdirSync(DEBIAN).map(Number).filter(Number.isInteger);
    return versions.sort((a, b) => b - a).map((version) => join(DEBIAN, String(version), 'bin'));
  } catch {
    return [];
  }
}

/** The folder of PostgreSQL's programs: PG_BIN, on PATH, or where Debian puts them; undefined where there is none. */
export function findPostgres(): string | undefined {
  const given = process.env.PG_BIN;
  if (given) return given;
  return [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...debianFolders()].find(hasServer);
}
