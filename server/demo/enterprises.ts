import { append } from '../../cloudfunctions/_core/chain';
import type { LogEntry, Logged } from '../../cloudfunctions/_core/documents';
import { districtName, type Enterprise, type VerifiedQualification } from '../../shared/enterprise';
import { addDays, type IsoDate } from '../../shared/kernel/calendar';
import { clock } from './calendar';
import { CAST } from './cast';
import { inventedUscc, shortCode } from './codes';
import { INDUSTRIES, INDUSTRIES_OF, type Industry } from './industries';
import { nameFrom, type Officials } from './officials';
import { type DemoPerson, granted, personOf } from './people';
import { type Profile, profiles } from './profiles';
import { type Random, randomFrom } from './random';
import { ATTENDEE_TITLES, BRAND_FIRST, BRAND_SECOND, ENTERPRISE_TITLES, FORMS, PARKS, ROADS } from './words';

/** An enterprise with what the demonstration intends for it. */
export interface Site {
  readonly profile: Profile;
  readonly industry: Industry;
  readonly enterprise: Enterprise & Logged;
  readonly contact: DemoPerson;
  /** Somebody of the enterprise without any role, who was there once and scanned. */
  readonly attendee?: DemoPerson;
}

const LEVELS = ['专精特新中小企业', '专精特新中小企业', '专精特新“小巨人”企业'] as const;

function qualification(
  profile: Profile,
  id: string,
  year: number,
  today: IsoDate,
  officer: string,
  random: Random,
): readonly VerifiedQualification[] {
  const { certificate, firstDay = `${year}-06-01` } = profile;
  if (certificate === 'none') return [];
  const level = certificate === 'near' ? '创新型中小企业' : random.pick(LEVELS);
  const spans = {
    lapsed: [addDays(firstDay, -1 - 3 * 365), addDays(firstDay, -1 - random.int(1, 12))],
    notYet: [`${year}-12-21`, `${year + 3}-12-20`],
  } as const;
  const [validFrom, validThrough] =
    certificate === 'lapsed' || certificate === 'notYet'
      ? spans[certificate]
      : [`${year - 2}-0${random.int(3, 9)}-15`, `${year + 1}-0${random.int(3, 9)}-14`];
  const at = clock(`${year - 1}-12-1${random.int(0, 9)}`, random.int(9, 16), random.int(0, 59));
  const verified = certificate !== 'unverified' && clock(today, 0, 0) > at;
  return [{ id: `Q${id.slice(1)}1`, level, validFrom, validThrough, verified, ...(verified && { by: officer, at }) }];
}

export function sites(year: number, today: IsoDate, people: Officials): readonly Site[] {
  const brands = randomFrom('brands').shuffle(
    BRAND_FIRST.flatMap((first) => BRAND_SECOND.map((second) => first + second)),
  );
  const used = new Set<string>();
  const fresh = (make: () => string): string => {
    const one = make();
    if (used.has(one)) return fresh(make);
    used.add(one);
    return one;
  };
  const all = profiles(year).map((profile, i): Site => {
    const random = randomFrom('enterprise', i);
    const { district, named, moves } = profile;
    const home = INDUSTRIES_OF[district] ?? [];
    const industry =
      (named ? INDUSTRIES.find(({ fields }) => fields.some((field) => named.includes(field))) : undefined) ??
      (INDUSTRIES[home[Math.floor(random.next() ** 1.5 * home.length)] ?? 0] as Industry);
    const brand = brands[i] as string;
    const invented = `${random.chance(0.45) ? '北京' : ''}${brand}${random.pick(industry.fields)}${random.pick(FORMS)}`;
    const name = named ?? invented.replace('科技科技', '科技').replace('技术技术', '技术');
    const id = `E${fresh(() => shortCode(random))}`;
    const registered = `${random.int(year - 14, year - 2)}-0${random.int(1, 9)}-1${random.int(0, 9)}`;
    const office = people.offices.get(district);
    const officer = office?.officer.id ?? '';
    const basis = random.chance(0.1) ? '经营地' : '注册地';
    const contact = contactOf(profile, id, name, random, year, people.center.id);
    const moved = moves && moves.on <= today ? moves : undefined;
    const log = append<LogEntry>([], {
      at: clock(`${year - 1}-08-1${random.int(0, 9)}`, 10, random.int(0, 59)),
      by: officer,
      what: 'enterprise.registered',
      facts: { district },
    });
    const enterprise: Enterprise & Logged = {
      id,
      shortCode: id.slice(1),
      uscc: fresh(() => inventedUscc(random, district)),
      name,
      address: `北京市${districtName(district)}${random.pick(ROADS)}${random.int(1, 88)}号${random.pick(PARKS)}${random.int(1, 12)}号楼`,
      industry: industry.name,
      districts: [
        { code: district, from: registered, basis, by: officer },
        ...(moved ? [{ code: moved.to, from: moved.on, basis: '注册地' as const, by: people.center.id }] : []),
      ],
      qualifications: qualification(profile, id, year, today, officer, random),
      contacts: [contact.id],
      log: moved
        ? append<LogEntry>(log, {
            at: clock(moved.on, 9, 5),
            by: people.center.id,
            what: 'enterprise.moved',
            facts: { district: moved.to, from: moved.on },
          })
        : log,
    };
    const attendee = random.chance(0.35) ? attendeeOf(id, name, random, year) : undefined;
    return { profile, industry, enterprise, contact, ...(attendee && { attendee }) };
  });
  return merged(all, year, today, people.center.id);
}

function contactOf(profile: Profile, id: string, name: string, random: Random, year: number, by: string): DemoPerson {
  const played = profile.named?.includes('青穗')
    ? { name: CAST.contact.name }
    : profile.named?.includes('砚石')
      ? { name: CAST.contactRating.name }
      : { name: nameFrom(random), key: `contact:${id}` };
  const person = personOf(
    { ...played, orgName: name, title: profile.named ? ENTERPRISE_TITLES[0] : random.pick(ENTERPRISE_TITLES) },
    clock(`${year - 1}-08-25`, 9, 0),
  );
  return granted(person, { role: 'enterpriseContact', scope: { enterpriseId: id }, from: `${year - 1}-09-01`, by });
}

const attendeeOf = (id: string, orgName: string, random: Random, year: number): DemoPerson =>
  personOf(
    { name: nameFrom(random), key: `attendee:${id}`, orgName, title: random.pick(ATTENDEE_TITLES) },
    clock(`${year - 1}-08-28`, 9, 0),
  );

/** The day on which the center finds that two records are one enterprise. */
export const mergeDay = (year: number): IsoDate => `${year}-07-06`;

function merged(all: readonly Site[], year: number, today: IsoDate, by: string): readonly Site[] {
  if (mergeDay(year) > today) return all;
  return all.map((site) => {
    if (site.profile.fate !== 'merged') return site;
    const into = all.find(({ profile }) => profile.district === site.profile.district && profile.no === 0) as Site;
    const mergedInto = into.enterprise.id;
    const log = append<LogEntry>(site.enterprise.log, {
      at: clock(mergeDay(year), 11, 20),
      by,
      what: 'enterprise.merged',
      facts: { into: mergedInto },
    });
    return { ...site, enterprise: { ...site.enterprise, mergedInto, log } };
  });
}
