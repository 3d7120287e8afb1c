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

export const person = ({ id, ...words }: Standing, role: Role, scope: GrantScope = {}): Person & Logged => ({
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

export function stationDraft(station: number, years: readonly number[]): Draft<StationDoc> {
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

export const commissioner = (station: number, no: number): Person & Logged =>
  person(
    { id: commissionerOf(station, no), name: '周明远', orgName: '星野材料研究院', title: '研究员' },
    'commissioner',
  );

export const contact = (station: number, no: number): Person & Logged => {
  const enterpriseId = enterpriseOf(station, no);
  return person(
    { id: contactOf(station, no), name: '林知夏', orgName: `第${station}-${no}传感技术有限公司`, title: '技术负责人' },
    'enterpriseContact',
    { enterpriseId },
  );
};

export const enterprise = (station: number, no: number): Enterprise & Logged => ({
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

export function* peopleOf(station: number, { commissionersOf, enterprisesOf }: Census) {
  const district = districtOfNo(station);
  const stationId = stationOfNo(station);
  yield person({ id: leadOf(station), name: '韩朗之', orgName: stationName(station), title: '负责人' }, 'stationLead', {
    stationId,
  });
  yield person({ id: officerOf(station), name: '陈静', orgName: '区科协', title: '干事' }, 'district', { district });
  for (let no = 0; no < commissionersOf; no += 1) yield commissioner(station, no);
  for (let no = 0; no < enterprisesOf; no += 1) yield contact(station, no);
}

export function* recordsOf(station: number, census: Census, years: readonly number[]) {
  yield { collection: 'stations' as const, doc: stationDraft(station, years) };
  for (const one of peopleOf(station, census)) yield { collection: 'persons' as const, doc: personDraft(one) };
  for (let no = 0; no < census.enterprisesOf; no += 1)
    yield { collection: 'enterprises' as const, doc: enterpriseDraft(enterprise(station, no)) };
}
