import { isoOf } from '../../shared/kernel/calendar';
import { stateAt } from '../../shared/visit';
import { handler } from '../_core/handler';
import { namesOf } from '../_core/names';
import { passExpiresAt, passToken, tokenIn } from '../_core/tokens';
import { aheadOfCode, understand } from './read-code';

export const resolve = handler(
  'visit.resolve',
  async (call) => {
    const { input, deps, now, actor, person, store } = call;
    const { code, enterprise, visit, sides, findings } = await understand(call, input.code, now);
    const state = visit && stateAt(visit, now);
    const commissioners = visit ? await namesOf(store, visit.commissionerIds) : [];
    const mine = visit?.checkIns.find((one) => one.personId === actor.personId && !one.voided);
    const last = person?.lastForm;
    const asCommissioner = sides[0] === 'specialist';
    return {
      reply: {
        kind: code.kind === 'poster' ? 'enterprise' : 'visit',
        enterprise: { id: enterprise.id, name: enterprise.name },
        ...(visit && state && { visitId: visit.id, state }),
        commissioners,
        topic: visit?.topic ?? '',
        ...(sides[0] && { side: sides[0] }),
        sides: [...sides],
        findings: [...findings],
        pass:
          code.kind === 'live'
            ? passToken(deps.codeKeys, code.visitId, code.codeId, actor.personId, now)
            : tokenIn(input.code),
        ...(code.kind !== 'poster' && {
          passExpiresAt: isoOf(code.kind === 'live' ? passExpiresAt(now) : code.expiresAt),
        }),
        prefill: {
          orgName:
            last?.orgName ??
            (asCommissioner ? (person?.orgName ?? '') : sides[0] === 'enterprise' ? enterprise.name : ''),
          title: last?.title ?? person?.title ?? '',
          // What is to be solved belongs to this visit: its topic, not last time's text, where there is one.
          need: visit?.topic || last?.need || '',
          name: last?.name ?? person?.name ?? '',
        },
        ...(mine && { checkInId: mine.id }),
      },
    };
  },
  { ahead: aheadOfCode },
);
