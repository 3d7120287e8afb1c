import { append } from '../../cloudfunctions/_core/chain';
import {
  enterpriseDraft,
  type LogEntry,
  type Logged,
  personDraft,
  type StationDoc,
} from '../../cloudfunctions/_core/documents';
import { idFrom } from '../../cloudfunctions/_core/ids';
import type { Draft } from '../../cloudfunctions/_core/store';
import type { GrantScope, Role } from '../../shared/access';
import type { Enterprise } from '../../shared/enterprise';
import { type Instant, startOf } from '../../shared/kernel/calendar';
import type { Person } from '../../shared/person';
import { STATION_CLASSES, type StationClass } from '../../shared/station';
import type { Census } from './census';
import {
  CENTER,
  commissionerOf,
  contactOf,
  districtOfNo,
  enterpriseOf,
  leadOf,
  officerOf,
  shortCodeOf,
  stationOfNo,
} from './names';

/** Who and what there is before anything happens. All invented. */

const SINCE = '2024-01-01';

const created = (at: Instant, by: string, what: string): readonly LogEntry[] =>
  append<LogEntry>([], { at, by, what, facts: {} });

interface Standing {
  readonly id: string;
  readonly name: string;
  readonly orgName: string;
  readonly title: string;
}

const person = ({ id, ...words }: Standing, role: Role, scope: GrantScope = {}): Person & Logged => ({
  id,
  ...words,
  fields: [],
  grants: [{ id: `grant:${idFrom(14, id, role)}`, role, scope, from: SINCE, grantedBy: CENTER }],
  suspensions: [],
  residencies: [],
  sessionEpoch: 0,
  log: created(startOf(SINCE), CENTER, 'person.created'),
});

export const center = person({ id: CENTER, name: '高岩', orgName: '创新服务中心', title: '主任' }, 'center');

export const classOf = (station: number): StationClass =>
  STATION_CLASSES[station % STATION_CLASSES.length] as StationClass;
export const stationName = (station: number): string => `第${station + 1}工作站点`;

function stationDraft(station: number, years: readonly number[]): Draft<StationDoc> {
  const id = stationOfNo(station);
  return {
    id,
    scope: id,
    district: districtOfNo(station),
    name: stationName(station),
    hostOrg: '科技园服务中心',
    years: Object.fromEntries(years.map((year) => [String(year), { stationClass: classOf(station), agreement: {} }])),
    log: created(startOf(SINCE), CENTER, 'station.created'),
  };
}

const commissioner = (station: number, no: number): Person & Logged =>
  person(
    { id: commissionerOf(station, no), name: '周明远', orgName: '星野材料研究院', title: '研究员' },
    'commissioner',
  );

const contact = (station: number, no: number): Person & Logged => {
  const enterpriseId = enterpriseOf(station, no);
  return person(
    { id: contactOf(station, no), name: '林知夏', orgName: `第${station}-${no}传感技术有限公司`, title: '技术负责人' },
    'enterpriseContact',
    { enterpriseId },
  );
};

const enterprise = (station: number, no: number): Enterprise & Logged => ({
  id: enterpriseOf(station, no),
  uscc: `91BENCH${shortCodeOf(station, no)}XXX`,
  name: `第${station}-${no}传感技术有限公司`,
  address: '科技园路 8 号',
  industry: '智能传感',
  shortCode: shortCodeOf(station, no),
  districts: [{ code: districtOfNo(station), from: SINCE, basis: '注册地', by: CENTER }],
  qualifications:
    no % 3 === 0
      ? [
          {
            id: `Q${shortCodeOf(station, no)}`,
            level: '专精特新中小企业',
            validFrom: SINCE,
            validThrough: '2099-12-31',
            verified: true,
            by: CENTER,
            at: startOf(SINCE),
          },
        ]
      : [],
  contacts: [contactOf(station, no)],
  log: created(startOf(SINCE), CENTER, 'enterprise.registered'),
});

/** A station with those who belong to it. */
export interface Cast {
  readonly lead: Person & Logged;
  readonly officer: Person & Logged;
  readonly commissioners: readonly (Person & Logged)[];
  /** By the enterprise's number, each of its own. */
  readonly contacts: readonly (Person & Logged)[];
  readonly enterprises: readonly (Enterprise & Logged)[];
}

export function castOf(station: number, { commissionersOf, enterprisesOf }: Census): Cast {
  const some = <T>(count: number, make: (station: number, no: number) => T): T[] =>
    Array.from({ length: count }, (_, no) => make(station, no));
  const scope = { stationId: stationOfNo(station) };
  const lead = { id: leadOf(station), name: '韩朗之', orgName: stationName(station), title: '负责人' };
  const officer = { id: officerOf(station), name: '陈静', orgName: '区科协', title: '干事' };
  return {
    lead: person(lead, 'stationLead', scope),
    officer: person(officer, 'district', { district: districtOfNo(station) }),
    commissioners: some(commissionersOf, commissioner),
    contacts: some(enterprisesOf, contact),
    enterprises: some(enterprisesOf, enterprise),
  };
}

export function* recordsOf(station: number, cast: Cast, years: readonly number[]) {
  yield { collection: 'stations' as const, doc: stationDraft(station, years) };
  for (const one of [cast.lead, cast.officer, ...cast.commissioners, ...cast.contacts])
    yield { collection: 'persons' as const, doc: personDraft(one) };
  for (const one of cast.enterprises) yield { collection: 'enterprises' as const, doc: enterpriseDraft(one) };
}
