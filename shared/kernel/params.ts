import type { ClauseId } from '../policy';
import { addDays, type IsoDate } from './calendar';

interface Version<V> {
  /** First day on which these figures hold. */
  readonly from: IsoDate;
  readonly source: string;
  readonly values: V;
}

/** Figures of a clause that change by date. Oldest version first. */
export interface ParamTable<V> {
  readonly clause: ClauseId;
  readonly unit: string;
  /** The last day on which the figures are known to hold. After it nothing is guessed. */
  readonly knownThrough: IsoDate;
  readonly versions: readonly [Version<V>, ...Version<V>[]];
}

export const paramTable = <const V>(table: ParamTable<V>): ParamTable<V> => table;

/** The figures in force on a day, or undefined where the policy says nothing (before the first, after the last known day). */
export function inForce<V>(table: ParamTable<V>, on: IsoDate): V | undefined {
  if (on > table.knownThrough) return undefined;
  const begun = table.versions.filter((version) => version.from <= on);
  return begun[begun.length - 1]?.values;
}

/** The days that a version covers, for the sweep that looks for gaps and overlaps. */
export const coverage = <V>(table: ParamTable<V>): readonly { from: IsoDate; to: IsoDate }[] =>
  table.versions.map((version, i) => {
    const next = table.versions[i + 1];
    return { from: version.from, to: next ? addDays(next.from, -1) : table.knownThrough };
  });
