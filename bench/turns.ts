import { type Load, median, ofRounds } from './figures';

interface Sides {
  subject(): Promise<Load>;
  /** @returns a second */
  reference(): Promise<number>;
  /** What the subject still does behind its answers is done before the other side's turn. */
  settle(): Promise<void>;
}

/** Subject and reference by turns, so that what else the machine does disturbs both alike. */
export async function byTurns(rounds: number, { subject, reference, settle }: Sides) {
  const loads: Load[] = [];
  const bare: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const first = i % 2 === 0;
    if (!first) bare.push(await reference());
    loads.push(await subject());
    await settle();
    if (first) bare.push(await reference());
  }
  return { load: ofRounds(loads), reference: median(bare) };
}
