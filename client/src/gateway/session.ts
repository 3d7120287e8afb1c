import { create } from 'zustand';
import { storage } from '../platform/storage';
import { forgetAll } from './last';

const key = 'session';

/** True while a token is kept. The mini-program has none: there WeChat says who calls, in the cloud. */
export const useSignedIn = create<{ readonly signedIn: boolean }>(() => ({
  signedIn: storage.get<string>(key) !== undefined,
}));

export const session = {
  token: (): string | undefined => storage.get<string>(key),
  begin(token: string): void {
    forgetAll();
    storage.set(key, token);
    useSignedIn.setState({ signedIn: true });
  },
  /** Signs out, and takes what was kept for reading offline with it. */
  end(): void {
    forgetAll();
    storage.remove(key);
    useSignedIn.setState({ signedIn: false });
  },
};
