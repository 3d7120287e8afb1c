import type { Instant } from '../../shared/kernel/calendar';
import { append } from './chain';
import type { LogEntry, PersonDoc } from './documents';

/** Somebody seen for the first time: a name at most, no role. Roles are granted by people, never by registration. */
export const newPerson = (id: string, name: string, now: Instant): Omit<PersonDoc, 'rev' | 'roleKeys'> => ({
  id,
  scope: 'city',
  name,
  orgName: '',
  title: '',
  fields: [],
  grants: [],
  suspensions: [],
  residencies: [],
  sessionEpoch: 0,
  log: append<LogEntry>([], { at: now, by: id, what: 'person.created', facts: {} }),
});
