import { append } from '../../cloudfunctions/_core/chain';
import { enterpriseDraft, type LogEntry, personDraft, SETTINGS_ID } from '../../cloudfunctions/_core/documents';
import type { Change } from '../../cloudfunctions/_core/store';
import type { Grant, GrantScope, Role } from '../../shared/access';
import type { Person } from '../../shared/person';
import { NO_VIEW_COUNTS, type StationClass, stationIdOf } from '../../shared/station';

/** An invented little world: a station of class A, one of class B, one without a project yet, their people and some enterprises. */

export const YEAR = 2026;
export const YANQING = stationIdOf('110119');
export const HAIDIAN = stationIdOf('110108');

const insert = (collection: Change['collection'], doc: object): Change =>
  ({ kind: 'insert', collection, doc: { scope: 'city', ...doc } }) as Change;

const born = (what: string) => append<LogEntry>([], { at: 0, by: 'system', what, facts: {} });

const grantOf = (role: Role, scope: GrantScope = {}): Grant => ({
  id: `grant:${role}`,
  role,
  scope,
  from: '2025-01-01',
  grantedBy: 'system',
});

const person = (id: string, name: string, grants: readonly Grant[], more: Partial<Person> = {}): Change =>
  insert(
    'persons',
    personDraft({
      id,
      name,
      orgName: `${name}所在单位`,
      title: '研究员',
      fields: [],
      grants,
      suspensions: [],
      residencies: [],
      sessionEpoch: 0,
      ...more,
      log: born('person.created'),
    }),
  );

/** A station, and its empty project of the year where it has one. */
const station = (district: string, name: string, stationClass?: StationClass): Change[] => {
  const id = stationIdOf(district);
  const years = stationClass ? { [String(YEAR)]: { stationClass, agreement: {} } } : {};
  const progress = { id: `${id}:${YEAR}`, scope: id, stationId: id, year: YEAR, counts: NO_VIEW_COUNTS, validUntil: 0 };
  return [
    insert('stations', {
      id,
      scope: id,
      district,
      name,
      hostOrg: `${name}承接单位`,
      years,
      log: born('station.created'),
    }),
    ...(stationClass ? [insert('progress', progress)] : []),
  ];
};

/** The id of an enterprise follows from its short code: `E` and eight characters. */
export const enterprise = (
  id: string,
  name: string,
  district: string,
  more: { readonly contacts?: readonly string[] } = {},
): Change =>
  insert(
    'enterprises',
    enterpriseDraft({
      id,
      uscc: `91${district === 'BDA' ? '110302' : district}MA${id.slice(1)}`,
      name,
      address: '某路 1 号',
      industry: '智能制造',
      shortCode: id.slice(1),
      districts: [{ code: district, from: '2025-01-01', basis: '注册地', by: 'system' }],
      qualifications: [],
      contacts: [],
      ...more,
      log: born('enterprise.created'),
    }),
  );

/** In 延庆: two with a contact, one without. In 海淀 and 经开区: one each. */
export const YQ_ONE = 'EYQAAAAA2';
export const YQ_TWO = 'EYQBBBBB3';
export const YQ_THREE = 'EYQCCCCC4';
export const HD_ONE = 'EHDAAAAA2';
export const BDA_ONE = 'EBDAAAAA2';

export const ENTERPRISE_NAMES: Readonly<Record<string, string>> = {
  [YQ_ONE]: '延庆甲智能装备有限公司',
  [YQ_TWO]: '延庆乙生物科技有限公司',
  [YQ_THREE]: '延庆丙新材料有限公司',
  [HD_ONE]: '海淀甲软件有限公司',
  [BDA_ONE]: '经开甲芯片有限公司',
};

/** Three active commissioners, one resident at 海淀, one suspended. */
export const LI = 'P-li';
export const WANG = 'P-wang';
export const ZHAO = 'P-zhao';
export const QIAN = 'P-qian';
export const SUN = 'P-sun';
export const YQ_CONTACT = 'P-yq-contact';
const YQ_CONTACT_2 = 'P-yq-contact-2';
export const HD_CONTACT = 'P-hd-contact';
export const PARTY = 'P-party';
export const PARTY_2 = 'P-party-2';
export const YQ_LEAD = 'P-yq-lead';
export const YQ_STATION = 'P-yq-station';
export const YQ_OFFICER = 'P-yq-officer';
export const HD_LEAD = 'P-hd-lead';
export const HD_STATION = 'P-hd-station';
export const HD_OFFICER = 'P-hd-officer';
export const CENTER = 'P-center';
export const CITY_READER = 'P-city';
export const YQ_AUDITOR = 'P-yq-auditor';
export const HD_AUDITOR = 'P-hd-auditor';
/** People whom nobody has recorded: they exist as the platform vouches for them, and hold no role. */
export const GUEST = 'P-guest';
export const GUEST_2 = 'P-guest-2';
export const GUEST_3 = 'P-guest-3';

const commissioner = [grantOf('commissioner')];
export const commissionerNamed = (id: string, name: string): Change => person(id, name, commissioner);

export const cast: readonly Change[] = [
  insert('settings', { id: SETTINGS_ID, inheritFrom: { [String(YEAR)]: 2024 }, demo: false, log: [] }),
  ...station('110119', '延庆区工作站点', 'A'),
  ...station('110108', '海淀区工作站点', 'B'),
  ...station('BDA', '经开区工作站点'),
  enterprise(YQ_ONE, '延庆甲智能装备有限公司', '110119', { contacts: [YQ_CONTACT] }),
  enterprise(YQ_TWO, '延庆乙生物科技有限公司', '110119', { contacts: [YQ_CONTACT_2] }),
  enterprise(YQ_THREE, '延庆丙新材料有限公司', '110119'),
  enterprise(HD_ONE, '海淀甲软件有限公司', '110108', { contacts: [HD_CONTACT] }),
  enterprise(BDA_ONE, '经开甲芯片有限公司', 'BDA'),
  person(LI, '李特派', commissioner),
  person(WANG, '王特派', commissioner),
  person(ZHAO, '赵特派', commissioner),
  person(QIAN, '钱特派', commissioner, {
    residencies: [
      {
        id: 'residency:qian',
        stationId: HAIDIAN,
        from: `${YEAR}-01-01`,
        proposedBy: 'system',
        approved: { by: 'system', at: 0 },
      },
    ],
  }),
  person(SUN, '孙特派', commissioner, { suspensions: [{ from: `${YEAR}-01-01`, reason: '调离', by: 'system' }] }),
  person(YQ_CONTACT, '甲联系人', [grantOf('enterpriseContact', { enterpriseId: YQ_ONE })]),
  person(YQ_CONTACT_2, '乙联系人', [grantOf('enterpriseContact', { enterpriseId: YQ_TWO })]),
  person(HD_CONTACT, '海淀联系人', [grantOf('enterpriseContact', { enterpriseId: HD_ONE })]),
  person(PARTY, '学会代表', [grantOf('party', { org: '某某学会' })]),
  person(YQ_LEAD, '延庆负责人', [grantOf('stationLead', { stationId: YANQING })]),
  person(YQ_STATION, '延庆站点员', [grantOf('stationContact', { stationId: YANQING })]),
  person(YQ_OFFICER, '延庆科协', [grantOf('district', { district: '110119' })]),
  person(HD_LEAD, '海淀负责人', [grantOf('stationLead', { stationId: HAIDIAN })]),
  person(HD_STATION, '海淀站点员', [grantOf('stationContact', { stationId: HAIDIAN })]),
  person(HD_OFFICER, '海淀科协', [grantOf('district', { district: '110108' })]),
  person(CENTER, '中心经办', [grantOf('center')]),
  person(CITY_READER, '市科协', [grantOf('city')]),
  person(YQ_AUDITOR, '审计员', [grantOf('auditor', { stationId: YANQING })]),
  person(HD_AUDITOR, '审计员二', [grantOf('auditor', { stationId: HAIDIAN })]),
  person(PARTY_2, '高校代表', [grantOf('party', { org: '某某大学' })]),
];
