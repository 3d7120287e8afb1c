type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const written = (key: string, value: unknown): unknown =>
  key.startsWith('aria-') && typeof value === 'boolean' ? String(value) : value;

/**
 * Leaves out what is undefined, which the mini-program would send to the page as an attribute of its own, and
 * writes the states of aria as words: there, a bare true arrives as an empty attribute.
 */
export const given = <T extends object>(props: T): Given<T> =>
  Object.fromEntries(
    Object.entries(props)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, written(key, value)]),
  ) as Given<T>;
