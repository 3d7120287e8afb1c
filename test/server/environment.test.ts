import { CannotStart } from '../../server/cannot-start';
import { readEnvironment } from '../../server/environment';

const SECRET = 's'.repeat(32);
const REAL = {
  DEMO: '0',
  SESSION_SECRET: SECRET,
  CODE_KEYS: `1:${'n'.repeat(32)},0:${'o'.repeat(32)}`,
  PUBLIC_URL: 'https://example.test',
};

describe('环境变量', () => {
  test('什么也不设：演示，8080，同一网络可达', () => {
    expect(readEnvironment({})).toMatchObject({ demo: true, port: 8080, host: '0.0.0.0', dataDir: '.data' });
  });

  test('正式运行：只在本机监听，新密钥在前', () => {
    expect(readEnvironment(REAL)).toMatchObject({
      demo: false,
      host: '127.0.0.1',
      publicUrl: 'https://example.test',
      codeKeys: [
        { no: 1, secret: 'n'.repeat(32) },
        { no: 0, secret: 'o'.repeat(32) },
      ],
    });
  });

  test('空白等于没设；网址末尾的斜杠去掉', () => {
    expect(readEnvironment({ ...REAL, PORT: ' ', PUBLIC_URL: 'https://example.test/' })).toMatchObject({
      port: 8080,
      publicUrl: 'https://example.test',
    });
  });

  test.each(['SESSION_SECRET', 'CODE_KEYS', 'PUBLIC_URL'])('正式运行缺 %s：不启动，说出缺什么', (name) => {
    expect(() => readEnvironment({ ...REAL, [name]: undefined })).toThrow(CannotStart);
    expect(() => readEnvironment({ ...REAL, [name]: '' })).toThrow(name);
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'example.test'],
    ['PUBLIC_URL', 'ftp://example.test'],
    ['PUBLIC_URL', 'https://example.test/app'],
    ['SESSION_SECRET', 's'.repeat(31)],
    ['CODE_KEYS', SECRET],
    ['CODE_KEYS', `16:${SECRET}`],
    ['CODE_KEYS', `0:${SECRET},0:${SECRET}`],
    ['CODE_KEYS', `0:${SECRET},`],
    ['CODE_KEYS', `0:${'s'.repeat(31)}`],
    ['WX_APPID', 'wx1'],
    ['WX_SECRET', 's'],
  ])('%s=%s：不启动，指出是哪一个', (name, value) => {
    expect(() => readEnvironment({ ...REAL, [name]: value })).toThrow(CannotStart);
    expect(() => readEnvironment({ ...REAL, [name]: value })).toThrow(name);
  });
});
