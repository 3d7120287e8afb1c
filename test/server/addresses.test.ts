import { addressesOf } from '../../server/addresses';

describe('码里写的地址', () => {
  const everywhere = addressesOf('0.0.0.0', 8080);

  test.each(['localhost:8080', '127.0.0.1:8080', ...everywhere.lan.map((url) => url.slice('http://'.length))])(
    '从 %s 来，就写这个地址',
    (host) => {
      expect(everywhere.for(host)).toBe(`http://${host}`);
    },
  );

  test.each([
    undefined,
    '',
    'elsewhere.test',
    'localhost:8081',
    'localhost',
    'localhost:8080@elsewhere.test',
    'x/localhost:8080',
  ])('不是自己的地址 %s：写本机的', (host) => {
    expect(everywhere.for(host)).toBe('http://localhost:8080');
  });

  test('只在一个地址监听时就是它', () => {
    const one = addressesOf('127.0.0.1', 8080);
    expect([one.local, one.lan, one.for('localhost:8080')]).toEqual([
      'http://127.0.0.1:8080',
      [],
      'http://127.0.0.1:8080',
    ]);
    expect(addressesOf('::1', 8080).local).toBe('http://[::1]:8080');
  });
});
