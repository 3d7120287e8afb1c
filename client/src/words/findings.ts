import type { Sentence } from './failure';

/** A finding's facts: both operands of the comparison that decided. */
export type Facts = Readonly<Record<string, unknown>>;

type Writer = (facts: Facts) => Sentence;

/**
 * Finding code → why, and what to do. Each feature adds its own table with `addFindingWords`, so that a page loads
 * only the sentences of its domain.
 */
const table = new Map<string, Writer>();

export function addFindingWords(words: Readonly<Record<string, Sentence | Writer>>): void {
  for (const [code, entry] of Object.entries(words)) table.set(code, typeof entry === 'function' ? entry : () => entry);
}

/** The sentence for a finding; an unknown code says so plainly and keeps the code, for whoever is asked about it. */
export function findingWords(code: string, facts: Facts = {}): Sentence {
  const write = table.get(code);
  return write ? write(facts) : { title: `原因代号 ${code}`, whatToDo: '请把这个代号告诉区工作站点' };
}
