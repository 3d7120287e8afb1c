import { checkInId, idFrom } from '../../cloudfunctions/_core/ids';
import {
  type CheckIn,
  type MakeUp,
  mayConfirmMakeUp,
  mayDecideMakeUp,
  mayRequestMakeUp,
  type Visit,
} from '../../shared/visit';
import { type Act, insist } from './acts';

type MissingSide = Pick<MakeUp, 'side' | 'personId' | 'name' | 'orgName' | 'title' | 'need'>;

export const asksMakeUp =
  (missing: MissingSide, by: string, reason: string): Act =>
  (visit, at, nonce) => {
    insist(mayRequestMakeUp(visit, missing, at), visit);
    const id = `makeup:${idFrom(14, visit.id, nonce)}`;
    const makeUp: MakeUp = { id, ...missing, reason, requestedAt: at, requestedBy: by, nonce };
    return {
      next: { ...visit, makeUps: [...visit.makeUps, makeUp] },
      lines: [{ kind: 'makeUpRequested', by, nonce, ref: id, reason }],
    };
  };

const replaced = (visit: Visit, makeUp: MakeUp): readonly MakeUp[] => [...visit.makeUps.slice(0, -1), makeUp];
const lastMakeUp = (visit: Visit): MakeUp => visit.makeUps[visit.makeUps.length - 1] as MakeUp;

export const confirmsMakeUp =
  (personId: string): Act =>
  (visit, at, nonce) => {
    const makeUp = lastMakeUp(visit);
    insist(mayConfirmMakeUp(visit, makeUp, { personId, enterpriseContact: false }), visit);
    return {
      next: { ...visit, makeUps: replaced(visit, { ...makeUp, confirmed: { at, by: personId } }) },
      lines: [{ kind: 'makeUpConfirmed', by: personId, nonce, ref: makeUp.id }],
    };
  };

export const decidesMakeUp =
  (by: string, approve: boolean, reason: string): Act =>
  (visit, at, nonce) => {
    const makeUp = lastMakeUp(visit);
    const decision = mayDecideMakeUp(visit, makeUp, { personId: by, approve }, at);
    insist(decision, visit);
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
      at,
      receivedAt: at,
      claimedAt: makeUp.requestedAt,
      nonce: makeUp.nonce,
      findings: decision.findings,
    };
    const decided = { at, by, approved: approve, reason };
    return {
      next: {
        ...visit,
        makeUps: replaced(visit, { ...makeUp, decided }),
        checkIns: approve ? [...visit.checkIns, checkIn] : visit.checkIns,
      },
      lines: [{ kind: 'makeUpDecided', by, nonce, ref: makeUp.id, reason }],
    };
  };
