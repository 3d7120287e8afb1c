import fc from 'fast-check';
import { sessionsWith } from '../../server/sessions';
import { CENTER, GUEST_2, LI, YQ_OFFICER } from '../journey/cast';
import { SECRET as EDGE_SECRET } from '../server/edge';
import { PATIENCE, tried } from './runs';
import { type Served, serveScene } from './served';

let served: Served;
beforeEach(async () => {
  served = await serveScene();
});
afterEach(() => served.close());

const issue = (personId: string, epoch = 0): string => served.edge.sessions.issue(personId, epoch);
const whoIs = async (token: string): Promise<unknown> => {
  const { status, body } = await served.edge.call('account.me', {}, token);
  return body.ok ? (body.data.person as { id: string }).id : status;
};

test(
  '改动凭证的任何一处，都不再是凭证；换不成别人',
  async () => {
    const own = issue(LI);
    const [, , , mac = ''] = own.split('.');
    const other = issue(CENTER);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc
            .tuple(fc.nat({ max: own.length - 1 }), fc.string({ minLength: 1, maxLength: 1 }))
            .map(([at, char]) => own.slice(0, at) + char + own.slice(at + 1)),
          fc.nat({ max: own.length }).map((at) => own.slice(0, at) + own.slice(at + 1)),
          fc.nat({ max: own.length }).map((at) => own.slice(0, at) + other.slice(at)),
          fc.constantFrom(CENTER, '__proto__', `${LI}\u0000`, `${LI} `, '').map((id) => own.replace(LI, id)),
          fc
            .constantFrom('', 'A'.repeat(43), mac.toLowerCase(), `${mac}=`, mac.split('').reverse().join(''))
            .map((m) => own.replace(mac, m)),
        ),
        async (token) => {
          fc.pre(token !== own && token !== other && /^[\x21-\x7e]+$/.test(token));
          expect([token, await whoIs(token)]).toEqual([token, 401]);
        },
      ),
      tried<[string]>(200),
    );
    expect(await whoIs(own)).toBe(LI);
  },
  PATIENCE,
);

test('别的密钥、从前的密钥签的，和没有签的一样', async () => {
  const now = () => served.edge.clock.now;
  for (const secret of ['', ' ', `${EDGE_SECRET} `, EDGE_SECRET.toUpperCase(), 'a secret of last year'])
    expect(await whoIs(sessionsWith([secret], now).issue(CENTER, 0))).toBe(401);
});

test('签到码、邀请码、别的用处的签名，不能当凭证', async () => {
  const { token } = await served.scene.world.as(CENTER).ok('enterprise.poster', { enterpriseId: 'EYQAAAAA2' });
  for (const other of [token, ...served.scene.invitations, `${CENTER}.0.99999999999999.${token}`])
    expect(await whoIs(other)).toBe(401);
});

test('退出以后：偷去的旧凭证处处不认；再登录的认', async () => {
  const stolen = issue(CENTER);
  expect((await served.edge.call('account.signOut', {}, stolen)).status).toBe(200);
  for (const name of ['account.me', 'account.notices', 'station.list', 'commissioner.list', 'enterprise.list'])
    expect([name, (await served.edge.call(name, {}, stolen)).status]).toEqual([name, 401]);
  // Not even calls that need no session take him for whom he was.
  const [invitation] = served.scene.invitations;
  const { body } = await served.edge.call('account.redeem', { invitation, name: '偷凭证的' }, stolen);
  const made = (body as unknown as { data: { token: string } }).data.token;
  expect(await whoIs(made)).not.toBe(CENTER);
  expect(await whoIs(issue(CENTER, 1))).toBe(CENTER);
});

test('一同发来的请求里有一个退出：之后没有一个旧凭证还能办事', async () => {
  const token = issue(YQ_OFFICER);
  await Promise.all(
    Array.from({ length: 12 }, (_, i) => served.edge.call(i === 5 ? 'account.signOut' : 'account.me', {}, token)),
  );
  expect(await whoIs(token)).toBe(401);
});

test('到期的、未来的、从没有过的代次', async () => {
  const token = issue(LI);
  expect([await whoIs(issue(LI, 1)), await whoIs(issue('P-never-seen', 3)), await whoIs(issue(LI, 2 ** 31))]).toEqual([
    401, 401, 401,
  ]);
  served.edge.clock.now += 31 * 86_400_000;
  expect(await whoIs(token)).toBe(401);
});

test('角色收回以后，还在有效期的凭证不再带着角色', async () => {
  const { invitation } = await served.scene.world
    .as(CENTER)
    .ok('account.invite', { nonce: 'nonce-of-invitation', role: 'city', scope: {} });
  const token = issue(GUEST_2);
  const redeemed = await served.edge.call('account.redeem', { invitation }, token);
  const { grant } = (redeemed.body as unknown as { data: { grant: { id: string } } }).data;
  expect((await served.edge.call('station.board', { year: 2026 }, token)).status).toBe(200);
  await served.scene.world
    .as(CENTER)
    .ok('account.revoke', { nonce: 'nonce-of-revocation', personId: GUEST_2, grantId: grant.id });
  expect((await served.edge.call('station.board', { year: 2026 }, token)).status).toBe(403);
});

test('用过的邀请码，换谁、换什么凭证都不能再用', async () => {
  const [invitation] = served.scene.invitations;
  const first = await served.edge.call('account.redeem', { invitation, name: '受邀的' });
  expect(first.status).toBe(200);
  for (const token of [undefined, issue(LI), issue('P-never-seen'), 'forged'])
    expect((await served.edge.call('account.redeem', { invitation }, token)).status).toBe(400);
});
