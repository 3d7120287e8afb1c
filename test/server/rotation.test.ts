import { codeKeysFrom } from '../../cloudfunctions/_core/code-keys';
import { liveToken, posterToken, readCode } from '../../cloudfunctions/_core/tokens';
import { CannotStart } from '../../server/cannot-start';
import { readEnvironment } from '../../server/environment';
import { sessionsWith } from '../../server/sessions';
import { type Edge, NOW, startEdge } from './edge';

const OLD = 'o'.repeat(32);
const NEW = 'n'.repeat(32);
const with_ = (...secrets: [string, ...string[]]) => sessionsWith(secrets, () => NOW);

describe('换会话密钥', () => {
  test('重叠期里新的签发，两个都认；去掉旧的以后，旧的不认', () => {
    const before = with_(OLD).issue('P1', 0);
    const overlap = with_(NEW, OLD);
    const after = overlap.issue('P1', 0);
    expect(overlap.verify(before)).toEqual({ personId: 'P1', epoch: 0 });
    expect(overlap.verify(after)).toEqual({ personId: 'P1', epoch: 0 });
    expect(with_(NEW).verify(after)).toEqual({ personId: 'P1', epoch: 0 });
    expect(with_(NEW).verify(before)).toBeNull();
    expect(with_(OLD).verify(after)).toBeNull();
  });

  test('写成「新,旧」；一个也可以；有一个太短就不启动', () => {
    expect(readEnvironment({ SESSION_SECRET: `${NEW}, ${OLD}` }).sessionSecrets).toEqual([NEW, OLD]);
    expect(readEnvironment({ SESSION_SECRET: NEW }).sessionSecrets).toEqual([NEW]);
    const real = { DEMO: '0', PUBLIC_URL: 'https://example.test', CODE_KEYS: `0:${OLD}` };
    for (const SESSION_SECRET of [`${NEW},short`, `${NEW},`, `,${NEW}`])
      expect(() => readEnvironment({ ...real, SESSION_SECRET })).toThrow(CannotStart);
  });

  describe('在服务器上', () => {
    const opened: Edge[] = [];
    afterEach(() => Promise.all(opened.splice(0).map((edge) => edge.close())));
    const statusWith = async (secrets: [string, ...string[]], token: string): Promise<number> => {
      const edge = await startEdge({ secrets });
      opened.push(edge);
      await edge.person('P1');
      return (await edge.call('account.me', {}, token)).status;
    };

    test('登录过的人在重叠期里不用重新登录，之后要', async () => {
      const token = with_(OLD).issue('P1', 0);
      expect(await statusWith([NEW, OLD], token)).toBe(200);
      expect(await statusWith([NEW], token)).toBe(401);
    });
  });
});

describe('换签到码密钥', () => {
  const keys = (text: string) => codeKeysFrom(text) ?? [];
  const before = keys(`0:${OLD}`);
  const overlap = keys(`1:${NEW},0:${OLD}`);
  const after = keys(`1:${NEW}`);
  const printed = posterToken(before, 'YQAAAAA2');
  const read = (with__: typeof before, token: string) => readCode(with__, token, 'P1', NOW);

  test('贴在墙上的旧码在重叠期里照认，去掉旧密钥以后不认', () => {
    expect(read(before, printed)).toEqual({ kind: 'poster', shortCode: 'YQAAAAA2' });
    expect(read(overlap, printed)).toEqual({ kind: 'poster', shortCode: 'YQAAAAA2' });
    expect(read(after, printed)).toBe('code-forged');
  });

  test('重叠期里印的、出示的都用新密钥，去掉旧的以后仍然认', () => {
    const poster = posterToken(overlap, 'YQAAAAA2');
    expect(poster).not.toBe(printed);
    expect(read(after, poster)).toEqual({ kind: 'poster', shortCode: 'YQAAAAA2' });
    expect(read(after, liveToken(overlap, 'abcdefghij', NOW, 1))).toMatchObject({ kind: 'live' });
    expect(read(before, poster)).toBe('code-forged');
  });

  test('旧编号给了别的密钥：旧码是伪造的，不会当成别的码', () => {
    expect(read(keys(`0:${NEW}`), printed)).toBe('code-forged');
  });
});
