import { codeKeysFrom } from '../_core/code-keys';
import type { Deps } from '../_core/context';
import { createLimits } from '../_core/limits';
import { cloud } from './cloud';
import { wxStore } from './store';

const store = wxStore(cloud);
/** By person only: who calls is known, and each instance of a function remembers for itself. */
const limits = createLimits(() => performance.now())();

/** What this environment's settings allow for. @throws Error where one is missing: no code may be made with a guessable key */
export function depsOfCloud(): Deps {
  const codeKeys = codeKeysFrom(process.env.CODE_KEYS ?? '');
  const publicUrl = process.env.PUBLIC_URL?.replace(/\/+$/, '');
  if (!codeKeys) throw new Error('environment variable CODE_KEYS is missing or not of the form 1:newest,0:older');
  if (!publicUrl) throw new Error('environment variable PUBLIC_URL is missing');
  return { store, now: () => Date.now(), codeKeys, publicUrl, demo: false, sessions: null, weChat: null, limits };
}
