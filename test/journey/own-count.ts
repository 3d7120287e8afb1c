import type {
  DesignationDoc,
  EnterpriseDoc,
  PersonDoc,
  StationDoc,
  VisitDoc,
} from '../../cloudfunctions/_core/documents';
import { findAll } from '../../cloudfunctions/_core/recount';
import type { World } from './world';

/** Counted a second time, from the stored records and the policy alone, sharing no code with the rules under test. */

const DAY = 86_400_000;
const EIGHT_HOURS = 28_800_000;
const shanghai = (at: number): string => new Date(at + EIGHT_HOURS).toISOString().slice(0, 10);
const midnightAfter = (at: number): number => (Math.floor((at + EIGHT_HOURS) / DAY) + 1) * DAY - EIGHT_HOURS;
const holds = (span: { from: string; to?: string }, day: string): boolean =>
  day >= span.from && (span.to === undefined || day <= span.to);

interface OwnCount {
  readonly contacted: number;
  readonly keyServed: number;
  readonly zjtx: number;
  readonly personTimes: number;
}

export async function ownCount(world: World, stationId: string, year: number, lastDay: string): Promise<OwnCount> {
  const [visits, enterprises, persons, designations, [station]] = await Promise.all([
    world.visits(),
    findAll<EnterpriseDoc>(world.store, { collection: 'enterprises' }),
    findAll<PersonDoc>(world.store, { collection: 'persons' }),
    findAll<DesignationDoc>(world.store, { collection: 'designations' }),
    world.store.get<StationDoc>([{ collection: 'stations', id: stationId }]),
  ]);
  const stays = (id: string): string => {
    const into = enterprises.find((one) => one.id === id)?.mergedInto;
    return into === undefined ? id : stays(into);
  };
  const inWindow = (day: string) => day >= `${year}-01-01` && day <= `${year}-${lastDay}`;
  const contacted = new Set<string>();
  const proofs: { enterpriseId: string; day: string }[] = [];
  const times = new Set<string>();

  for (const visit of visits as readonly VisitDoc[]) {
    if (visit.stationId !== stationId || visit.voided || visit.cancelled) continue;
    const of = (side: string) => visit.checkIns.filter((one) => one.side === side && !one.voided);
    const [specialists, others] = [of('specialist'), of('enterprise')];
    if (specialists.length === 0 || others.length === 0) continue;
    const first = (list: typeof specialists) => Math.min(...list.map((one) => one.at));
    const day = shanghai(Math.min(first(specialists), first(others)));
    if (!inWindow(day)) continue;
    const active = [...new Set(specialists.map((one) => one.personId))].filter((id) => {
      const person = persons.find((one) => one.id === id);
      const granted = person?.grants.some((one) => one.role === 'commissioner' && holds(one, day));
      return granted && !person?.suspensions.some((one) => holds(one, day));
    });
    if (active.length === 0) continue;
    const enterpriseId = stays(visit.enterpriseId);
    const inDistrict = visit.enterprise.district === station?.district;
    if (inDistrict) contacted.add(enterpriseId);
    const completedAt = visit.completion?.at ?? midnightAfter(Math.max(first(specialists), first(others)));
    if (completedAt > world.clock.now) continue;
    const any = station?.years[String(year)]?.stationClass === 'A';
    for (const id of active) {
      const roster = persons.find((one) => one.id === id)?.residencies ?? [];
      const resident = roster.some((one) => one.stationId === stationId && one.approved && holds(one, day));
      if (any || resident) times.add(`${id} ${enterpriseId} ${day}`);
    }
    const rated = visit.ratings.some(
      (one) => one.raterKind === 'enterprise' && !one.voided && active.includes(one.commissionerId),
    );
    if (inDistrict && rated) proofs.push({ enterpriseId, day });
  }

  const named = new Set(
    designations
      .filter((one) => one.stationYear === `${stationId}:${year}` && !one.withdrawn && inWindow(one.from))
      .map((one) => stays(one.enterpriseId)),
  );
  const key = proofs.filter((one) => named.has(one.enterpriseId));
  const certified = key.filter(({ enterpriseId, day }) =>
    enterprises
      .find((one) => one.id === enterpriseId)
      ?.qualifications.some(
        ({ level, verified, validFrom, validThrough }) =>
          ['专精特新中小企业', '专精特新“小巨人”企业'].includes(level) &&
          verified &&
          day >= validFrom &&
          day <= validThrough,
      ),
  );
  const distinct = (list: readonly { enterpriseId: string }[]) => new Set(list.map((one) => one.enterpriseId)).size;
  return {
    contacted: contacted.size,
    keyServed: distinct(key),
    zjtx: distinct(certified),
    personTimes: times.size,
  };
}
