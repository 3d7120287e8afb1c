import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS } from '../../cloudfunctions/_core/collections';
import { personDraft } from '../../cloudfunctions/_core/documents';
import { personIdFrom } from '../../cloudfunctions/_core/ids';
import { LIMITS } from '../../cloudfunctions/_core/limits.params';
import { newPerson } from '../../cloudfunctions/_core/new-person';
import type { Change } from '../../cloudfunctions/_core/store';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { writeOf } from '../../cloudfunctions/_core/write';
import type { Grant } from '../../shared/access';
import { contract } from '../../shared/api';
import { cast, commissionerNamed, enterprise } from '../journey/cast';
import { openWxStore } from '../wire/open';
import { BUILT, SETTINGS, useCloud } from './instance';

const FUNCTIONS = [...new Set(Object.keys(contract).map((name) => name.slice(0, name.indexOf('.'))))];
/** Called by a timer, and by whoever deploys. */
const UNASKED = ['nightly', 'setup'];
const json = (...path: string[]): Record<string, unknown> => JSON.parse(readFileSync(join(BUILT, ...path), 'utf8'));

/** As WeChat hands them out. */
const COMMISSIONER = 'oCommissioner-0123456789abcd';
const VISITOR = 'oVisitor-0123456789abcdefghi';
const CONTACT = 'oContact-0123456789abcdefghi';

const contactOf = (enterpriseId: string, id: string): Change => {
  const grant: Grant = {
    id: 'grant:contact',
    role: 'enterpriseContact',
    scope: { enterpriseId },
    from: '2025-01-01',
    grantedBy: 'system',
  };
  return writeOf('persons', personDraft({ ...newPerson(id, '丁二', 0), grants: [grant] }), undefined);
};

describe('每个云函数的文件夹', () => {
  test('每个领域一个，加上每夜的和部署用的', () => {
    const folders = readdirSync(BUILT, { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...FUNCTIONS, ...UNASKED].sort());
  });

  test.each([...FUNCTIONS, ...UNASKED])('%s：一个文件（画 PDF 的另放），不装依赖，写明权限', (name) => {
    expect(json(name, 'package.json')).toMatchObject({ name, main: 'index.js' });
    expect(json(name, 'package.json')).not.toHaveProperty('dependencies');
    expect(json(name, 'config.json')).toMatchObject({ permissions: { openapi: [] } });
    expect(readdirSync(join(BUILT, name)).filter((file) => file.endsWith('.js'))).toEqual(
      name === 'enterprise' ? ['index.js', 'pdfkit.js'] : ['index.js'],
    );
    expect(existsSync(join(BUILT, name, 'index.ts'))).toBe(false);
  });

  test('只有每夜的有定时器：七段，午夜之后', () => {
    expect(json('nightly', 'config.json')).toMatchObject({ triggers: [{ type: 'timer', config: '0 5 0 * * * *' }] });
    for (const name of [...FUNCTIONS, 'setup']) expect(json(name, 'config.json')).not.toHaveProperty('triggers');
  });

  test('索引与代码里的查询一一对应', () => {
    const indexes = json('indexes.json') as unknown as {
      collection: string;
      CreateIndexes: { IndexName: string; MgoKeySchema: { MgoIndexKeys: { Name: string }[] } }[];
    }[];
    const fields = indexes.map(({ collection, CreateIndexes }) => [
      collection,
      CreateIndexes.map(({ MgoKeySchema }) => MgoKeySchema.MgoIndexKeys.map(({ Name }) => Name)),
    ]);
    expect(fields).toEqual(Object.entries(COLLECTIONS).map(([name, { queries }]) => [name, queries]));
  });
});

describe('单独拿出来，在线协议上真的能用', () => {
  const { wire, start } = useCloud();

  beforeEach(async () => {
    const store = openWxStore(wire());
    const people = [
      commissionerNamed(personIdFrom('wx', COMMISSIONER), '周特派'),
      contactOf('EWXAAAAA2', personIdFrom('wx', CONTACT)),
      enterprise('EWXAAAAA2', '延庆丁精密仪器有限公司', '110119', { contacts: [personIdFrom('wx', CONTACT)] }),
    ];
    for (const change of [...cast, ...people]) expect(await store.commit([change])).toBe('done');
  });

  test.each(FUNCTIONS)('%s：加载，不认识的接口说没有', async (name) => {
    const instance = await start(name);
    expect(await instance.call(`${name}.none`, {})).toMatchObject({ ok: false, code: 'not-found' });
    expect(await instance.call('toString', {})).toMatchObject({ ok: false, code: 'not-found' });
    for (const event of [undefined, null, 'x', [], {}, { call: 1 }])
      expect(await instance.send(event)).toMatchObject({ ok: false, code: 'bad-input' });
  });

  test('扫企业码签到，出实时码，对方扫码签到：身份来自微信，不来自输入', async () => {
    const visit = await start('visit');
    const form = { orgName: '星野材料研究院', title: '研究员', need: '产线能耗诊断' };
    const code = posterToken([{ no: 0, secret: 'k'.repeat(32) }], 'WXAAAAA2');
    const first = await visit.call('visit.checkIn', { nonce: 'nonce-first', code, ...form }, COMMISSIONER);
    expect(first).toMatchObject({ ok: true, data: { side: 'specialist', replayed: false } });
    const again = await visit.call('visit.checkIn', { nonce: 'nonce-first', code, ...form }, COMMISSIONER);
    expect(again).toMatchObject({ ok: true, data: { replayed: true } });
    const visitId = first.ok ? first.data.visitId : '';
    const live = await visit.call('visit.liveCode', { visitId }, COMMISSIONER);
    expect(live).toMatchObject({ ok: true, data: { url: expect.stringMatching(/^https:\/\/example\.test\/v\?k=/) } });
    const token = live.ok ? live.data.token : '';
    const other = { ...form, orgName: '延庆丁精密仪器有限公司', name: '丁一' };
    const second = await visit.call('visit.checkIn', { nonce: 'nonce-second', code: token, ...other }, VISITOR);
    expect(second).toMatchObject({ ok: true, data: { visitId, side: 'enterprise', state: 'in_service' } });
    expect(await visit.call('visit.get', { visitId })).toMatchObject({ ok: false, code: 'not-signed-in' });
    expect(await visit.call('visit.get', { visitId, openid: COMMISSIONER }, VISITOR)).toMatchObject({
      ok: false,
      code: 'bad-input',
    });
  });

  test('同一实例先后来两个人，各是各的', async () => {
    const account = await start('account');
    const idOf = async (openId: string): Promise<unknown> => {
      const reply = await account.call('account.me', {}, openId);
      return reply.ok && (reply.data.person as { id: string }).id;
    };
    const ids = await Promise.all([idOf(COMMISSIONER), idOf(VISITOR), idOf(COMMISSIONER)]);
    expect(ids).toEqual([COMMISSIONER, VISITOR, COMMISSIONER].map((openId) => personIdFrom('wx', openId)));
  });

  test('一个人猜码猜得太多：不再写下来；同一实例上的别人不受影响', async () => {
    const visit = await start('visit');
    const code = posterToken([{ no: 0, secret: 'x'.repeat(32) }], 'WXAAAAA2');
    const guess = (openId: string, i: number) =>
      visit.call(
        'visit.checkIn',
        { nonce: `nonce-guess-${i}`, code, orgName: '某院', title: '研究员', need: '诊断' },
        openId,
      );
    for (let i = 0; i < LIMITS.wrongCode.person.burst; i += 1)
      expect(await guess(VISITOR, i)).toMatchObject({ ok: false, code: 'refused' });
    const written = () => wire().requests.filter((action) => action === 'database.insertDocument').length;
    const before = written();
    expect(await guess(VISITOR, 999)).toMatchObject({ ok: false, code: 'too-many', retryAfter: expect.any(Number) });
    expect(written()).toBe(before);
    expect(await guess(CONTACT, 0)).toMatchObject({ ok: false, code: 'refused' });
    expect(written()).toBe(before + 1);
  });

  test('演示用的接口在云里不存在', async () => {
    const account = await start('account');
    for (const [name, input] of [
      ['account.people', {}],
      ['account.guest', {}],
      ['account.actAs', { personId: personIdFrom('wx', COMMISSIONER) }],
    ] as const)
      expect(await account.call(name, input, VISITOR)).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('企业签到码的 PDF：字体随文件夹走', async () => {
    const instance = await start('enterprise');
    const reply = await instance.call('enterprise.posterPdf', { enterpriseId: 'EWXAAAAA2' }, CONTACT);
    const pdf = Buffer.from(reply.ok ? String(reply.data.base64) : '', 'base64');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/NotoSansSC/);
  });

  test.each(['CODE_KEYS', 'PUBLIC_URL'] as const)('缺少 %s：不办，日志里写明', async (missing) => {
    const { [missing]: _, ...rest } = SETTINGS;
    const account = await start('account', rest);
    expect(await account.call('account.me', {}, COMMISSIONER)).toMatchObject({ ok: false, code: 'broken' });
    expect(account.log()).toContain(missing);
    expect(wire().requests.filter((action) => action.includes('modify'))).toEqual([]);
  });

  test('每夜的工作：定时器能叫，人叫不动', async () => {
    const nightly = await start('nightly');
    expect(await nightly.send({ Type: 'Timer', TriggerName: 'nightly' }, VISITOR)).toBeNull();
    expect(await nightly.send({ Type: 'Timer', TriggerName: 'nightly' })).toMatchObject({
      differences: [],
      root: expect.any(String),
    });
  });
});

describe('部署的人第一次', () => {
  const KEY = 'a key that was made for this one time';
  const withKey = { ...SETTINGS, SETUP_KEY: KEY };
  const { wire, start } = useCloud();

  test('得到一份邀请，接受的人就是中心；17 个站点都在；再来一次不重复', async () => {
    const setup = await start('setup', withKey);
    const { code } = (await setup.send({ key: KEY, name: '张三' })) as { code: string };
    expect(await setup.send({ key: KEY })).toMatchObject({ code: expect.any(String) });
    const account = await start('account');
    const redeemed = await account.call('account.redeem', { invitation: code }, VISITOR);
    expect(redeemed).toMatchObject({ ok: true, data: { grant: { role: 'center' } } });
    expect(await account.call('account.redeem', { invitation: code }, CONTACT)).toMatchObject({ ok: false });
    const stations = await openWxStore(wire()).find({ collection: 'stations' });
    expect(stations.docs.map(({ rev }) => rev)).toEqual(Array(17).fill(1));
  });

  test.each<[string, unknown, Readonly<Record<string, string>>, string | undefined]>([
    ['钥匙不对', { key: `${KEY}.` }, withKey, undefined],
    ['没有钥匙', {}, withKey, undefined],
    ['没有设钥匙', { key: '' }, SETTINGS, undefined],
    ['设的钥匙太短', { key: 'short' }, { ...SETTINGS, SETUP_KEY: 'short' }, undefined],
    ['从手机上来', { key: KEY }, withKey, VISITOR],
  ])('%s：什么也不发生', async (_title, event, settings, openId) => {
    const setup = await start('setup', settings);
    expect(await setup.send(event, openId)).toBeNull();
    expect(wire().requests).toEqual([]);
  });
});
