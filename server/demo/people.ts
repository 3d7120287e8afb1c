import { append } from '../../cloudfunctions/_core/chain';
import type { LogEntry, Logged } from '../../cloudfunctions/_core/documents';
import { idFrom, personIdFrom } from '../../cloudfunctions/_core/ids';
import type { GrantScope, Role } from '../../shared/access';
import { addDays, dayOf, type Instant, type IsoDate } from '../../shared/kernel/calendar';
import type { Person } from '../../shared/person';
import { clock } from './calendar';

export type DemoPerson = Person & Logged;

export const logged = (
  log: readonly LogEntry[],
  at: Instant,
  by: string,
  what: string,
  facts: LogEntry['facts'] = {},
): readonly LogEntry[] => append<LogEntry>(log, { at, by, what, facts });

interface Profile {
  readonly name: string;
  readonly orgName: string;
  readonly title: string;
  /** Where names may repeat, or the person is nobody to sign in as. */
  readonly key?: string;
  readonly fields?: readonly string[];
  readonly need?: string;
}

export function personOf({ name, orgName, title, key = name, fields = [], need }: Profile, since: Instant): DemoPerson {
  const id = personIdFrom('demo', key);
  return {
    id,
    name,
    orgName,
    title,
    fields,
    grants: [],
    suspensions: [],
    residencies: [],
    sessionEpoch: 0,
    ...(need !== undefined && { lastForm: { orgName, title, need, name } }),
    log: logged([], since, id, 'person.created'),
  };
}

export interface Granting {
  readonly role: Role;
  readonly scope?: GrantScope;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly by: string;
}

export function granted(person: DemoPerson, { role, scope = {}, from, to, by }: Granting): DemoPerson {
  const id = `grant:${idFrom(14, person.id, role, Object.values(scope)[0] ?? '', from)}`;
  const grant = { id, role, scope, from, ...(to !== undefined && { to }), grantedBy: by };
  return {
    ...person,
    grants: [...person.grants, grant],
    log: logged(person.log, clock(from, 9, 0), by, 'person.granted', { grantId: id, role }),
  };
}

export const suspended = (person: DemoPerson, from: IsoDate, to: IsoDate, reason: string, by: string): DemoPerson => ({
  ...person,
  suspensions: [...person.suspensions, { from, to, reason, by }],
  log: logged(person.log, clock(from, 9, 30), by, 'commissioner.suspended', { from, to }),
});

export interface Stay {
  readonly stationId: string;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly proposedBy: string;
  /** Missing: not approved so far. */
  readonly approvedBy?: string;
}

/** 驻站: proposed five days before it begins, approved three days before. */
export function resident(
  person: DemoPerson,
  { stationId, from, to, proposedBy, approvedBy }: Stay,
  today: IsoDate,
): DemoPerson {
  const proposedOn = addDays(from, -5);
  if (proposedOn >= today) return person;
  const approvedAt = clock(addDays(from, -3), 10, 20);
  const approved = approvedBy !== undefined && dayOf(approvedAt) < today;
  const id = `residency:${idFrom(14, person.id, stationId, from)}`;
  const proposed = logged(person.log, clock(proposedOn, 15, 10), proposedBy, 'residency.proposed', {
    residencyId: id,
    stationId,
  });
  return {
    ...person,
    residencies: [
      ...person.residencies,
      {
        id,
        stationId,
        from,
        ...(to !== undefined && { to }),
        proposedBy,
        ...(approved && { approved: { by: approvedBy, at: approvedAt } }),
      },
    ],
    log: approved
      ? logged(proposed, approvedAt, approvedBy, 'residency.approved', { residencyId: id, stationId })
      : proposed,
  };
}
