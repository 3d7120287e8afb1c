import { type Actor, can, hasRole } from '../../shared/access';
import type { Output } from '../../shared/api';
import { endOf, type Instant, isoOf } from '../../shared/kernel/calendar';
import { DOCUMENTS } from '../../shared/policy';
import {
  completionAt,
  dayOfVisit,
  effective,
  lastMakeUpDay,
  mayCancel,
  mayComplete,
  mayConfirmMakeUp,
  mayVoid,
  openMakeUp,
  type Rating,
  raterOf,
  ratingClosesOn,
  ratingWindow,
  stateAt,
} from '../../shared/visit';
import type { PersonDoc, VisitDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { masked } from '../_core/names';
import { countsOfVisit } from './counts';
import { aheadOfVisit, isContact, loadVisit, mayAskMakeUp, missingSide, targetOf } from './load';
import { timelineOf } from './timeline';
import { namesFor, summaryOf } from './view';

type View = Output<'visit.get'>['visit'];

/** Participants and those who answer for the station see names; who only watches sees that there was somebody. */
const seesNames = (visit: VisitDoc, actor: Actor): boolean =>
  visit.people.includes(actor.personId) ||
  isContact(actor, visit.enterpriseId) ||
  can(actor, 'visit.remind', targetOf(visit)) ||
  hasRole(actor, 'center');

const latest = (rating: Rating) => rating.versions[rating.versions.length - 1] as Rating['versions'][number];

function ratingViews(visit: VisitDoc, actor: Actor, now: Instant): View['ratings'] {
  const all = can(actor, 'rating.readAll', targetOf(visit));
  const rater = raterOf(visit, { personId: actor.personId, enterpriseContact: isContact(actor, visit.enterpriseId) });
  const mine = (rating: Rating) => typeof rater !== 'string' && rating.rater === rater.rater;
  // Rated people see single ratings only when nothing can be changed any more, and never whose hand it was.
  const aboutMe = (rating: Rating) =>
    rating.commissionerId === actor.personId && ratingWindow(visit, now).value === 'closed';
  return visit.ratings
    .filter((rating) => all || mine(rating) || aboutMe(rating))
    .map((rating) => {
      const { theme, from, to, expertise, satisfaction, comment, at } = latest(rating);
      const party =
        visit.checkIns.find((one) => one.side === 'party' && one.personId === latest(rating).by)?.orgName ??
        '参与对接主体';
      return {
        id: rating.id,
        commissionerId: rating.commissionerId,
        raterKind: rating.raterKind,
        raterName:
          rating.raterKind === 'enterprise' ? visit.enterprise.name : all || mine(rating) ? party : '参与对接主体',
        theme,
        from: isoOf(from),
        to: isoOf(to),
        expertise,
        satisfaction,
        ...(comment && { comment }),
        at: isoOf(at),
        versions: rating.versions.length,
        mine: mine(rating),
        voided: rating.voided !== undefined,
      };
    });
}

function mayNow(visit: VisitDoc, actor: Actor, now: Instant): View['may'] {
  const target = targetOf(visit);
  const state = stateAt(visit, now);
  const contact = { personId: actor.personId, enterpriseContact: isContact(actor, visit.enterpriseId) };
  const makeUp = openMakeUp(visit);
  const inside = visit.checkIns.some((one) => one.personId === actor.personId && !one.voided);
  const waits = state === 'awaiting_other_side' || state === 'no_show';
  const withinMakeUp =
    waits &&
    effective(visit, 'specialist').length + effective(visit, 'enterprise').length > 0 &&
    now < endOf(lastMakeUpDay(dayOfVisit(visit)));
  const yes: Readonly<Record<View['may'][number], boolean>> = {
    cancel: can(actor, 'visit.cancel', target) && mayCancel(visit, now).value,
    void: can(actor, 'visit.void', target) && mayVoid(visit, now).value,
    voidCheckIn:
      can(actor, 'visit.void', target) && mayVoid(visit, now).value && visit.checkIns.some((one) => !one.voided),
    complete: mayComplete(visit, { ...contact, overnightReason: 'asked later' }, now).value,
    rate: ratingWindow(visit, now).value === 'open' && typeof raterOf(visit, contact) !== 'string',
    liveCode: inside && ['specialist_in', 'enterprise_in', 'in_service', 'awaiting_other_side'].includes(state),
    requestMakeUp: withinMakeUp && !makeUp && mayAskMakeUp(visit, missingSide(visit), actor),
    confirmMakeUp: makeUp !== undefined && !makeUp.confirmed && mayConfirmMakeUp(visit, makeUp, contact).value,
    decideMakeUp: makeUp !== undefined && can(actor, 'visit.approveMakeUp', target),
    reopenRating: state === 'rating_closed' && can(actor, 'visit.reopenRating', target),
    remind: state === 'completed' && can(actor, 'visit.remind', target),
    voidRating: can(actor, 'rating.void', target) && visit.ratings.some((one) => !one.voided),
  };
  return (Object.keys(yes) as View['may']).filter((one) => yes[one]);
}

/** The form's first content: theme and time from the visit, or what was given before. */
function rateable(visit: VisitDoc, actor: Actor, now: Instant, nameOf: (id: string) => string): View['rateable'] {
  const rater = raterOf(visit, { personId: actor.personId, enterpriseContact: isContact(actor, visit.enterpriseId) });
  const completion = completionAt(visit, now);
  if (typeof rater === 'string' || !completion || ratingWindow(visit, now).value !== 'open') return [];
  const people = [...new Set(effective(visit, 'specialist').map((one) => one.personId))];
  return people.map((id) => {
    const given = visit.ratings.find((one) => one.commissionerId === id && one.rater === rater.rater && !one.voided);
    const last = given && latest(given);
    const start = effective(visit, 'specialist')[0]?.at ?? completion.at;
    return {
      commissioner: { id, name: nameOf(id) },
      rated: given !== undefined,
      theme: last?.theme ?? visit.topic,
      from: isoOf(last?.from ?? start),
      to: isoOf(last?.to ?? Math.max(start, completion.auto ? start : completion.at)),
      ...(last && {
        expertise: last.expertise,
        satisfaction: last.satisfaction,
        ...(last.comment && { comment: last.comment }),
      }),
    };
  });
}

export const get = handler(
  'visit.get',
  async (call) => {
    const { input, now, actor, store } = call;
    const visit = await loadVisit(call, input.visitId, 'visit.read');
    const ids = [...new Set([...visit.commissionerIds, ...visit.history.map((event) => event.by)])].filter(
      (id) => id !== 'system',
    );
    const docs = await store.get<PersonDoc>(ids.map((id) => ({ collection: 'persons', id })));
    const people = new Map(docs.filter((one): one is PersonDoc => one !== undefined).map((one) => [one.id, one]));
    const nameOf = await namesFor(store, [visit]);
    const counts = await countsOfVisit(store, visit, people, now);
    const names = seesNames(visit, actor);
    const show = (name: string) => (names ? name : masked(name));
    const completion = visit.voided || visit.cancelled ? undefined : completionAt(visit, now);
    const closesOn = ratingClosesOn(visit);
    const view: View = {
      ...summaryOf(visit, actor, now, nameOf),
      origin: visit.origin,
      ...(visit.plan?.to !== undefined && { to: isoOf(visit.plan.to) }),
      serviceTypes: [...visit.serviceTypes],
      enterpriseDistrict: visit.enterprise.district,
      checkIns: visit.checkIns.map(
        ({
          id,
          side,
          name,
          orgName,
          title,
          need,
          partyKind,
          method,
          at,
          receivedAt,
          claimedAt,
          personId,
          voided,
          findings,
        }) => ({
          id,
          side,
          name: show(name),
          orgName,
          title,
          need,
          ...(partyKind && { partyKind }),
          method,
          at: isoOf(at),
          receivedAt: isoOf(receivedAt),
          ...(claimedAt !== undefined && { claimedAt: isoOf(claimedAt) }),
          mine: personId === actor.personId,
          ...(voided && { voided: { at: isoOf(voided.at), kind: voided.kind, reason: voided.reason } }),
          findings: [...findings],
        }),
      ),
      ratings: ratingViews(visit, actor, now),
      makeUps: visit.makeUps.map(
        ({ id, side, name, orgName, title, need, reason, requestedAt, confirmed, decided }) => ({
          id,
          side,
          name: show(name),
          orgName,
          title,
          need,
          reason,
          requestedAt: isoOf(requestedAt),
          confirmed: confirmed !== undefined,
          ...(decided && { decided: { approved: decided.approved, reason: decided.reason, at: isoOf(decided.at) } }),
        }),
      ),
      ...(completion && { completedAt: isoOf(completion.at) }),
      autoCompleted: completion?.auto ?? false,
      ...(closesOn && completion && { ratingClosesOn: closesOn }),
      ...(effective(visit, 'specialist').length + effective(visit, 'enterprise').length > 0 && {
        makeUpThrough: lastMakeUpDay(dayOfVisit(visit)),
      }),
      counts,
      timeline: timelineOf(visit, now, (id) => (id === 'system' ? '系统' : show(people.get(id)?.name ?? '')), actor),
      may: mayNow(visit, actor, now),
      rateable: rateable(visit, actor, now, nameOf),
      policyVersion: DOCUMENTS.STN.version,
    };
    return { reply: { visit: view } };
  },
  { ahead: aheadOfVisit },
);
