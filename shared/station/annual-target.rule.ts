import { type Decision, finding } from '../kernel/decision';
import { inForce } from '../kernel/params';
import type { Count, Metric, StationClass } from './model';
import { CLAUSE_OF, QUOTA } from './quota.params';

export interface TargetFacts {
  readonly stationClass: StationClass;
  readonly year: number;
  /** The year whose figures the center has taken over, where the policy itself names none (AMB-05). */
  readonly inheritFrom?: number;
  /** Targets of the agreement; they may raise a minimum, never lower it (STN-08-2). */
  readonly agreement?: Partial<Readonly<Record<Metric, number>>>;
}

export interface Target {
  readonly target: number | null;
  /** The year whose figures stand, with a mark where they were taken over. */
  readonly policyYear: number | null;
  readonly inherited: boolean;
}

/** STN-06: the figure a station must reach. Without figures for the year, and no inheritance switched on: undetermined. */
export function annualTarget(facts: TargetFacts, metric: Metric): Target {
  const own = inForce(QUOTA, `${facts.year}-01-01`);
  const policyYear = own ? facts.year : facts.inheritFrom;
  const figures = own ?? (facts.inheritFrom === undefined ? undefined : inForce(QUOTA, `${facts.inheritFrom}-01-01`));
  if (!figures || policyYear === undefined) return { target: null, policyYear: null, inherited: false };
  const minimum = figures[facts.stationClass][metric];
  return { target: Math.max(minimum, facts.agreement?.[metric] ?? 0), policyYear, inherited: !own };
}

/** STN-06-A1, A2, B1, C1 「不少于」: the number itself is enough. */
export function quota(facts: TargetFacts, metric: Metric, count: Count): Decision<'met' | 'unmet' | 'undetermined'> {
  const { target, policyYear, inherited } = annualTarget(facts, metric);
  const on = finding(CLAUSE_OF[facts.stationClass][metric]);
  const { counted } = count;
  if (target === null)
    return {
      value: 'undetermined',
      findings: [on('undetermined', 'target-not-published', { counted, year: facts.year })],
    };
  const value = counted >= target ? 'met' : 'unmet';
  return {
    value,
    findings: [
      on(value, value === 'met' ? 'target-reached' : 'target-short', { counted, target, policyYear, inherited }),
    ],
  };
}
