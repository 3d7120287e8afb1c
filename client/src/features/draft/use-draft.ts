import { useState } from 'react';
import { storage } from '@/platform/storage';

const prefix = 'draft.';

interface Draft<T> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** After it has been sent: the next form starts with `first`. */
  readonly clear: () => void;
}

/**
 * What somebody is writing, kept on the device with each change: it outlasts a failure, a reload and going back.
 * `name` tells forms apart, for example `void:` and the visit's id; parts of `first` that were never written stay.
 */
export function useDraft<T extends object>(name: string, first: T): Draft<T> {
  const key = prefix + name;
  const [written, setWritten] = useState<Partial<T>>(() => storage.get<Partial<T>>(key) ?? {});
  return {
    value: { ...first, ...written },
    change: (part) =>
      setWritten((now) => {
        const next = { ...now, ...part };
        storage.set(key, next);
        return next;
      }),
    clear: () => {
      storage.remove(key);
      setWritten({});
    },
  };
}

/** When somebody signs out: what was being written belongs to nobody else. */
export function dropDrafts(): void {
  for (const key of storage.keys(prefix)) storage.remove(key);
}
