import type { ClauseId } from '../policy';

export type Verdict = 'met' | 'unmet' | 'undetermined' | 'computed' | 'warned';
export type Fact = string | number | boolean | null;

/** What one clause said about one case. Stored with the record it decided; `because` is a code, the client words it. */
export interface Finding {
  readonly clause: ClauseId;
  readonly verdict: Verdict;
  readonly because: string;
  /** Both operands of the comparison. */
  readonly facts: Readonly<Record<string, Fact>>;
}

/** A rule never answers with a bare value. */
export interface Decision<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

export const finding =
  (clause: ClauseId) =>
  (verdict: Verdict, because: string, facts: Readonly<Record<string, Fact>> = {}): Finding => ({
    clause,
    verdict,
    because,
    facts,
  });
