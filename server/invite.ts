import { parseArgs } from 'node:util';
import { append } from '../cloudfunctions/_core/chain';
import { CITY, type InvitationDoc, type LogEntry } from '../cloudfunctions/_core/documents';
import { randomId } from '../cloudfunctions/_core/ids';
import type { Draft } from '../cloudfunctions/_core/store';
import { invitationIdOf } from '../cloudfunctions/account/grants';
import { ROLES, SCOPE_OF } from '../shared/access';
import { dayOf, type Instant } from '../shared/kernel/calendar';
import { CannotStart, command } from './cannot-start';
import { readEnvironment } from './environment';
import { OPERATOR, prepareStore } from './first-start';
import { openStore } from './open';

const VALID_MS = 7 * 86_400_000;
/** Roles for the whole city; whoever holds `center` invites everybody else from the pages. */
const CITYWIDE = ROLES.filter((role) => SCOPE_OF[role] === null);

const invitation = (code: string, role: string, name: string, now: Instant): Draft<InvitationDoc> => ({
  id: invitationIdOf(code),
  scope: CITY,
  role,
  grantScope: {},
  name,
  to: null,
  expiresAt: now + VALID_MS,
  by: OPERATOR,
  usedBy: null,
  log: append<LogEntry>([], { at: now, by: OPERATOR, what: 'invitation.created', facts: { role } }),
});

/** `npm run invite -- --role center --name 张三`: the first person of a real deployment, whom nobody could invite. */
command(async () => {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { role: { type: 'string', default: 'center' }, name: { type: 'string', default: '' } },
  });
  const { role, name } = values;
  if (!CITYWIDE.some((one) => one === role))
    throw new CannotStart(`--role 只能是 ${CITYWIDE.join('、')}；其他角色由中心在页面里邀请`);
  const { demo, dataDir, publicUrl } = readEnvironment({ ...process.env, DEMO: '0' });
  const store = await openStore(dataDir);
  const now = Date.now();
  await prepareStore(store, demo, now);
  const code = randomId(20);
  await store.commit([{ kind: 'insert', collection: 'invitations', doc: invitation(code, role, name, now) }]);
  await store.close();
  console.log(`邀请码 ${code}（到 ${dayOf(now + VALID_MS)} 有效，只能用一次）`);
  console.log(`打开 ${publicUrl}/pages/me/index?invitation=${code} 接受邀请`);
});
