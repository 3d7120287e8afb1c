import type { EnterpriseDoc } from './documents';

export const ABSORBED = 'enterprise.absorbed';

/** Ids of the records that were merged into this one, directly or by way of another: their `mergedInto` is this one's id. */
export const absorbedBy = ({ log }: Pick<EnterpriseDoc, 'log'>): readonly string[] =>
  log.filter((entry) => entry.what === ABSORBED).map((entry) => String(entry.facts.from));
