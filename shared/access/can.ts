import type { Actor, Grant, Role } from './roles';

/**
 * How far a role reaches for an action.
 * - `own`: the person takes part in the record.
 * - `enterprise`, `station`, `district`: the record lies in the scope of the grant.
 * - `all`: everywhere. `granted`: an auditor, only the stations of the grant.
 */
export type Reach = 'own' | 'enterprise' | 'station' | 'district' | 'all';

/** A record as far as access is concerned. */
export interface Target {
  /** People who take part in it. */
  readonly people?: readonly string[];
  readonly enterpriseId?: string;
  readonly stationId?: string;
  readonly district?: string;
}

/** Anybody signed in, whatever the role: rights that come from taking part. */
const ANYONE = 'anyone';
type Row = Partial<Record<Role | typeof ANYONE, Reach>>;

const station = (reach: Reach): Row => ({ stationLead: reach, stationContact: reach });

/**
 * Who may do what (D10), in one table: a new cell is a decision about policy and nothing else.
 * Guards of state (before freeze, window open, lead only) are rules of the domain, not of access.
 */
const MAY = {
  'visit.plan': { commissioner: 'own', enterpriseContact: 'enterprise', ...station('station') },
  'visit.cancel': { commissioner: 'own', enterpriseContact: 'enterprise', ...station('station') },
  'visit.checkIn': { [ANYONE]: 'all' },
  'visit.complete': { commissioner: 'own', enterpriseContact: 'enterprise', [ANYONE]: 'own' },
  'visit.read': {
    [ANYONE]: 'own',
    enterpriseContact: 'enterprise',
    ...station('station'),
    district: 'district',
    center: 'all',
    city: 'all',
    auditor: 'station',
  },
  'visit.liveCode': { [ANYONE]: 'own' },
  'visit.requestMakeUp': { [ANYONE]: 'own', enterpriseContact: 'enterprise', stationContact: 'station' },
  'visit.confirmMakeUp': { [ANYONE]: 'own', enterpriseContact: 'enterprise' },
  'visit.approveMakeUp': { district: 'district', center: 'all' },
  'visit.void': { district: 'district', center: 'all' },
  'visit.reopenRating': { center: 'all' },
  'visit.remind': { commissioner: 'own', ...station('station'), district: 'district' },
  'rating.submit': { [ANYONE]: 'own', enterpriseContact: 'enterprise' },
  'rating.void': { center: 'all' },
  'rating.readAll': { ...station('station'), district: 'district', center: 'all', city: 'all', auditor: 'station' },
  'station.progress': { ...station('station'), district: 'district', center: 'all', city: 'all', auditor: 'station' },
  'station.board': { center: 'all', city: 'all' },
  'station.designate': station('station'),
  'station.voidDesignation': { ...station('station'), center: 'all' },
  'station.configure': { center: 'all' },
  'residency.read': {
    commissioner: 'own',
    ...station('station'),
    district: 'district',
    center: 'all',
    city: 'all',
    auditor: 'station',
  },
  'residency.propose': { ...station('station'), district: 'district', center: 'all' },
  'residency.approve': { district: 'district', center: 'all' },
  'commissioner.suspend': { center: 'all' },
  'enterprise.read': {
    commissioner: 'all',
    enterpriseContact: 'enterprise',
    ...station('station'),
    district: 'district',
    center: 'all',
    city: 'all',
    auditor: 'station',
  },
  'enterprise.poster': {
    enterpriseContact: 'enterprise',
    ...station('station'),
    district: 'district',
    center: 'all',
  },
  'enterprise.verify': { district: 'district', center: 'all' },
  'person.grant': { center: 'all' },
  'person.grantDistrict': { district: 'district', center: 'all' },
  'policy.inherit': { center: 'all', city: 'all' },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof MAY;
export const ACTIONS = Object.keys(MAY) as Action[];

const reaches = (reach: Reach, personId: string, grant: Grant | undefined, on: Target): boolean => {
  if (reach === 'all') return true;
  if (reach === 'own') return on.people?.includes(personId) ?? false;
  const field = { enterprise: 'enterpriseId', station: 'stationId', district: 'district' } as const;
  const held = grant?.scope[field[reach]];
  return held !== undefined && held === on[field[reach]];
};

/** May this person do this to this record, today? */
export function can(actor: Actor, action: Action, on: Target): boolean {
  const row: Row = MAY[action];
  const anyone = row[ANYONE];
  if (anyone && reaches(anyone, actor.personId, undefined, on)) return true;
  return actor.grants.some((grant) => {
    const reach = row[grant.role];
    return reach !== undefined && reaches(reach, actor.personId, grant, on);
  });
}
