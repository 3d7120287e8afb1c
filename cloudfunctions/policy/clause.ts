import { can } from '../../shared/access';
import { CLAUSES, type Clause, DOCUMENTS, isClauseId } from '../../shared/policy';
import { annualTarget } from '../../shared/station';
import { append } from '../_core/chain';
import { type LogEntry, type ProgressDoc, SETTINGS_ID, type SettingsDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { findAll } from '../_core/recount';
import { Refusal } from '../_core/refusal';
import { writeOf } from '../_core/write';

/** Public: what the policy says is nobody's secret. */
export const clause = handler(
  'policy.clause',
  async ({ input, store }) => {
    if (!isClauseId(input.clauseId)) throw new Refusal('not-found');
    const { document: documentId, article, restatement, quote, reading }: Clause = CLAUSES[input.clauseId];
    const { title, issuer, status, from, through, version } = DOCUMENTS[documentId];
    const [settings] =
      input.year === undefined ? [] : await store.get<SettingsDoc>([{ collection: 'settings', id: SETTINGS_ID }]);
    const inheritFrom = input.year === undefined ? undefined : settings?.inheritFrom[String(input.year)];
    const target =
      input.year === undefined
        ? undefined
        : annualTarget(
            { stationClass: 'A', year: input.year, ...(inheritFrom !== undefined && { inheritFrom }) },
            'contacted',
          );
    return {
      reply: {
        clauseId: input.clauseId,
        restatement,
        quote,
        ...(reading !== undefined && { reading }),
        article,
        document: { id: documentId, title, issuer, status, from, through },
        policyVersion: version,
        inheritedFrom: documentId === 'STN' && target?.inherited ? target.policyYear : null,
      },
    };
  },
  { open: true },
);

/** Taking an earlier year's figures over is a decision of the center, on record, and marked wherever they are shown (AMB-05). */
export const inherit = handler('policy.inherit', async ({ input, actor, store, now }) => {
  if (!can(actor, 'policy.inherit', {})) throw new Refusal('not-allowed');
  const [settings] = await store.get<SettingsDoc>([{ collection: 'settings', id: SETTINGS_ID }]);
  const base: Omit<SettingsDoc, 'rev'> = settings ?? {
    id: SETTINGS_ID,
    scope: 'city',
    inheritFrom: {},
    demo: false,
    log: [],
  };
  if (base.log.some((entry) => entry.nonce === input.nonce)) return { reply: { replayed: true } };
  if (input.from !== null && input.from >= input.year)
    throw new Refusal('bad-input', { fields: { from: '只能沿用更早年度的标准' } });
  const { [String(input.year)]: _, ...others } = base.inheritFrom;
  const inheritFrom = input.from === null ? others : { ...others, [String(input.year)]: input.from };
  const log = append<LogEntry>(base.log, {
    at: now,
    by: actor.personId,
    what: 'policy.inherited',
    nonce: input.nonce,
    facts: { year: input.year, from: input.from },
  });
  const progress = await findAll<ProgressDoc>(store, { collection: 'progress', eq: { year: input.year } });
  return {
    reply: { replayed: false },
    changes: [writeOf('settings', { ...base, inheritFrom, log }, settings?.rev)],
    // Their kept setup names the year that the figures come from.
    tally: [{ kind: 'recount', stationYears: progress.map((one) => one.id) }],
  };
});
