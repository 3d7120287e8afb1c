import type { Failure } from '@/gateway';

/** A finding, as far as a reader needs it. */
export interface Reason {
  readonly verdict: string;
  readonly because: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
/** What was refused, by a rule or on the way. */
export interface Refusal {
  readonly code: Failure['code'];
  readonly findings?: readonly Reason[] | undefined;
  readonly requestId?: string | undefined;
}

export type NextStep = 'rescan' | 'visit' | 'make-up' | 'again';

const steps: Readonly<Record<string, readonly NextStep[]>> = {
  'same-person-other-side': ['visit', 'rescan'],
  'visit-over': ['visit', 'rescan'],
  'visit-voided': ['visit', 'rescan'],
  'visit-cancelled': ['visit', 'rescan'],
  'wrong-day': ['visit', 'rescan'],
  'other-side-too-late': ['make-up', 'visit', 'rescan'],
  'arrived-too-late': ['rescan', 'make-up'],
  'nonce-reused': ['rescan'],
};

/** Where reading the other side's fresh code mends it. */
const fresh = ['code-expired', 'code-used', 'code-not-yours', 'live-code-needed'];
/** Nothing went wrong: somebody else comes first, or another code. */
export const isGuidance = (because: string | undefined): boolean =>
  because === 'commissioner-first' || because === 'live-code-needed';
export const needsFreshCode = (because: string | undefined): boolean =>
  because !== undefined && fresh.includes(because);

/** Of several reasons, the one that this person can do most about. */
const weight = ({ because }: Reason): number => {
  if (because.startsWith('visit-')) return 0; // nothing else matters once the visit is over
  return because.startsWith('code-') || because === 'live-code-needed' ? 1 : 2;
};
export const mainFinding = (findings: readonly Reason[]): Reason | undefined =>
  [...findings].filter((one) => one.verdict === 'unmet').sort((a, b) => weight(a) - weight(b))[0];

/** What can be done next, the likeliest first. `seesVisit`: this person may open the visit. */
export function nextSteps(failure: Refusal, seesVisit: boolean): readonly NextStep[] {
  if (failure.code !== 'refused') return ['again', 'rescan'];
  const because = mainFinding(failure.findings ?? [])?.because ?? '';
  const possible = (steps[because] ?? ['rescan']).filter((step) => seesVisit || step === 'rescan');
  return possible.length > 0 ? possible : ['rescan'];
}
