import { dayOf, endOf, type Instant } from '../kernel/calendar';
import { type Decision, type Finding, finding } from '../kernel/decision';
import type { MakeUp, Visit } from './model';
import { effective, lastMakeUpDay, serviceDateOf, stateAt } from './state.rule';

const decided = (findings: Finding[], because: string): Decision<boolean> => {
  const value = findings.every((one) => one.verdict !== 'unmet');
  return { value, findings: value ? [...findings, finding('VIS-15-A')('met', because)] : findings };
};

/** Open: asked for and not yet decided. */
export const openMakeUp = (visit: Visit): MakeUp | undefined => visit.makeUps.find((one) => !one.decided);

const otherSide = (side: MakeUp['side']) => (side === 'specialist' ? 'enterprise' : 'specialist');

/**
 * Make-up check-in (D1): for a side that is missing after the day, within 3 working days. It rests on the other side's real
 * check-in, its word, and an approval by 区科协: a visit in which nobody scanned cannot be made up.
 */
export function mayRequestMakeUp(
  visit: Visit,
  ask: { readonly side: MakeUp['side']; readonly personId: string },
  now: Instant,
): Decision<boolean> {
  const on = finding('VIS-15-A');
  const state = stateAt(visit, now);
  const findings: Finding[] = [];
  if (state !== 'awaiting_other_side' && state !== 'no_show')
    findings.push(on('unmet', 'make-up-not-needed', { state }));
  const day = serviceDateOf(visit);
  if (effective(visit, otherSide(ask.side)).length === 0 || day === undefined)
    findings.push(on('unmet', 'make-up-needs-other-side', { side: ask.side }));
  else if (now >= endOf(lastMakeUpDay(day)))
    findings.push(on('unmet', 'make-up-too-late', { through: lastMakeUpDay(day), on: dayOf(now) }));
  if (effective(visit, ask.side).length > 0) findings.push(on('unmet', 'side-already-in', { side: ask.side }));
  if (visit.checkIns.some((one) => one.personId === ask.personId && one.side !== ask.side))
    findings.push(on('unmet', 'same-person-other-side', { side: ask.side }));
  if (openMakeUp(visit)) findings.push(on('unmet', 'make-up-already-asked'));
  return decided(findings, 'make-up-asked');
}

/**
 * The word of the one side for what the other asked: if somebody who was there asked for the missing side, the missing side
 * confirms; if the missing side asked, or the station for it, those who were there confirm. Nobody confirms his own request.
 */
export function mayConfirmMakeUp(
  visit: Visit,
  makeUp: MakeUp,
  by: { readonly personId: string; readonly enterpriseContact: boolean },
): Decision<boolean> {
  const on = finding('VIS-15-A');
  const there = otherSide(makeUp.side);
  const wasThere = (personId: string) => effective(visit, there).some((one) => one.personId === personId);
  const speaksFor = (side: MakeUp['side']) =>
    (side === there ? wasThere(by.personId) : by.personId === makeUp.personId) ||
    (side === 'enterprise' && by.enterpriseContact);
  const findings: Finding[] = [];
  if (makeUp.decided) findings.push(on('unmet', 'make-up-decided'));
  if (!speaksFor(wasThere(makeUp.requestedBy) ? makeUp.side : there)) findings.push(on('unmet', 'not-of-other-side'));
  if (by.personId === makeUp.requestedBy) findings.push(on('unmet', 'own-make-up'));
  return decided(findings, 'make-up-confirmed');
}

/** 区科协 or the center decides; never on its own request, and never without the other side's word. */
export function mayDecideMakeUp(
  visit: Visit,
  makeUp: MakeUp,
  by: { readonly personId: string; readonly approve: boolean },
  now: Instant,
): Decision<boolean> {
  const on = finding('VIS-15-A');
  const findings: Finding[] = [];
  if (makeUp.decided) findings.push(on('unmet', 'make-up-decided'));
  if (by.approve && !makeUp.confirmed) findings.push(on('unmet', 'make-up-unconfirmed'));
  if (by.personId === makeUp.personId || by.personId === makeUp.requestedBy) findings.push(on('unmet', 'own-make-up'));
  const state = stateAt(visit, now);
  if (state === 'voided' || state === 'cancelled') findings.push(on('unmet', `visit-${state}`));
  return decided(findings, by.approve ? 'make-up-approved' : 'make-up-refused');
}
