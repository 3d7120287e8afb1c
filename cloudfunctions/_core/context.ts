import type { Actor } from '../../shared/access';
import type { CallName, Output, Parsed } from '../../shared/api';
import type { Instant, IsoDate } from '../../shared/kernel/calendar';
import type { PersonDoc } from './documents';
import type { Limits } from './limits';
import type { Observe } from './observe';
import type { Change, Store } from './store';
import type { TallyChange } from './tally';
import type { CodeKeys } from './tokens';

/** What the edge provides. Chosen in a function's index.ts or in server/main.ts, nowhere else. */
export interface Deps {
  readonly store: Store;
  now(): Instant;
  readonly codeKeys: CodeKeys;
  /** Where the H5 build is reached, without a slash at the end: codes are links under it. */
  readonly publicUrl: string;
  /** Demonstration data: `account.actAs`, `people` and `guest` exist only here. */
  readonly demo: boolean;
  /** A signed session for a person; null where the platform itself vouches for identity (CloudBase). */
  readonly sessions: { issue(personId: string, epoch: number): string } | null;
  /** `wx.login` code → openid, where an app id and secret are set. */
  readonly weChat: ((code: string) => Promise<string | undefined>) | null;
  /** What this caller may still do, of what is guessed or costs; missing where nobody can call from outside. */
  readonly limits?: Limits;
  /** Told after visits were written: where the process goes on living, it takes them into the tally in a quiet moment. */
  readonly visitsWritten?: () => void;
  /** Where this request is found again: in the log, and on the screen of whoever asks for help. */
  readonly requestId?: string;
  readonly observe?: Observe;
}

/** Who calls, as the platform vouches for it. `epoch` of a session must still be the person's. */
export interface Caller {
  readonly personId: string;
  readonly epoch?: number;
}

export interface Call<N extends CallName> {
  readonly input: Parsed<N>;
  readonly deps: Deps;
  readonly store: Store;
  readonly now: Instant;
  readonly today: IsoDate;
  readonly actor: Actor;
  /** Missing for somebody who has never been recorded: a first scan. */
  readonly person: PersonDoc | undefined;
}

/** What a call decided: the answer, and what has to be written for it to be true. */
export interface Outcome<N extends CallName> {
  readonly reply: Output<N>;
  readonly changes?: readonly Change[];
  /** What is good to have but need not be whole with the changes: a form remembered, a notice. */
  readonly aside?: readonly Change[];
  /** Records that move a tally; their standings and progress join the same commit. Visits mark themselves (fold.ts). */
  readonly tally?: readonly TallyChange[];
}
