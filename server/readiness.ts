import { statfs } from 'node:fs/promises';
import { SETTINGS_ID } from '../cloudfunctions/_core/documents';
import type { TripSeen } from '../cloudfunctions/_core/observe';
import type { Key, Store } from '../cloudfunctions/_core/store';

/** Why no request should be sent to this process now. */
export type Unready = 'stopping' | 'store-silent' | 'store-unwritable' | 'disk-full';

export interface Readiness {
  why(): Promise<Unready | undefined>;
  /** From here on the answer is `stopping`. */
  stopping(): void;
  isStopping(): boolean;
  /** Told of each use of the store: a commit that the engine could not keep is remembered. */
  trip(seen: TripSeen): void;
}

/** How long the store may take to answer. */
const PATIENCE_MS = 2000;
/** After a commit that the engine could not keep, unless a later one succeeds. Then it may be tried again. */
const HOLD_MS = 5000;
/** A log that is written anew needs room for itself. */
const LEAST_SPACE = 32 * 1024 * 1024;

const SETTINGS: Key = { collection: 'settings', id: SETTINGS_ID };

/** An engine that cannot write: full, read-only, broken, gone. What a single document is refused for does not count. */
const TROUBLE =
  /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY|LOCKED|PROTOCOL)|(08|53|57|58|XX)\w{3}$|25006$|E[A-Z]{4,}$)/;

const isTrouble = (failure: unknown): boolean => {
  const { code, cause } = (failure ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  return TROUBLE.test(String(code ?? '')) || (cause !== undefined && isTrouble(cause));
};

/** Bytes that this account may still write where the embedded database is. */
export const spaceLeftIn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** @param spaceLeft missing where the disk is another machine's */
export function readinessOf(store: Store, spaceLeft?: () => Promise<number>): Readiness {
  let stopping = false;
  let troubleAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<Unready | undefined> | undefined;

  const ask = async (): Promise<Unready | undefined> => {
    if (spaceLeft && (await spaceLeft()) < LEAST_SPACE) return 'disk-full';
    const read = store.get([SETTINGS]).then(
      () => undefined,
      (): Unready => 'store-silent',
    );
    // Nothing is written, whatever the document's rev is, but only where writing is possible does this have an answer.
    const write = store.commit([{ kind: 'check', ...SETTINGS, rev: 1 }]).then(
      () => undefined,
      (): Unready => 'store-unwritable',
    );
    return (await read) ?? write;
  };

  return {
    async why() {
      if (stopping) return 'stopping';
      if (performance.now() - troubleAt < HOLD_MS) return 'store-unwritable';
      // However many ask, and however long it takes: the store is asked once at a time.
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return soon(asking);
    },
    stopping() {
      stopping = true;
    },
    isStopping: () => stopping,
    trip({ verb, outcome, failure }) {
      if (verb !== 'commit') return;
      if (outcome === 'done') troubleAt = Number.NEGATIVE_INFINITY;
      else if (isTrouble(failure)) troubleAt = performance.now();
    },
  };
}

function soon(asked: Promise<Unready | undefined>): Promise<Unready | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, 'store-silent' satisfies Unready);
    asked
      .catch((): Unready => 'store-silent')
      .then(resolve)
      .finally(() => clearTimeout(timer));
  });
}
