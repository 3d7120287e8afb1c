/** The columns of D10 that exist so far. 专家 and the consortium roles join with their modules. */
export const ROLES = [
  'commissioner',
  'enterpriseContact',
  'party',
  'stationLead',
  'stationContact',
  'district',
  'center',
  'city',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** What a role is granted for. A role needs exactly the field that `SCOPE_OF` names. */
export interface GrantScope {
  readonly enterpriseId?: string;
  readonly stationId?: string;
  readonly district?: string;
  /** A party's organisation, by name. */
  readonly org?: string;
}

/** Which field of the scope a role lives by; null: the whole city. */
export const SCOPE_OF = {
  commissioner: null,
  enterpriseContact: 'enterpriseId',
  party: 'org',
  stationLead: 'stationId',
  stationContact: 'stationId',
  district: 'district',
  center: null,
  city: null,
  auditor: 'stationId',
} as const satisfies Record<Role, keyof GrantScope | null>;

/** A role held by a person, given by a person, for a time. Days are Shanghai days, both ends included. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly scope: GrantScope;
  readonly from: string;
  readonly to?: string;
  readonly grantedBy: string;
}

export interface Actor {
  readonly personId: string;
  /** Only grants in force today. */
  readonly grants: readonly Grant[];
}

export const hasRole = (actor: Actor, role: Role): boolean => actor.grants.some((grant) => grant.role === role);

export const inForceOn = (grants: readonly Grant[], day: string): readonly Grant[] =>
  grants.filter((grant) => grant.from <= day && (grant.to === undefined || day <= grant.to));
