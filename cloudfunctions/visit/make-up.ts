import { type Actor, hasRole, inForceOn } from '../../shared/access';
import type { IsoDate } from '../../shared/kernel/calendar';
import { finding } from '../../shared/kernel/decision';
import { districtOfStation } from '../../shared/station';
import {
  type CheckIn,
  effective,
  type MakeUp,
  mayConfirmMakeUp,
  mayDecideMakeUp,
  mayRequestMakeUp,
  stateAt,
  type Visit,
} from '../../shared/visit';
import type { EnterpriseDoc, PersonDoc, VisitDoc } from '../_core/documents';
import { roleKey } from '../_core/documents';
import { handler } from '../_core/handler';
import { checkInId, idFrom } from '../_core/ids';
import { noticesFor } from '../_core/notices';
import { insist, Refusal } from '../_core/refusal';
import type { Store } from '../_core/store';
import { changeVisit, done } from './change';
import { isContact, loadVisit, mayAskMakeUp } from './load';

/** Who decides: those who hold the district's role today. */
const officers = async (store: Store, visit: VisitDoc, today: IsoDate): Promise<string[]> => {
  const district = districtOfStation(visit.stationId);
  const { docs } = await store.find<PersonDoc>({
    collection: 'persons',
    eq: { roleKeys: roleKey('district', district) },
  });
  return docs
    .filter((one) =>
      inForceOn(one.grants, today).some((grant) => grant.role === 'district' && grant.scope.district === district),
    )
    .map((one) => one.id);
};

const find = (visit: VisitDoc, id: string): MakeUp => {
  const makeUp = visit.makeUps.find((one) => one.id === id);
  if (!makeUp) throw new Refusal('not-found');
  return makeUp;
};
const replace = (visit: Visit, makeUp: MakeUp): readonly MakeUp[] =>
  visit.makeUps.map((one) => (one.id === makeUp.id ? makeUp : one));

/** Whose check-in is missing. Somebody of the enterprise who was never recorded gets an identity of his own for this side. */
function missingPerson(
  visit: VisitDoc,
  side: MakeUp['side'],
  askedByThere: boolean,
  actor: Actor,
  name: string,
): string {
  if (side === 'specialist')
    return hasRole(actor, 'commissioner') ? actor.personId : (visit.commissionerIds[0] ?? actor.personId);
  return askedByThere || hasRole(actor, 'stationContact')
    ? `P${idFrom(16, 'made-up', visit.id, name)}`
    : actor.personId;
}

/** Asked for by the person whose side is missing, or by the station's contact for him (`personId`). */
export const requestMakeUp = handler('visit.requestMakeUp', async (call) => {
  const { input, now, today, actor, store } = call;
  const visit = await loadVisit(call, input.visitId, 'visit.requestMakeUp');
  const again = visit.makeUps.find((one) => one.nonce === input.nonce && one.requestedBy === actor.personId);
  if (again) return { reply: { makeUpId: again.id, replayed: true } };
  const { side, name, orgName, title, need, reason } = input;
  const there = effective(visit, side === 'enterprise' ? 'specialist' : 'enterprise');
  const askedByThere = there.some((one) => one.personId === actor.personId);
  const personId = input.personId ?? missingPerson(visit, side, askedByThere, actor, name);
  if (!mayAskMakeUp(visit, side, actor)) throw new Refusal('not-allowed');
  if (side === 'enterprise' && visit.commissionerIds.includes(personId))
    throw new Refusal('refused', { findings: [finding('VIS-15-A')('unmet', 'same-person-other-side', { side })] });
  insist(mayRequestMakeUp(visit, { side, personId }, now));
  const makeUp: MakeUp = {
    id: `makeup:${idFrom(14, visit.id, actor.personId, input.nonce)}`,
    side,
    personId,
    name,
    orgName,
    title,
    need,
    reason,
    requestedAt: now,
    requestedBy: actor.personId,
    nonce: input.nonce,
  };
  const change = changeVisit(visit, { ...visit, makeUps: [...visit.makeUps, makeUp] }, now, [
    { kind: 'makeUpRequested', by: actor.personId, nonce: input.nonce, ref: makeUp.id, reason },
  ]);
  const [enterprise] = await store.get<EnterpriseDoc>([{ collection: 'enterprises', id: visit.enterpriseId }]);
  const contacts = enterprise?.contacts ?? [];
  const missing = side === 'enterprise' ? contacts : visit.commissionerIds;
  const confirmers = askedByThere
    ? missing
    : [...there.map((one) => one.personId), ...(side === 'specialist' ? contacts : [])];
  return {
    reply: { makeUpId: makeUp.id, replayed: false },
    tally: change.tally,
    changes: [
      ...change.changes,
      ...noticesFor('make-up-confirm', confirmers, visit.id, visit.enterprise.name, now, makeUp.id),
      ...noticesFor(
        'make-up-asked',
        await officers(store, visit, today),
        visit.id,
        visit.enterprise.name,
        now,
        makeUp.id,
      ),
    ],
  };
});

export const confirmMakeUp = handler('visit.confirmMakeUp', async (call) => {
  const { input, now, actor } = call;
  const visit = await loadVisit(call, input.visitId, 'visit.confirmMakeUp');
  const makeUp = find(visit, input.makeUpId);
  if (makeUp.confirmed?.by === actor.personId) return { reply: { replayed: true } };
  insist(
    mayConfirmMakeUp(visit, makeUp, {
      personId: actor.personId,
      enterpriseContact: isContact(actor, visit.enterpriseId),
    }),
  );
  if (makeUp.confirmed) return { reply: { replayed: true } };
  const next = { ...visit, makeUps: replace(visit, { ...makeUp, confirmed: { at: now, by: actor.personId } }) };
  return {
    reply: { replayed: false },
    ...changeVisit(visit, next, now, [
      { kind: 'makeUpConfirmed', by: actor.personId, nonce: input.nonce, ref: makeUp.id },
    ]),
  };
});

/** Approval makes the check-in; it is marked as made up, and counted apart from scanned ones wherever evidence is shown. */
export const decideMakeUp = handler('visit.decideMakeUp', async (call) => {
  const { input, now, actor } = call;
  const visit = await loadVisit(call, input.visitId, 'visit.approveMakeUp');
  const makeUp = find(visit, input.makeUpId);
  if (done(visit, 'makeUpDecided', call)) return { reply: { state: stateAt(visit, now), replayed: true } };
  const decision = mayDecideMakeUp(visit, makeUp, { personId: actor.personId, approve: input.approve }, now);
  insist(decision);
  if (input.approve && effective(visit, makeUp.side).length > 0)
    throw new Refusal('refused', {
      findings: [finding('VIS-15-A')('unmet', 'side-already-in', { side: makeUp.side })],
    });
  const decided = { at: now, by: actor.personId, approved: input.approve, reason: input.reason };
  const { side, personId, name, orgName, title, need } = makeUp;
  const checkIn: CheckIn = {
    id: `${checkInId(visit.id, side, personId)}:${makeUp.id.slice(-6)}`,
    side,
    personId,
    name,
    orgName,
    title,
    need,
    method: 'makeUp',
    at: now,
    receivedAt: now,
    claimedAt: makeUp.requestedAt,
    nonce: makeUp.nonce,
    findings: decision.findings,
  };
  const next: Visit = {
    ...visit,
    makeUps: replace(visit, { ...makeUp, decided }),
    checkIns: input.approve ? [...visit.checkIns, checkIn] : visit.checkIns,
    commissionerIds:
      input.approve && side === 'specialist'
        ? [...new Set([...visit.commissionerIds, personId])]
        : visit.commissionerIds,
  };
  const change = changeVisit(visit, next, now, [
    { kind: 'makeUpDecided', by: actor.personId, nonce: input.nonce, ref: makeUp.id, reason: input.reason },
  ]);
  return {
    reply: { state: stateAt(change.draft, now), replayed: false },
    tally: change.tally,
    changes: [
      ...change.changes,
      ...noticesFor('make-up-decided', [makeUp.requestedBy, personId], visit.id, visit.enterprise.name, now, makeUp.id),
    ],
  };
});
