import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeKeysFrom } from '../cloudfunctions/_core/code-keys';
import type { CodeKeys } from '../cloudfunctions/_core/tokens';
import { CannotStart } from './cannot-start';

export interface Secrets {
  readonly sessionSecret: string;
  readonly codeKeys: CodeKeys;
}

const fresh = (): string => randomBytes(32).toString('base64url');

/** A demonstration makes its secrets once and keeps them beside its data, so that codes and sessions survive a restart. */
export function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  try {
    const made = JSON.stringify({ sessionSecret: fresh(), codeKeys: `0:${fresh()}` });
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return parsed(readFileSync(file, 'utf8'), file);
}

function parsed(text: string, file: string): Secrets {
  try {
    const kept = JSON.parse(text) as { readonly sessionSecret?: unknown; readonly codeKeys?: unknown };
    const codeKeys = codeKeysFrom(String(kept.codeKeys));
    if (typeof kept.sessionSecret === 'string' && codeKeys) return { sessionSecret: kept.sessionSecret, codeKeys };
  } catch {
    // Said below, whatever was wrong with it.
  }
  throw new CannotStart(`${file} 已损坏；删除它会重新生成，已打印的签到码和已登录的会话随之失效`);
}
