import type { FailureCode } from '../../shared/api';
import type { Finding } from '../../shared/kernel/decision';
import type { Change } from './store';

/** An expected “no”. Everything else that is thrown is a bug and answers `broken`. */
export class Refusal extends Error {
  readonly code: FailureCode;
  readonly findings: readonly Finding[];
  readonly fields: Readonly<Record<string, string>>;
  /** Written down although the answer is no: every attempt is kept. */
  readonly keep: readonly Change[];
  /** Whole seconds until there is room again, where there was too much of something. */
  readonly retryAfter: number | undefined;

  constructor(
    code: FailureCode,
    more: {
      findings?: readonly Finding[];
      fields?: Readonly<Record<string, string>>;
      keep?: readonly Change[];
      retryAfter?: number;
    } = {},
  ) {
    super(code);
    this.code = code;
    this.findings = more.findings ?? [];
    this.fields = more.fields ?? {};
    this.keep = more.keep ?? [];
    this.retryAfter = more.retryAfter;
  }
}

/** Refuse unless a rule said yes; the reasons travel with the refusal. */
export function insist(
  decision: { readonly value: boolean; readonly findings: readonly Finding[] },
  keep: readonly Change[] = [],
): void {
  if (!decision.value)
    throw new Refusal('refused', { findings: decision.findings.filter((one) => one.verdict === 'unmet'), keep });
}

export function insistFields(fields: Readonly<Record<string, string | undefined>>): void {
  const wrong = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (wrong.length > 0) throw new Refusal('bad-input', { fields: Object.fromEntries(wrong) });
}
