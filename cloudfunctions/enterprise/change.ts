import { can } from '../../shared/access';
import { DISTRICTS, type Enterprise } from '../../shared/enterprise';
import { type IsoDate, yearOf } from '../../shared/kernel/calendar';
import { checkUscc, normaliseUscc } from '../../shared/kernel/uscc';
import { stationIdOf } from '../../shared/station';
import { append } from '../_core/chain';
import {
  type DesignationDoc,
  type EnterpriseDoc,
  enterpriseDraft,
  type LogEntry,
  type VisitDoc,
} from '../_core/documents';
import { handler } from '../_core/handler';
import { idFrom } from '../_core/ids';
import { ABSORBED, absorbedBy } from '../_core/merged';
import { findAll } from '../_core/recount';
import { insistFields, Refusal } from '../_core/refusal';
import type { Store } from '../_core/store';
import type { TallyChange } from '../_core/tally';
import { writeOf } from '../_core/write';
import { loadEnterprise } from './load';

/** No 0/O, 1/I/L: it is read from paper. */
const SHORT = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const shortCodeFrom = (uscc: string): string =>
  [...Buffer.from(idFrom(11, 'short', uscc), 'base64url')]
    .map((byte) => SHORT.charAt(byte % SHORT.length))
    .join('')
    .slice(0, 8);

const collection = 'enterprises';

const isDistrict = (code: string): boolean => Object.keys(DISTRICTS).includes(code);
const logged = (enterprise: EnterpriseDoc, nonce: string): boolean =>
  enterprise.log.some((entry) => entry.nonce === nonce);

const changed = (enterprise: EnterpriseDoc, next: Partial<Enterprise>, entry: Omit<LogEntry, 'seq' | 'hash'>) =>
  writeOf(
    collection,
    enterpriseDraft({ ...enterprise, ...next, log: append<LogEntry>(enterprise.log, entry) }),
    enterprise.rev,
  );

/** Every station-year in which these enterprises have been visited or designated, under whatever id, is counted anew. */
async function recountOf(store: Store, ...enterprises: readonly EnterpriseDoc[]): Promise<readonly TallyChange[]> {
  const ids = enterprises.flatMap((one) => [one.id, ...absorbedBy(one)]);
  const found = await Promise.all(
    ids.flatMap((enterpriseId) => [
      findAll<VisitDoc>(store, { collection: 'visits', eq: { enterpriseId }, order: { field: 'day' } }),
      findAll<DesignationDoc>(store, { collection: 'designations', eq: { enterpriseId } }),
    ]),
  );
  const stationYears = [...new Set(found.flat().map((one) => one.stationYear))];
  return stationYears.length > 0 ? [{ kind: 'recount', stationYears }] : [];
}

/** One record per 统一社会信用代码. A wrong check character is refused unless 区科协 has seen the licence. */
export const register = handler('enterprise.register', async ({ input, actor, store, now, today }) => {
  const uscc = normaliseUscc(input.uscc);
  const check = checkUscc(uscc);
  insistFields({
    uscc:
      check === 'ok' || (check === 'check' && input.codeVerifiedManually)
        ? undefined
        : check === 'format'
          ? '统一社会信用代码应为 18 位'
          : '代码校验位不对，请对照营业执照',
    district: isDistrict(input.district) ? undefined : '请选择所在区',
  });
  const target = { district: input.district, stationId: stationIdOf(input.district) };
  if (!can(actor, 'enterprise.verify', target) && !can(actor, 'station.designate', target))
    throw new Refusal('not-allowed');
  const [same] = (await store.find<EnterpriseDoc>({ collection: 'enterprises', eq: { uscc }, limit: 1 })).docs;
  if (same) return { reply: { enterpriseId: same.id, replayed: true } };
  const shortCode = shortCodeFrom(uscc);
  const log = append<LogEntry>([], {
    at: now,
    by: actor.personId,
    what: 'enterprise.registered',
    nonce: input.nonce,
    facts: { codeVerifiedManually: input.codeVerifiedManually ?? false },
  });
  const enterprise = enterpriseDraft({
    id: `E${shortCode}`,
    uscc,
    name: input.name,
    address: input.address,
    industry: input.industry,
    shortCode,
    districts: [{ code: input.district, from: `${yearOf(today)}-01-01`, basis: '注册地', by: actor.personId }],
    qualifications: [],
    contacts: [],
    log,
  });
  return {
    reply: { enterpriseId: enterprise.id, replayed: false },
    changes: [writeOf('enterprises', enterprise, undefined)],
  };
});

export const verifyQualification = handler('enterprise.verifyQualification', async (call) => {
  const { input, actor, store, now } = call;
  const enterprise = await loadEnterprise(call, input.enterpriseId, 'enterprise.verify');
  if (enterprise.mergedInto) throw new Refusal('not-found');
  if (logged(enterprise, input.nonce)) return { reply: { replayed: true } };
  insistFields({ validThrough: input.validThrough < input.validFrom ? '有效期结束早于开始' : undefined });
  const id = input.qualificationId ?? `qualification:${idFrom(12, enterprise.id, input.nonce)}`;
  if (input.qualificationId && !enterprise.qualifications.some((one) => one.id === id)) throw new Refusal('not-found');
  const { level, validFrom, validThrough, verified } = input;
  const next = { id, level, validFrom, validThrough, verified, by: actor.personId, at: now };
  const qualifications = [...enterprise.qualifications.filter((one) => one.id !== id), next];
  const entry = {
    at: now,
    by: actor.personId,
    what: 'qualification.set',
    nonce: input.nonce,
    facts: { id, level, validFrom, validThrough, verified },
  };
  return {
    reply: { replayed: false },
    changes: [changed(enterprise, { qualifications }, entry)],
    tally: await recountOf(store, enterprise),
  };
});

/** A move counts from its day on and touches no earlier event: each visit keeps the district it was recorded with. */
export const move = handler('enterprise.move', async (call) => {
  const { input, actor, now, today } = call;
  const enterprise = await loadEnterprise(call, input.enterpriseId, 'enterprise.verify');
  if (enterprise.mergedInto) throw new Refusal('not-found');
  if (logged(enterprise, input.nonce)) return { reply: { replayed: true } };
  insistFields({
    district: isDistrict(input.district) ? undefined : '请选择所在区',
    from: input.from > today ? '迁移日不能晚于今天' : undefined,
  });
  const from: IsoDate = input.from;
  const districts = [
    ...enterprise.districts.filter((span) => span.from !== from),
    { code: input.district, from, basis: input.basis, by: actor.personId },
  ];
  const entry = {
    at: now,
    by: actor.personId,
    what: 'enterprise.moved',
    nonce: input.nonce,
    facts: { district: input.district, from, basis: input.basis },
  };
  return { reply: { replayed: false }, changes: [changed(enterprise, { districts }, entry)] };
});

/** Two records of one enterprise: everything counts under the one that stays. */
export const merge = handler('enterprise.merge', async (call) => {
  const { input, actor, store, now } = call;
  const enterprise = await loadEnterprise(call, input.enterpriseId, 'enterprise.verify');
  const into = await loadEnterprise(call, input.into, 'enterprise.verify');
  if (enterprise.mergedInto === into.id) return { reply: { replayed: true } };
  insistFields({
    into:
      into.id === enterprise.id || into.mergedInto || enterprise.mergedInto ? '请选择另一家未被合并的企业' : undefined,
  });
  const entry = {
    at: now,
    by: actor.personId,
    what: 'enterprise.merged',
    nonce: input.nonce,
    facts: { into: into.id, reason: input.reason },
  };
  // What had been merged into the one that goes is led to the one that stays: `mergedInto` is always the last word.
  const before = absorbedBy(enterprise);
  const earlier = before.length > 0 ? await store.get<EnterpriseDoc>(before.map((id) => ({ collection, id }))) : [];
  const log = [enterprise.id, ...before].reduce(
    (kept, from) => append<LogEntry>(kept, { ...entry, what: ABSORBED, facts: { from, reason: input.reason } }),
    into.log,
  );
  const kept = {
    ...into,
    contacts: [...new Set([...into.contacts, ...enterprise.contacts])],
    qualifications: [...into.qualifications, ...enterprise.qualifications],
    log,
  };
  return {
    reply: { replayed: false },
    changes: [
      changed(enterprise, { mergedInto: into.id }, entry),
      ...earlier.flatMap((one) => (one ? [changed(one, { mergedInto: into.id }, entry)] : [])),
      writeOf(collection, enterpriseDraft(kept), into.rev),
    ],
    tally: await recountOf(store, enterprise, into),
  };
});
