import type { Role } from '@shared/access/roles';
import { stationIdOf } from '@shared/station/station-id';
import type { Output } from '@/gateway';
import { roleWord } from '@/words/roles';

export type Me = Output<'account.me'>;
type Grant = Me['grants'][number];

/**
 * What a person is in the app just now: one of the roles granted, or a guest. Grants that lead to the same home (lead and
 * contact of one station) are one standing.
 */
export interface Standing {
  readonly key: string;
  readonly kind: 'commissioner' | 'enterprise' | 'party' | 'station' | 'district' | 'city' | 'guest';
  readonly role: Role | undefined;
  /** For the switch: 产业特派员, or the name of what the role is granted for. */
  readonly word: string;
  readonly scopeName: string;
  /** The station whose progress this standing looks at; undefined for those without one. */
  readonly stationId?: string;
  readonly enterpriseId?: string;
  readonly district?: string;
}

const KIND: Readonly<Record<Role, Standing['kind']>> = {
  commissioner: 'commissioner',
  enterpriseContact: 'enterprise',
  party: 'party',
  stationLead: 'station',
  stationContact: 'station',
  auditor: 'station',
  district: 'district',
  center: 'city',
  city: 'city',
};
const ORDER: readonly Standing['kind'][] = [
  'commissioner',
  'enterprise',
  'station',
  'district',
  'city',
  'party',
  'guest',
];

const GUEST: Standing = { key: 'guest', kind: 'guest', role: undefined, word: '参与人', scopeName: '' };

/** What one grant makes of a person. */
export function standingOf(grant: Grant): Standing {
  const kind = KIND[grant.role];
  const stationId =
    grant.stationId ?? (kind === 'district' && grant.district ? stationIdOf(grant.district) : undefined);
  return {
    key: `${kind}:${grant.enterpriseId ?? stationId ?? grant.org ?? ''}`,
    kind,
    role: grant.role,
    word: kind === 'commissioner' || kind === 'city' ? roleWord(grant.role) : grant.scopeName || roleWord(grant.role),
    scopeName: grant.scopeName,
    ...(stationId !== undefined && { stationId }),
    ...(grant.enterpriseId !== undefined && { enterpriseId: grant.enterpriseId }),
    ...(grant.district !== undefined && { district: grant.district }),
  };
}

const inForce = ({ from, to }: Grant, today: string): boolean => from <= today && (to === undefined || today <= to);

/** Every standing of a person today, the most personal first; never empty. */
export function standingsOf(me: Me): readonly Standing[] {
  const all = me.grants.filter((grant) => inForce(grant, me.today)).map(standingOf);
  const byKey = new Map(all.reverse().map((one) => [one.key, one]));
  const found = [...byKey.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return found.length === 0 ? [GUEST] : found;
}
