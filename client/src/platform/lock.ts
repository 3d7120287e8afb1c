/** One window only: there is nobody to wait for. */
export async function alone(_name: string, work: () => Promise<void>): Promise<boolean> {
  await work();
  return true;
}

/** Another window changed what is kept on the device: cannot happen here. */
export const watchOthers = (_prefix: string, _onChange: () => void): void => undefined;
