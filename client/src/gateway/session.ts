import { create } from 'zustand';
import { storage } from '../platform/storage';
import { forgetAll, SESSION_KEY } from './last';

/** A token that the device refused to keep: good until the app is closed. */
let unkept: string | undefined;

function token(): string | undefined {
  const kept = storage.get<unknown>(SESSION_KEY);
  return typeof kept === 'string' && kept !== '' ? kept : unkept;
}

/** True while a token is kept. The mini-program has none: there WeChat says who calls, in the cloud. */
export const useSignedIn = create<{ readonly signedIn: boolean }>(() => ({ signedIn: token() !== undefined }));

export const session = {
  token,
  begin(next: string): void {
    forgetAll();
    unkept = storage.set(SESSION_KEY, next) ? undefined : next;
    useSignedIn.setState({ signedIn: true });
  },
  /** Signs out, and takes what was kept for reading offline with it. */
  end(): void {
    forgetAll();
    unkept = undefined;
    storage.remove(SESSION_KEY);
    useSignedIn.setState({ signedIn: false });
  },
};
