import { hasRole } from '../../shared/access';
import type { Output } from '../../shared/api';
import { districtOn } from '../../shared/enterprise';
import { addDays, dayOf, type Instant, isoOf } from '../../shared/kernel/calendar';
import { finding } from '../../shared/kernel/decision';
import {
  type CheckIn,
  checkInTime,
  effective,
  mayCheckIn,
  type PartyKind,
  type Side,
  stateAt,
  type Visit,
} from '../../shared/visit';
import type { Call } from '../_core/context';
import { type AttemptDoc, personDraft, type VisitDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { checkInId, idFrom } from '../_core/ids';
import { spend } from '../_core/limited';
import { newPerson } from '../_core/new-person';
import { noticesFor } from '../_core/notices';
import { insist, insistFields, Refusal } from '../_core/refusal';
import type { Change, Draft } from '../_core/store';
import { writeOf } from '../_core/write';
import { changeVisit } from './change';
import { isContact } from './load';
import { activeOn, aheadOfCode, type Reading, sidesTaken, understand } from './read-code';

type CheckInCall = Call<'visit.checkIn'>;

/** Every attempt is kept, also a refused one, apart from results. The accepted ones stand whole in the visit. */
const attemptChange = ({ input, actor, now }: CheckInCall, reading: Reading | undefined, refusal: Refusal): Change => {
  const doc: Draft<AttemptDoc> = {
    // The same attempt, however often it is sent, is one; refused for another reason it is another.
    id: `attempt:${idFrom(22, actor.personId, input.nonce, ...refusal.findings.map((one) => one.because))}`,
    scope: reading?.visit?.stationId ?? reading?.opens?.stationId ?? 'city',
    personId: actor.personId,
    at: now,
    call: 'visit.checkIn',
    nonce: input.nonce,
    codeKind: reading?.code.kind ?? 'unknown',
    visitId: reading?.visit?.id ?? '',
    claimedAt: input.claimedAt === undefined ? null : Date.parse(input.claimedAt),
    findings: refusal.findings,
  };
  return { kind: 'insert', collection: 'attempts', doc };
};

const replyOf = (visit: Visit, checkIn: CheckIn, now: Instant, replayed: boolean): Output<'visit.checkIn'> => ({
  visitId: visit.id,
  side: checkIn.side,
  state: stateAt(visit, now),
  checkInId: checkIn.id,
  replayed,
  at: isoOf(checkIn.at),
  findings: [...checkIn.findings],
});

function sideOf({ input, actor }: CheckInCall, reading: Reading): Side {
  const side = input.side ?? reading.sides[0];
  if (side === undefined || reading.sides.length === 0) throw new Refusal('refused', { findings: reading.findings });
  if (reading.sides.includes(side)) return side;
  const on = finding('VIS-15-A');
  const [already] = reading.visit ? sidesTaken(reading.visit, actor.personId) : [];
  throw new Refusal('refused', {
    findings: [
      already ? on('unmet', 'same-person-other-side', { side, already }) : on('unmet', 'side-not-yours', { side }),
    ],
  });
}

function partyKindOf({ input, actor }: CheckInCall): PartyKind | undefined {
  if (input.partyKind) return input.partyKind;
  if (hasRole(actor, 'stationLead') || hasRole(actor, 'stationContact')) return '站点';
  if (hasRole(actor, 'district')) return '区科协';
  return hasRole(actor, 'party') || hasRole(actor, 'center') || hasRole(actor, 'city') ? '其他' : undefined;
}

/** The visit as the check-in finds it: the snapshot is taken by the first check-in that sets the day. */
function receiving({ visit, opens, enterprise }: Reading, side: Side, at: Instant): Visit {
  const base = (visit ?? opens) as Visit;
  const setsDay = side !== 'party' && effective(base, 'specialist').length + effective(base, 'enterprise').length === 0;
  if (!setsDay) return base;
  return {
    ...base,
    enterprise: {
      name: enterprise.name,
      district: districtOn(enterprise, dayOf(at)) ?? base.enterprise.district,
      takenAt: at,
    },
  };
}

async function decide(call: CheckInCall, reading: Reading) {
  const { input, actor, person, now } = call;
  const existing = reading.visit;
  const own = existing?.checkIns.filter((one) => one.personId === actor.personId) ?? [];
  const sent = own.find((one) => one.nonce === input.nonce);
  if (existing && sent) return { reply: replyOf(existing, sent, now, true) };
  const side = sideOf(call, reading);
  const first = own.find((one) => !one.voided);
  if (existing && first && first.side === side) return { reply: replyOf(existing, first, now, true) };
  if (existing?.checkIns.some((one) => one.nonce === input.nonce && one.personId !== actor.personId))
    throw new Refusal('refused', { findings: [finding('VIS-15-A')('unmet', 'nonce-reused')] });

  const partyKind = side === 'party' ? partyKindOf(call) : undefined;
  if (side === 'party') insistFields({ partyKind: partyKind ? undefined : '请选择单位类型' });
  const method = reading.code.kind === 'poster' ? 'poster' : 'live';
  const claimedAt = input.claimedAt === undefined ? undefined : Date.parse(input.claimedAt);
  const time = checkInTime({ method, receivedAt: now, ...(claimedAt !== undefined && { claimedAt }) });
  if (time.value === undefined) throw new Refusal('refused', { findings: time.findings });
  const at = time.value;
  const visit = receiving(reading, side, at);
  const active = side === 'specialist' ? activeOn(person, dayOf(at)) : undefined;
  const decision = mayCheckIn(
    visit,
    {
      personId: actor.personId,
      side,
      method,
      orgName: input.orgName,
      receivedAt: now,
      ...(active !== undefined && { active }),
    },
    at,
  );
  insist(decision);

  const name = input.name ?? person?.name ?? '';
  const checkIn: CheckIn = {
    id: checkInId(visit.id, side, actor.personId) + (own.length > 0 ? `:${own.length + 1}` : ''),
    side,
    personId: actor.personId,
    name,
    orgName: input.orgName,
    title: input.title,
    need: input.need,
    ...(partyKind && { partyKind }),
    method,
    at,
    receivedAt: now,
    ...(claimedAt !== undefined && { claimedAt }),
    nonce: input.nonce,
    ...(reading.code.kind !== 'poster' && { codeId: reading.code.codeId }),
    findings: [...time.findings, ...decision.findings],
  };
  const next: Visit = {
    ...visit,
    checkIns: [...visit.checkIns, checkIn],
    commissionerIds:
      side === 'specialist' ? [...new Set([...visit.commissionerIds, actor.personId])] : visit.commissionerIds,
    // Not in the middle of a character that takes two.
    topic: visit.topic || input.need.slice(0, 100).replace(/[\uD800-\uDBFF]$/, ''),
  };
  const change = changeVisit(existing, next, now, [
    { kind: 'checkedIn', by: actor.personId, nonce: input.nonce, ref: checkIn.id },
  ]);
  const told = side === 'enterprise' && !isContact(actor, reading.enterprise.id) ? reading.enterprise.contacts : [];
  return {
    reply: replyOf(change.draft, checkIn, now, false),
    changes: change.changes,
    tally: change.tally,
    aside: [
      ...rememberForm(call, name),
      ...noticesFor('attendee-joined', told, visit.id, name || input.title, now, checkIn.id),
    ],
  };
}

/** What was typed is offered next time. Somebody who scans for the first time exists from now on, without a role. */
function rememberForm({ input, person, actor, now }: CheckInCall, name: string): Change[] {
  const lastForm = { orgName: input.orgName, title: input.title, need: input.need, ...(name && { name }) };
  if (person && JSON.stringify(person.lastForm) === JSON.stringify(lastForm)) return [];
  const next = { ...(person ?? newPerson(actor.personId, name, now)), lastForm };
  return [writeOf('persons', personDraft(next), person?.rev)];
}

const RETRY_MS = 3_600_000;

/** A request that was accepted, and is sent again after its code has expired or its day has ended: the first record stands. */
async function acceptedBefore({ store, actor, input, now }: CheckInCall) {
  const { docs } = await store.find<VisitDoc>({
    collection: 'visits',
    eq: { people: actor.personId },
    range: { field: 'day', from: addDays(dayOf(now), -1) },
    order: { field: 'day', down: true },
  });
  for (const visit of docs) {
    const own = visit.checkIns.find((one) => one.personId === actor.personId && one.nonce === input.nonce);
    if (own) return { reply: replyOf(visit, own, now, true) };
  }
  return undefined;
}

/** Only just after midnight can a walk-in be yesterday's, sent again. */
const mayBeYesterdays = ({ now }: CheckInCall, reading: Reading): boolean =>
  reading.opens !== undefined && dayOf(now - RETRY_MS) !== dayOf(now);

export const checkIn = handler(
  'visit.checkIn',
  async (call) => {
    let reading: Reading | undefined;
    try {
      const claimed =
        call.input.claimedAt === undefined ? call.now : Math.min(Date.parse(call.input.claimedAt), call.now);
      reading = await understand(call, call.input.code, claimed);
      const again = mayBeYesterdays(call, reading) ? await acceptedBefore(call) : undefined;
      return again ?? (await decide(call, reading));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'bad-input' || error.code === 'too-many') throw error;
      const again = await acceptedBefore(call);
      if (again) return again;
      spend(call, 'refusedCheckIn');
      throw new Refusal(error.code, {
        findings: error.findings,
        fields: error.fields,
        keep: [attemptChange(call, reading, error)],
      });
    }
  },
  { ahead: aheadOfCode },
);
