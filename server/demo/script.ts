import { visitIdFrom } from '../../cloudfunctions/_core/ids';
import { districtOn } from '../../shared/enterprise';
import { addDays, dayOf, type Instant, type IsoDate } from '../../shared/kernel/calendar';
import type { PartyKind, ServiceType, Visit } from '../../shared/visit';
import type { Act, Attendance } from './acts';
import { checksIn } from './acts';
import { clock } from './calendar';
import type { Story } from './enact';
import type { Site } from './enterprises';
import type { DemoPerson } from './people';

export type Step = Story['acts'][number];
export const at = (moment: Instant, act: Act): Step => ({ at: moment, act });

interface Meeting {
  readonly site: Site;
  readonly stationId: string;
  readonly topic: string;
  readonly need: string;
}

export interface Plan extends Meeting {
  readonly key: string;
  readonly day: IsoDate;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly plannedAt: Instant;
  readonly by: string;
  readonly commissioners: readonly DemoPerson[];
  readonly serviceTypes: readonly ServiceType[];
  readonly overrideReason?: string;
}

const bare = { checkIns: [], ratings: [], makeUps: [], history: [] } as const;

/** A visit that somebody planned. */
export function planned(plan: Plan, acts: readonly Step[]): Story {
  const { key, site, stationId, day, from, to, by, topic, plannedAt } = plan;
  const nonce = visitIdFrom('nonce', key);
  const visit: Visit = {
    id: visitIdFrom('plan', by, nonce),
    stationId,
    enterpriseId: site.enterprise.id,
    origin: 'planned',
    plan: {
      day,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      by,
      nonce,
      ...(plan.overrideReason !== undefined && { overrideReason: plan.overrideReason }),
    },
    topic,
    serviceTypes: plan.serviceTypes,
    commissionerIds: plan.commissioners.map((one) => one.id),
    enterprise: { name: site.enterprise.name, district: districtThen(site, day, dayOf(plannedAt)), takenAt: plannedAt },
    ...bare,
  };
  return { key, opensAt: plannedAt, visit, opening: { kind: 'planned', by, nonce }, acts };
}

/** A visit that a commissioner opens by scanning the poster: the first of its acts is his check-in. */
export function walkIn(
  { key, site, stationId, commissioner }: Meeting & { readonly key: string; readonly commissioner: DemoPerson },
  acts: readonly [Step, ...Step[]],
): Story {
  const opensAt = acts[0].at;
  const day = dayOf(opensAt);
  const visit: Visit = {
    id: visitIdFrom(site.enterprise.id, day, commissioner.id, 0),
    stationId,
    enterpriseId: site.enterprise.id,
    origin: 'walkIn',
    topic: '',
    serviceTypes: [],
    commissionerIds: [commissioner.id],
    enterprise: { name: site.enterprise.name, district: districtThen(site, day, day), takenAt: opensAt },
    ...bare,
  };
  return { key, opensAt, visit, acts };
}

/** The district of a day, as far as it was known on another one. */
function districtThen({ enterprise, profile }: Site, day: IsoDate, known: IsoDate): string {
  const then = enterprise.districts.filter((span) => span.from <= known);
  return districtOn({ districts: then.length > 0 ? then : enterprise.districts }, day) ?? profile.district;
}

type Attending = Partial<Pick<Attendance, 'claimedAt' | 'active' | 'orgName' | 'partyKind'>>;

const scans =
  (side: Attendance['side']) =>
  (person: DemoPerson, { site, need }: Pick<Meeting, 'site' | 'need'>, more: Attending = {}): Act =>
    checksIn({
      side,
      personId: person.id,
      name: person.name,
      orgName: person.orgName,
      title: person.title,
      need,
      ...more,
      districtOn: (day) => districtOn(site.enterprise, day) ?? site.profile.district,
    });

/** The commissioner's own scan; `active` is judged by the day it claims. */
export const comes = (
  person: DemoPerson,
  meeting: Pick<Meeting, 'site' | 'need'>,
  more: Attending & { readonly active: boolean },
): Act => scans('specialist')(person, meeting, more);
export const receives = scans('enterprise');
export const joins = (person: DemoPerson, meeting: Pick<Meeting, 'site' | 'need'>, partyKind: PartyKind): Act =>
  scans('party')(person, meeting, { partyKind });

export const daysLater = (day: IsoDate, days: number, hour: number, minute: number): Instant =>
  clock(addDays(day, days), hour, minute);
