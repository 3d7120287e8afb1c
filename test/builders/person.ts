import type { IsoDate } from '../../shared/kernel/calendar';
import type { Person } from '../../shared/person';
import { at } from './moment';

export interface PersonBuilder {
  readonly person: Person;
  commissioner(from?: IsoDate, to?: IsoDate): PersonBuilder;
  suspended(from: IsoDate, to?: IsoDate): PersonBuilder;
  /** 驻站, approved unless told otherwise. */
  resident(stationId: string, from: IsoDate, to?: IsoDate, approved?: boolean): PersonBuilder;
}

const until = (to: IsoDate | undefined) => (to === undefined ? {} : { to });

const builder = (person: Person): PersonBuilder => ({
  person,
  commissioner: (from = '2020-01-01', to) =>
    builder({
      ...person,
      grants: [
        ...person.grants,
        {
          id: `${person.id}:grant:${person.grants.length}`,
          role: 'commissioner',
          scope: {},
          from,
          ...until(to),
          grantedBy: 'center',
        },
      ],
    }),
  suspended: (from, to) =>
    builder({
      ...person,
      suspensions: [...person.suspensions, { from, ...until(to), reason: '暂停', by: 'center' }],
    }),
  resident: (stationId, from, to, approved = true) =>
    builder({
      ...person,
      residencies: [
        ...person.residencies,
        {
          id: `${person.id}:residency:${person.residencies.length}`,
          stationId,
          from,
          ...until(to),
          proposedBy: 'lead',
          ...(approved && { approved: { by: 'district', at: at('2026-12-01T00:00') } }),
        },
      ],
    }),
});

/** Somebody without any role. */
export const personOf = (id: string): PersonBuilder =>
  builder({
    id,
    name: `人员${id}`,
    orgName: '京郊应用物理研究所',
    title: '研究员',
    fields: [],
    grants: [],
    suspensions: [],
    residencies: [],
    sessionEpoch: 0,
  });

export const commissioner = (id: string): PersonBuilder => personOf(id).commissioner();
