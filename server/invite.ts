import { parseArgs } from 'node:util';
import { CITYWIDE, inviteFirst } from '../cloudfunctions/setup/beginnings';
import { dayOf } from '../shared/kernel/calendar';
import { CannotStart, command } from './cannot-start';
import { readEnvironment } from './environment';
import { prepareStore } from './first-start';
import { openStore } from './open';

function asked(): { readonly role: string; readonly name: string } {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(2),
      options: { role: { type: 'string', default: 'center' }, name: { type: 'string', default: '' } },
    });
    return values;
  } catch {
    throw new CannotStart('用法：npm run invite -- --role center --name 张三');
  }
}

/** `npm run invite -- --role center --name 张三`: the first person of a real deployment, whom nobody could invite. */
command(async () => {
  const { role: wanted, name } = asked();
  const role = CITYWIDE.find((one) => one === wanted);
  if (!role) throw new CannotStart(`--role 只能是 ${CITYWIDE.join('、')}；其他角色由中心在页面里邀请`);
  const { dataDir, database, publicUrl } = readEnvironment({ ...process.env, DEMO: '0' });
  const store = await openStore(dataDir, database);
  const now = Date.now();
  await prepareStore(store, false, now);
  const { code, expiresAt } = await inviteFirst(store, role, name, now);
  await store.close();
  console.log(`邀请码 ${code}（到 ${dayOf(expiresAt)} 有效，只能用一次）`);
  console.log(`打开 ${publicUrl}/pages/me/index?invitation=${code} 接受邀请`);
});
