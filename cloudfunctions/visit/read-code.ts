import { type Actor, hasRole } from '../../shared/access';
import { districtOn } from '../../shared/enterprise';
import { dayOf, type Instant, type IsoDate } from '../../shared/kernel/calendar';
import { type Finding, finding } from '../../shared/kernel/decision';
import { isActiveCommissioner } from '../../shared/person';
import { stationIdOf } from '../../shared/station';
import { ACTIVE, closedFindings, effective, type Side, stateAt, type Visit } from '../../shared/visit';
import type { Call } from '../_core/context';
import type { EnterpriseDoc, VisitDoc } from '../_core/documents';
import { visitIdFrom } from '../_core/ids';
import { spend } from '../_core/limited';
import { Refusal } from '../_core/refusal';
import type { Key, Store } from '../_core/store';
import { type Code, type CodeFault, claimOf, readCode } from '../_core/tokens';
import { isContact } from './load';

/** What a scanned code means for the person who scanned it. */
export interface Reading {
  readonly code: Code;
  readonly enterprise: EnterpriseDoc;
  /** The visit it leads to; missing where a first check-in would open one. */
  readonly visit?: VisitDoc;
  /** The visit that a walk-in would open. */
  readonly opens?: Visit;
  /** Sides this person can stand on, the likeliest first. */
  readonly sides: readonly Side[];
  /** Why nobody can check in here now, where `sides` is empty. */
  readonly findings: readonly Finding[];
}

type Reader = Pick<Call<'visit.checkIn'>, 'store' | 'actor' | 'person' | 'deps'>;

const refuseCode = (because: CodeFault | 'code-unknown' | 'code-used', kind: string): Refusal =>
  new Refusal('refused', { findings: [finding('VIS-15-A')('unmet', because, { code: kind })] });

/** A wrong seal, or a code that leads nowhere, is what guessing looks like. Too many of them are not even written down. */
function wrongCode(reader: Reader, because: CodeFault | 'code-unknown', kind: string): Refusal {
  if (because === 'code-forged' || because === 'code-unknown') spend(reader, 'wrongCode');
  return refuseCode(because, kind);
}

async function enterpriseBy(store: Store, id: string): Promise<EnterpriseDoc | undefined> {
  const [enterprise] = await store.get<EnterpriseDoc>([{ collection: 'enterprises', id }]);
  return enterprise?.mergedInto ? enterpriseBy(store, enterprise.mergedInto) : enterprise;
}

/** A poster says which enterprise. What it opens depends on who reads it and on what is planned there that day. */
async function readPoster(reader: Reader, code: Code & { kind: 'poster' }, at: Instant): Promise<Reading> {
  const { store, actor, person } = reader;
  const enterprise = await enterpriseBy(store, `E${code.shortCode}`);
  if (!enterprise) throw wrongCode(reader, 'code-unknown', 'poster');
  const day = dayOf(at);
  const { docs } = await store.find<VisitDoc>({
    collection: 'visits',
    eq: { enterpriseId: enterprise.id },
    range: { field: 'day', from: day, to: day },
    order: { field: 'day' },
  });
  const open = docs.filter((visit) => ACTIVE.includes(stateAt(visit, at)));
  const mine = docs.find(
    (visit) => !visit.voided && visit.checkIns.some((one) => one.personId === actor.personId && !one.voided),
  );
  if (mine) return { code, enterprise, visit: mine, sides: sidesTaken(mine, actor.personId), findings: [] };

  const asCommissioner = hasRole(actor, 'commissioner');
  const planned = open
    .filter((visit) => (asCommissioner ? visit.commissionerIds.includes(actor.personId) : visit.plan !== undefined))
    .sort((a, b) => (a.plan?.from ?? 0) - (b.plan?.from ?? 0))[0];
  if (planned) {
    const sides = sidesOf(actor, planned.enterpriseId).filter((side) => side !== 'party' && !pairs(planned, side));
    return { code, enterprise, visit: planned, sides, findings: sides.length > 0 ? [] : [needsLiveCode(day)] };
  }
  if (asCommissioner && person)
    return {
      code,
      enterprise,
      opens: walkIn(enterprise, actor.personId, day, at, docs),
      sides: ['specialist'],
      findings: [],
    };
  const there = open.some((visit) => effective(visit, 'specialist').length > 0);
  return {
    code,
    enterprise,
    sides: [],
    findings: [there ? needsLiveCode(day) : finding('VIS-15-A')('unmet', 'commissioner-first', { on: day })],
  };
}

const bothSides = (already: Side): Finding =>
  finding('VIS-15-A')('unmet', 'same-person-other-side', {
    side: already === 'specialist' ? 'enterprise' : 'specialist',
    already,
  });

const needsLiveCode = (day: IsoDate): Finding => finding('VIS-15-A')('unmet', 'live-code-needed', { on: day });

/** Whether this side would complete the pair: only a live code can do that. */
const pairs = (visit: Visit, side: Side): boolean =>
  effective(visit, side === 'specialist' ? 'enterprise' : 'specialist').length > 0;

/** The visit that a commissioner's walk-in opens: the same person, enterprise and day give the same id, however often it is sent. */
function walkIn(
  enterprise: EnterpriseDoc,
  personId: string,
  day: IsoDate,
  at: Instant,
  thatDay: readonly VisitDoc[],
): Visit {
  const district = districtOn(enterprise, day) ?? enterprise.district;
  const void_ = thatDay.filter((visit) => visit.origin === 'walkIn' && visit.commissionerIds.includes(personId)).length;
  return {
    id: visitIdFrom(enterprise.id, day, personId, void_),
    stationId: stationIdOf(district),
    enterpriseId: enterprise.id,
    origin: 'walkIn',
    topic: '',
    serviceTypes: [],
    commissionerIds: [personId],
    enterprise: { name: enterprise.name, district, takenAt: at },
    checkIns: [],
    ratings: [],
    makeUps: [],
    history: [],
  };
}

/** A live code, or the pass of somebody who read one in time, says which visit. */
async function readLive(reader: Reader, code: Exclude<Code, { kind: 'poster' }>, at: Instant): Promise<Reading> {
  const { store, actor } = reader;
  const [visit] = await store.get<VisitDoc>([{ collection: 'visits', id: code.visitId }]);
  const enterprise = visit && (await enterpriseBy(store, visit.enterpriseId));
  if (!visit || !enterprise) throw wrongCode(reader, 'code-unknown', code.kind);
  const mine = visit.checkIns.find((one) => one.personId === actor.personId && !one.voided);
  // Who came by the poster holds this code out to the other side: reading it himself would be standing on both.
  if (mine?.method === 'poster') return { code, enterprise, visit, sides: [], findings: [bothSides(mine.side)] };
  if (mine) return { code, enterprise, visit, sides: [mine.side], findings: [] };
  const closed = closedFindings(visit, at);
  if (closed.length > 0) return { code, enterprise, visit, sides: [], findings: closed };
  // Spent for everybody else once somebody has checked in with it; the phone that shows it has a new one at once.
  if (code.kind === 'live' && visit.checkIns.some((one) => one.codeId === code.codeId))
    throw refuseCode('code-used', 'live');
  return { code, enterprise, visit, sides: sidesOf(actor, visit.enterpriseId), findings: [] };
}

/** Where this person stands already. */
export const sidesTaken = (visit: Visit, personId: string): readonly Side[] =>
  visit.checkIns
    .filter((one) => one.personId === personId && !one.voided)
    .map((one) => one.side)
    .slice(0, 1);

/** Registered people stand where their role puts them; everybody else comes for the enterprise, or says for which party. */
function sidesOf(actor: Actor, enterpriseId: string): readonly Side[] {
  const sides: Side[] = [];
  if (hasRole(actor, 'commissioner')) sides.push('specialist');
  if (isContact(actor, enterpriseId)) sides.push('enterprise');
  const official = (['party', 'stationLead', 'stationContact', 'district', 'center', 'city'] as const).some((role) =>
    hasRole(actor, role),
  );
  if (official) sides.push('party');
  return sides.length > 0 ? sides : ['enterprise', 'party'];
}

/** Reads what was scanned at a moment. Throws a refusal that says what is wrong with the code. */
export async function understand(reader: Reader, scanned: string, at: Instant): Promise<Reading> {
  const code = readCode(reader.deps.codeKeys, scanned, reader.actor.personId, at);
  if (typeof code === 'string') throw wrongCode(reader, code, 'unknown');
  return code.kind === 'poster' ? readPoster(reader, code, at) : readLive(reader, code, at);
}

export const activeOn = (person: Parameters<typeof isActiveCommissioner>[0] | undefined, day: IsoDate): boolean =>
  person !== undefined && isActiveCommissioner(person, day);

/** What understanding a code begins with. */
export function aheadOfCode({ code }: { readonly code: string }): readonly Key[] {
  const claim = claimOf(code);
  if (!claim) return [];
  return 'shortCode' in claim
    ? [{ collection: 'enterprises', id: `E${claim.shortCode}` }]
    : [{ collection: 'visits', id: claim.visitId }];
}
