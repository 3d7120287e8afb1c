import type { IsoDate } from '../../shared/kernel/calendar';
import type { CheckIn, MakeUp, Rating, RatingContent, Side, Visit, VoidKind } from '../../shared/visit';
import { at } from './moment';

export const HAIDIAN = '110108';
export const CHANGPING = '110114';
export const COMPANY = '晴川传感科技有限公司';

/** Moments are Shanghai clock texts, as in `at`. Every method answers a new builder. */
export interface VisitBuilder {
  readonly visit: Visit;
  with(part: Partial<Visit>): VisitBuilder;
  of(enterpriseId: string, name?: string): VisitBuilder;
  /** The district that was taken down at check-in. */
  inDistrict(code: string): VisitBuilder;
  atStation(stationId: string): VisitBuilder;
  /** A walk-in just opened, before its first check-in is added. */
  openedAt(moment: string): VisitBuilder;
  planned(day: IsoDate, plan?: Partial<NonNullable<Visit['plan']>>): VisitBuilder;
  specialist(personId: string, moment: string, part?: Partial<CheckIn>): VisitBuilder;
  enterprise(personId: string, moment: string, part?: Partial<CheckIn>): VisitBuilder;
  party(personId: string, moment: string, part?: Partial<CheckIn>): VisitBuilder;
  completed(moment: string, by?: string): VisitBuilder;
  /** By the enterprise, about one commissioner. */
  rated(moment: string, commissionerId: string, part?: Partial<Rating & RatingContent>): VisitBuilder;
  makeUp(part?: Partial<MakeUp>): VisitBuilder;
  /** Voids every check-in of a person. */
  strikeCheckIn(personId: string): VisitBuilder;
  strikeRating(commissionerId: string): VisitBuilder;
  strike(kind?: VoidKind): VisitBuilder;
  cancelled(): VisitBuilder;
  reopenedThrough(day: IsoDate): VisitBuilder;
}

export const struck = (kind: VoidKind = '误录') => ({
  at: at('2026-01-01T00:00'),
  by: 'center',
  kind,
  reason: '录入有误',
});

const checkInOf = (visit: Visit, side: Side, personId: string, moment: string, part?: Partial<CheckIn>): CheckIn => ({
  id: `${visit.id}:${side}:${personId}:${visit.checkIns.length}`,
  side,
  personId,
  name: '',
  orgName: side === 'specialist' ? '京郊应用物理研究所' : side === 'party' ? '市传感学会' : visit.enterprise.name,
  title: '工程师',
  need: '封装漏率偏高',
  method: 'live',
  at: at(moment),
  receivedAt: at(moment),
  nonce: `nonce-${visit.checkIns.length}-${personId}`,
  findings: [],
  ...part,
});

const ratingOf = (
  visit: Visit,
  moment: string,
  commissionerId: string,
  part: Partial<Rating & RatingContent> = {},
): Rating => {
  const { theme = '封装工艺诊断', from, to, expertise = 5, satisfaction = 5, ...own } = part;
  const held = visit.checkIns[0]?.at ?? at(moment);
  const by = visit.checkIns.find((one) => one.side === 'enterprise')?.personId ?? 'contact';
  return {
    id: `${visit.id}:rating:${visit.ratings.length}`,
    commissionerId,
    raterKind: 'enterprise',
    rater: 'enterprise',
    versions: [
      { theme, from: from ?? held, to: to ?? held, expertise, satisfaction, at: at(moment), by, nonce: 'nonce-rating' },
    ],
    ...own,
  };
};

const makeUpOf = (visit: Visit, part: Partial<MakeUp> = {}): MakeUp => ({
  id: `${visit.id}:make-up:${visit.makeUps.length}`,
  side: 'enterprise',
  personId: 'e1',
  name: '',
  orgName: visit.enterprise.name,
  title: '技术总监',
  need: '封装漏率偏高',
  reason: '当时没有信号',
  requestedAt: at('2026-03-03T10:00'),
  requestedBy: 'contact-of-station',
  nonce: 'nonce-make-up',
  ...part,
});

const builder = (visit: Visit): VisitBuilder => {
  const next = (part: Partial<Visit>) => builder({ ...visit, ...part });
  const checkIn = (side: Side) => (personId: string, moment: string, part?: Partial<CheckIn>) =>
    next({ checkIns: [...visit.checkIns, checkInOf(visit, side, personId, moment, part)] });
  return {
    visit,
    with: next,
    of: (enterpriseId, name = visit.enterprise.name) =>
      next({ enterpriseId, enterprise: { ...visit.enterprise, name } }),
    inDistrict: (district) => next({ enterprise: { ...visit.enterprise, district } }),
    atStation: (stationId) => next({ stationId }),
    openedAt: (moment) => next({ enterprise: { ...visit.enterprise, takenAt: at(moment) } }),
    planned: (day, plan) =>
      next({ origin: 'planned', plan: { day, by: 'contact-of-station', nonce: 'nonce-plan', ...plan } }),
    specialist: (personId, moment, part) =>
      builder({ ...checkIn('specialist')(personId, moment, part).visit, commissionerIds: known(visit, personId) }),
    enterprise: checkIn('enterprise'),
    party: checkIn('party'),
    completed: (moment, by = 'system') => next({ completion: { at: at(moment), by, auto: by === 'system' } }),
    rated: (moment, commissionerId, part) =>
      next({ ratings: [...visit.ratings, ratingOf(visit, moment, commissionerId, part)] }),
    makeUp: (part) => next({ makeUps: [...visit.makeUps, makeUpOf(visit, part)] }),
    strikeCheckIn: (personId) =>
      next({
        checkIns: visit.checkIns.map((one) => (one.personId === personId ? { ...one, voided: struck() } : one)),
      }),
    strikeRating: (commissionerId) =>
      next({
        ratings: visit.ratings.map((one) =>
          one.commissionerId === commissionerId ? { ...one, voided: struck() } : one,
        ),
      }),
    strike: (kind) => next({ voided: struck(kind) }),
    cancelled: () => next({ cancelled: { at: at('2026-01-01T00:00'), by: 'contact-of-station', reason: '改期' } }),
    reopenedThrough: (ratingReopenedThrough) => next({ ratingReopenedThrough }),
  };
};

const known = (visit: Visit, personId: string) => [...new Set([...visit.commissionerIds, personId])];

/** A walk-in of 海淀 in which nobody has checked in yet. */
export const visitOf = (id = 'v1'): VisitBuilder =>
  builder({
    id,
    stationId: `ST${HAIDIAN}`,
    enterpriseId: 'E1',
    origin: 'walkIn',
    topic: '封装工艺',
    serviceTypes: ['技术诊断'],
    commissionerIds: [],
    enterprise: { name: COMPANY, district: HAIDIAN, takenAt: at('2026-01-01T00:00') },
    checkIns: [],
    ratings: [],
    makeUps: [],
    history: [],
  });

/** Both sides in at 9:00 and 9:05, done at 10:00, rated at noon: what counts for everything. */
export const servedVisit = (day: IsoDate, commissionerId = 's1', id = `v-${day}-${commissionerId}`): VisitBuilder =>
  visitOf(id)
    .specialist(commissionerId, `${day}T09:00`)
    .enterprise('e1', `${day}T09:05`)
    .completed(`${day}T10:00`, commissionerId);
