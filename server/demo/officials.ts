import { districtName } from '../../shared/enterprise';
import { stationIdOf } from '../../shared/station';
import { clock } from './calendar';
import { CAST, type CastRole, castId } from './cast';
import { type DemoPerson, type Granting, granted, personOf } from './people';
import { type Random, randomFrom } from './random';
import { STATION_PLANS } from './station-plans';
import { FAMILY_NAMES, GIVEN_NAMES, PARTIES } from './words';

export const nameFrom = (random: Random): string => random.pick(FAMILY_NAMES) + random.pick(GIVEN_NAMES);

export interface Office {
  readonly officer: DemoPerson;
  readonly lead: DemoPerson;
  readonly contact: DemoPerson;
}

export interface Officials {
  readonly center: DemoPerson;
  /** By district code. */
  readonly offices: ReadonlyMap<string, Office>;
  readonly parties: readonly { readonly person: DemoPerson; readonly kind: (typeof PARTIES)[number][0] }[];
  readonly others: readonly DemoPerson[];
}

/** Everybody who holds an office: the center, the city, the districts, the stations, the parties and an auditor. */
export function officials(year: number): Officials {
  const since = clock(`${year - 1}-08-03`, 10, 0);
  const from = `${year - 1}-08-10`;
  const by = castId('center');
  const make = (who: { name: string; key?: string }, orgName: string, title: string, ...roles: Partial<Granting>[]) =>
    roles.reduce<DemoPerson>(
      (person, role) => granted(person, { from, by, ...role } as Granting),
      personOf({ ...who, orgName, title }, since),
    );
  const cast = (role: CastRole) => ({ name: CAST[role].name });
  const random = randomFrom('officials');
  const somebody = (key: string) => ({ name: nameFrom(random), key });

  const offices = STATION_PLANS.map(({ district, hostOrg }): [string, Office] => {
    const scope = { stationId: stationIdOf(district) };
    const who = {
      '110119': [cast('officer'), cast('lead'), cast('stationContact')],
      '110108': [cast('officerA'), cast('leadA'), cast('stationContactA')],
      '110116': [undefined, undefined, cast('several')],
    }[district as string];
    return [
      district,
      {
        officer: make(
          who?.[0] ?? somebody(`officer:${district}`),
          `${districtName(district)}科协`,
          '科普与服务部主任',
          {
            role: 'district',
            scope: { district },
          },
        ),
        lead: make(who?.[1] ?? somebody(`lead:${district}`), hostOrg, '主任', { role: 'stationLead', scope }),
        contact: make(who?.[2] ?? somebody(`contact:${district}`), hostOrg, '项目主管', {
          role: 'stationContact',
          scope,
        }),
      },
    ];
  });

  const parties = PARTIES.map(([kind, org], i) => ({
    kind,
    person: make(i === 0 ? cast('party') : somebody(`party:${org}`), org, '秘书长', { role: 'party', scope: { org } }),
  }));

  return {
    center: make(cast('center'), '北京市科协创新服务中心', '项目部主任', { role: 'center' }),
    offices: new Map(offices),
    parties,
    others: [
      make(cast('city'), '北京市科学技术协会', '处长', { role: 'city' }),
      make(cast('auditor'), '正衡会计师事务所', '项目经理', {
        role: 'auditor',
        scope: { stationId: stationIdOf('110119') },
      }),
    ],
  };
}
