/** What must not outlive the bench: processes, databases, directories. The last that was begun ends first. */
const begun: (() => Promise<void>)[] = [];

/** @returns the same work, to be called when its time comes; otherwise it is done when the bench is broken off */
export function atEnd(work: () => Promise<void>): () => Promise<void> {
  begun.push(work);
  return async () => {
    const i = begun.indexOf(work);
    if (i < 0) return;
    begun.splice(i, 1);
    await work();
  };
}

export async function endAll(): Promise<void> {
  for (let work = begun.pop(); work; work = begun.pop()) await work().catch(() => undefined);
}
