import type { Instant } from '../kernel/calendar';
import type { Fact } from '../kernel/decision';
import type {
  EnterpriseFacts,
  Item,
  ItemStatus,
  Metric,
  Qualification,
  Reason,
  Served,
  StationClass,
  VisitFacts,
  Window,
} from './model';
import { NEAR_LEVELS, PERSON_TIMES, ZJTX_LEVELS } from './quota.params';

/** What one visit is worth for one question, before the visits of an enterprise are put together. */
interface Verdict {
  readonly status: ItemStatus;
  readonly because: Reason;
  readonly visit: VisitFacts;
  readonly facts?: Readonly<Record<string, Fact>>;
}

export interface TallyContext {
  readonly stationClass: StationClass;
  readonly district: string;
  readonly window: Window;
  readonly now: Instant;
}

/** Among several reasons the one that can still be changed stands first (nothing is more useless than a reason one cannot act on). */
const FIRST: readonly Reason[] = [
  'unrated-open',
  'in-service',
  'awaiting-other-side',
  'certificate-unverified',
  'not-designated',
  'designated-late',
  'one-sided',
  'unrated',
  'not-resident',
  'commissioner-inactive',
  'out-of-district',
  'out-of-window',
  'certificate-not-yet',
  'certificate-lapsed',
  'level-not-counting',
  'not-served',
  'voided',
];
const RANK: Readonly<Record<ItemStatus, number>> = { counted: 0, pending: 1, excluded: 2 };

const better = (a: Verdict, b: Verdict): number =>
  RANK[a.status] - RANK[b.status] ||
  FIRST.indexOf(a.because) - FIRST.indexOf(b.because) ||
  (a.visit.day < b.visit.day ? -1 : a.visit.day > b.visit.day ? 1 : a.visit.visitId < b.visit.visitId ? -1 : 1);

const inWindow = (visit: VisitFacts, { window }: TallyContext): boolean =>
  window.from <= visit.day && visit.day <= window.to;
const completed = (visit: VisitFacts, now: Instant): boolean => visit.completedAt !== null && visit.completedAt <= now;

/** Conditions that every metric shares. The district is left to those that ask for 本区 enterprises. */
function common(visit: VisitFacts, people: readonly Served[], context: TallyContext): Verdict | 'ok' | 'ignore' {
  const no = (because: Reason, facts?: Verdict['facts']): Verdict => ({
    status: 'excluded',
    because,
    visit,
    ...(facts && { facts }),
  });
  const specialistIn = people.length > 0;
  if (visit.cancelled || (!specialistIn && !visit.enterpriseIn)) return 'ignore';
  if (visit.voided) return no('voided');
  if (!inWindow(visit, context)) return no('out-of-window', { day: visit.day, to: context.window.to });
  if (specialistIn && !people.some((one) => one.active)) return no('commissioner-inactive', { day: visit.day });
  if (!specialistIn || !visit.enterpriseIn)
    return context.now < visit.waitEnds
      ? { status: 'pending', because: 'awaiting-other-side', visit }
      : no('one-sided', { missing: specialistIn ? 'enterprise' : 'specialist' });
  return 'ok';
}

const ofDistrict = (visit: VisitFacts, context: TallyContext): Verdict | 'ok' =>
  visit.district === context.district
    ? 'ok'
    : {
        status: 'excluded',
        because: 'out-of-district',
        visit,
        facts: { enterprise: visit.district, station: context.district },
      };

/** Q1 联系: a two-sided visit with an eligible commissioner; completion is not required (Part J). */
function contact(visit: VisitFacts, context: TallyContext): Verdict | 'ignore' {
  const base = common(visit, visit.commissioners, context);
  if (base === 'ignore' || (base !== 'ok' && base.status === 'excluded')) return base;
  const district = ofDistrict(visit, context);
  if (district !== 'ok') return district;
  return base === 'ok' ? { status: 'counted', because: 'two-sided', visit } : base;
}

/** Kinds of proof that a service took place (AMB-08, `key.proofs`). Tracked demands join with the demand ledger. */
const PROOFS: readonly ((visit: VisitFacts, context: TallyContext) => Verdict | 'ignore')[] = [
  function ratedVisit(visit, context) {
    const contacted = contact(visit, context);
    if (contacted === 'ignore' || contacted.status !== 'counted') return contacted;
    if (!completed(visit, context.now)) return { status: 'pending', because: 'in-service', visit };
    if (visit.commissioners.some((one) => one.active && one.rated))
      return { status: 'counted', because: 'rated', visit };
    const open = visit.ratingEnds !== null && context.now < visit.ratingEnds;
    return {
      status: open ? 'pending' : 'excluded',
      because: open ? 'unrated-open' : 'unrated',
      visit,
      facts: { ratingEnds: visit.ratingEnds },
    };
  },
];

const verdicts = (facts: EnterpriseFacts, judge: (visit: VisitFacts) => Verdict | 'ignore'): Verdict[] =>
  facts.visits
    .map(judge)
    .filter((one): one is Verdict => one !== 'ignore')
    .sort(better);

const itemOf = (metric: Metric, facts: EnterpriseFacts, best: Verdict, all: readonly Verdict[]): Item => ({
  metric,
  enterpriseId: facts.enterpriseId,
  status: best.status,
  because: best.because,
  day: best.visit.day,
  visitIds: all
    .filter((one) => one.status === best.status && one.because === best.because)
    .map((one) => one.visit.visitId),
  facts: best.facts ?? {},
});

/** STN-06-A1, B1, C1 「联系本区企业」: an enterprise counts once, by its best visit. */
function contactedItem(facts: EnterpriseFacts, context: TallyContext): Item | undefined {
  const all = verdicts(facts, (visit) => contact(visit, context));
  return all[0] && itemOf('contacted', facts, all[0], all);
}

const designatedInWindow = ({ designation }: EnterpriseFacts, { window }: TallyContext): boolean =>
  designation !== null && !designation.withdrawn && window.from <= designation.from && designation.from <= window.to;

const proofsOf = (facts: EnterpriseFacts, context: TallyContext): Verdict[] =>
  PROOFS.flatMap((proof) => verdicts(facts, (visit) => proof(visit, context))).sort(better);

/**
 * STN-06-A2, B1, C1 「重点服务企业」 (Part E, Q2): contacted, designated for the year on a day of the window, and with a proof
 * of service that the enterprise itself has given. An enterprise neither designated nor proven is no case of this metric.
 */
function keyServedItem(facts: EnterpriseFacts, context: TallyContext): Item | undefined {
  const proofs = proofsOf(facts, context);
  const best = proofs[0];
  if (!designatedInWindow(facts, context)) {
    if (best?.status !== 'counted') return undefined;
    const late = facts.designation !== null && !facts.designation.withdrawn;
    const verdict: Verdict = late
      ? {
          ...best,
          status: 'excluded',
          because: 'designated-late',
          facts: { from: facts.designation.from, to: context.window.to },
        }
      : { ...best, status: 'excluded', because: 'not-designated', facts: { to: context.window.to } };
    return { ...itemOf('keyServed', facts, verdict, []), visitIds: [best.visit.visitId] };
  }
  if (best) return itemOf('keyServed', facts, best, proofs);
  return {
    metric: 'keyServed',
    enterpriseId: facts.enterpriseId,
    status: 'excluded',
    because: 'not-served',
    day: null,
    visitIds: [],
    facts: {},
  };
}

/** What the certificates say of one day, best answer first. */
function certified(
  qualifications: readonly Qualification[],
  day: string,
): { status: ItemStatus; because: Reason; facts: Record<string, Fact> } | undefined {
  const answers = qualifications
    .filter(({ level }) => ZJTX_LEVELS.includes(level) || NEAR_LEVELS.includes(level))
    .map(({ level, validFrom, validThrough, verified }) => {
      const facts = { level, validFrom, validThrough, day };
      const no = (because: Reason) => ({ status: 'excluded' as const, because, facts });
      if (!ZJTX_LEVELS.includes(level)) return no('level-not-counting');
      if (day < validFrom) return no('certificate-not-yet');
      if (validThrough < day) return no('certificate-lapsed');
      return verified
        ? { status: 'counted' as const, because: 'valid-certificate' as const, facts }
        : { status: 'pending' as const, because: 'certificate-unverified' as const, facts };
    });
  return answers.sort(
    (a, b) => RANK[a.status] - RANK[b.status] || FIRST.indexOf(a.because) - FIRST.indexOf(b.because),
  )[0];
}

/**
 * STN-06-A2, B1, C1 「其中专精特新企业」 (Part E, Q3): of the key-served, those with a verified certificate of a counting level
 * that was valid on the day of at least one service that proves it. Validity by that day, verification as of the tally.
 */
function zjtxItem(facts: EnterpriseFacts, context: TallyContext): Item | undefined {
  const key = keyServedItem(facts, context);
  if (!key || key.status === 'excluded') return undefined;
  const services = proofsOf(facts, context).filter((one) => one.status === key.status);
  const all = services.flatMap((service): Verdict[] => {
    const answer = certified(facts.qualifications, service.visit.day);
    if (!answer) return [];
    const waits = answer.status === 'counted' && key.status === 'pending';
    return [
      {
        visit: service.visit,
        facts: answer.facts,
        status: waits ? 'pending' : answer.status,
        because: waits ? service.because : answer.because,
      },
    ];
  });
  const best = all.sort(better)[0];
  return best && itemOf('zjtx', facts, best, all);
}

/**
 * STN-06-A2 「对接产业特派员……人次」, STN-06-B1, C1 「驻站产业特派员……人次」 (Part E, Q4): one commissioner, one enterprise, one
 * day is one 人次. Class A takes any active commissioner, B and C those on the station's roster on the day. 本区 is not asked.
 */
function personTimesItems(facts: EnterpriseFacts, context: TallyContext): readonly Item[] {
  const judge = (visit: VisitFacts, person: Served): Verdict | 'ignore' => {
    const base = common(visit, [person], context);
    if (base === 'ignore' || (base !== 'ok' && base.status === 'excluded')) return base;
    if (PERSON_TIMES[context.stationClass] === 'resident' && !person.resident)
      return { status: 'excluded', because: 'not-resident', visit, facts: { day: visit.day } };
    if (base !== 'ok') return base;
    return completed(visit, context.now)
      ? { status: 'counted', because: 'served', visit }
      : { status: 'pending', because: 'in-service', visit };
  };
  const triples = new Map<string, Verdict[]>();
  for (const visit of facts.visits)
    for (const person of visit.commissioners) {
      const verdict = judge(visit, person);
      if (verdict === 'ignore') continue;
      const key = `${person.id} ${visit.day}`;
      triples.set(key, [...(triples.get(key) ?? []), verdict]);
    }
  return [...triples]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, all]) => {
      const sorted = all.sort(better);
      const commissionerId = key.slice(0, key.lastIndexOf(' '));
      return { ...itemOf('personTimes', facts, sorted[0] as Verdict, sorted), commissionerId };
    });
}

/** Every line of evidence that one enterprise gives to one station in one window. */
export const itemsOf = (facts: EnterpriseFacts, context: TallyContext): readonly Item[] =>
  [
    contactedItem(facts, context),
    keyServedItem(facts, context),
    zjtxItem(facts, context),
    ...personTimesItems(facts, context),
  ].filter((item): item is Item => item !== undefined);
