import { useState } from 'react';
import { storage } from '@/platform/storage';

const prefix = 'draft.';

interface Draft<T> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** After it has been sent: the next form starts with `first`. */
  readonly clear: () => void;
}

/** The parts that fit the form; what else may stand on the device is not shown. */
function fitting<T extends object>(written: unknown, first: T): Partial<T> {
  if (typeof written !== 'object' || written === null) return {};
  const fits = ([name, value]: [string, unknown]): boolean => {
    const model = (first as Record<string, unknown>)[name];
    return model === undefined || value === undefined || typeof value === typeof model;
  };
  return Object.fromEntries(Object.entries(written).filter(fits)) as Partial<T>;
}

/**
 * What somebody is writing, kept on the device with each change: it outlasts a failure, a reload and going back.
 * `name` tells forms apart, for example `void:` and the visit's id; parts of `first` that were never written stay.
 */
export function useDraft<T extends object>(name: string, first: T): Draft<T> {
  const key = prefix + name;
  const [written, setWritten] = useState<Partial<T>>(() => fitting(storage.get<unknown>(key), first));
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
