import { ROLES, type Role, SCOPE_OF } from '../../shared/access';
import { DISTRICT_CODES, districtName } from '../../shared/enterprise';
import type { Instant } from '../../shared/kernel/calendar';
import { stationIdOf } from '../../shared/station';
import { append } from '../_core/chain';
import {
  CITY,
  type InvitationDoc,
  type LogEntry,
  SETTINGS_ID,
  type SettingsDoc,
  type StationDoc,
} from '../_core/documents';
import { randomId } from '../_core/ids';
import type { Change, Draft, Store } from '../_core/store';
import { invitationIdOf } from '../account/grants';

const OPERATOR = 'operator';
const VALID_MS = 7 * 86_400_000;

const created = (now: Instant, what: string, facts: LogEntry['facts'] = {}): readonly LogEntry[] =>
  append<LogEntry>([], { at: now, by: OPERATOR, what, facts });

/** What a real deployment begins with: its settings, and the 17 stations, whose classes and hosts the center then sets. */
function beginnings(now: Instant): Change[] {
  const settings: Draft<SettingsDoc> = {
    id: SETTINGS_ID,
    scope: CITY,
    inheritFrom: {},
    demo: false,
    log: created(now, 'settings.created'),
  };
  const stations = DISTRICT_CODES.map((district): Draft<StationDoc> => {
    const id = stationIdOf(district);
    const name = `${districtName(district)}工作站点`;
    return { id, scope: id, district, name, hostOrg: '', years: {}, log: created(now, 'station.created') };
  });
  return [
    { kind: 'insert', collection: 'settings', doc: settings },
    ...stations.map((doc): Change => ({ kind: 'insert', collection: 'stations', doc })),
  ];
}

/** Once: where another was first, it has done the same. */
export async function begin(store: Store, now: Instant): Promise<void> {
  await store.commit(beginnings(now));
}

/** Roles for the whole city; whoever holds `center` invites everybody else from the pages. */
export const CITYWIDE: readonly Role[] = ROLES.filter((role) => SCOPE_OF[role] === null);

export interface FirstInvitation {
  readonly code: string;
  readonly expiresAt: Instant;
}

/** An invitation that nobody in the system could give. */
export async function inviteFirst(store: Store, role: Role, name: string, now: Instant): Promise<FirstInvitation> {
  const code = randomId(20);
  const expiresAt = now + VALID_MS;
  const doc: Draft<InvitationDoc> = {
    id: invitationIdOf(code),
    scope: CITY,
    role,
    grantScope: {},
    name,
    to: null,
    expiresAt,
    by: OPERATOR,
    usedBy: null,
    log: created(now, 'invitation.created', { role }),
  };
  await store.commit([{ kind: 'insert', collection: 'invitations', doc }]);
  return { code, expiresAt };
}
