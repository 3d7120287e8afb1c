import type { Output } from '../../shared/api';
import { contextOf, itemsOf } from '../../shared/station';
import { append } from '../_core/chain';
import {
  type DesignationDoc,
  type EnterpriseDoc,
  type LogEntry,
  type StandingDoc,
  type StationDoc,
  stationYearOf,
} from '../_core/documents';
import { fold } from '../_core/fold';
import { handler } from '../_core/handler';
import { findAll } from '../_core/recount';
import { Refusal } from '../_core/refusal';
import { standingId, stationYearSetup } from '../_core/standing';
import { writeOf } from '../_core/write';
import { insistMay } from './load';

/** A request that comes late again must not undo what was decided since. */
const logged = (designation: DesignationDoc, nonce: string): boolean =>
  designation.log.some((entry) => entry.nonce === nonce);

/** 重点服务企业 for a year (Part E, Q2): named by the station, before or after the service. Again after a withdrawal: from today on. */
export const designate = handler('station.designate', async ({ input, actor, store, now, today }) => {
  insistMay(actor, 'station.designate', input.stationId);
  const stationYear = stationYearOf(input.stationId, input.year);
  const id = standingId(stationYear, input.enterpriseId);
  const [station, enterprise, existing] = (await store.get([
    { collection: 'stations', id: input.stationId },
    { collection: 'enterprises', id: input.enterpriseId },
    { collection: 'designations', id },
  ])) as [StationDoc?, EnterpriseDoc?, DesignationDoc?];
  if (!station?.years[String(input.year)] || !enterprise || enterprise.mergedInto) throw new Refusal('not-found');
  if (existing && (!existing.withdrawn || logged(existing, input.nonce))) return { reply: { replayed: true } };
  const log = append<LogEntry>(existing?.log ?? [], {
    at: now,
    by: actor.personId,
    what: 'designation.made',
    nonce: input.nonce,
    facts: { reason: input.reason },
  });
  const designation = {
    id,
    scope: input.stationId,
    stationId: input.stationId,
    stationYear,
    enterpriseId: input.enterpriseId,
    // Named ahead of its year, it holds from the year's first day on.
    from: [today, `${input.year}-01-01`].sort()[1] as string,
    reason: input.reason,
    withdrawn: false,
    log,
  };
  return {
    reply: { replayed: false },
    changes: [writeOf('designations', designation, existing?.rev)],
    tally: [{ kind: 'designation', designation }],
  };
});

export const withdrawDesignation = handler('station.withdrawDesignation', async ({ input, actor, store, now }) => {
  insistMay(actor, 'station.voidDesignation', input.stationId);
  const id = standingId(stationYearOf(input.stationId, input.year), input.enterpriseId);
  const [existing] = await store.get<DesignationDoc>([{ collection: 'designations', id }]);
  if (!existing) throw new Refusal('not-found');
  if (existing.withdrawn || logged(existing, input.nonce)) return { reply: { replayed: true } };
  const log = append<LogEntry>(existing.log, {
    at: now,
    by: actor.personId,
    what: 'designation.withdrawn',
    nonce: input.nonce,
    facts: { reason: input.reason },
  });
  const designation = { ...existing, withdrawn: true, log };
  return {
    reply: { replayed: false },
    changes: [writeOf('designations', designation, existing.rev)],
    tally: [{ kind: 'designation', designation }],
  };
});

export const designations = handler('station.designations', async ({ input, actor, store, now }) => {
  insistMay(actor, 'station.progress', input.stationId);
  const stationYear = stationYearOf(input.stationId, input.year);
  await fold(store, stationYear, now);
  const docs = await findAll<DesignationDoc>(store, { collection: 'designations', eq: { stationYear } });
  const keys = docs.map((one) => ({ collection: 'enterprises' as const, id: one.enterpriseId }));
  const standingKeys = docs.map((one) => ({ collection: 'standings' as const, id: one.id }));
  const [station, ...found] = await store.get([
    { collection: 'stations', id: input.stationId },
    ...keys,
    ...standingKeys,
  ]);
  const setup = station && stationYearSetup(station as StationDoc, input.year);
  type Row = Output<'station.designations'>['designations'][number];
  const rows = docs.map((one, i): Row => {
    const enterprise = found[i] as EnterpriseDoc | undefined;
    const standing = found[docs.length + i] as StandingDoc | undefined;
    const served =
      setup &&
      standing &&
      itemsOf(standing.facts, contextOf(setup, 'acceptance', now)).find((item) => item.metric === 'keyServed')?.status;
    return {
      enterprise: { id: one.enterpriseId, name: enterprise?.name ?? '' },
      from: one.from,
      reason: one.reason,
      withdrawn: one.withdrawn,
      ...(served && { served }),
    };
  });
  return { reply: { designations: rows.sort((a, b) => (a.from < b.from ? 1 : -1)) } };
});
