import type { Decision, Verdict } from '../../shared/kernel/decision';

/** The codes of one verdict, in order: what a decision is asserted by. */
export const because = (decision: Pick<Decision<unknown>, 'findings'>, verdict: Verdict = 'unmet'): readonly string[] =>
  decision.findings.filter((one) => one.verdict === verdict).map((one) => one.because);
