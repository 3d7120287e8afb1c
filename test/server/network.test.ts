import { readEnvironment } from '../../server/environment';
import { isPublicAddress, isPublicHost, limitKeyOf } from '../../server/network';

describe('限额按什么地址算', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', ''],
  ])('%s → %s', (address, key) => {
    expect([address, limitKeyOf(address)]).toEqual([address, key]);
  });
});

describe('信哪些代理', () => {
  test.each(['127.0.0.1', '10.0.0.0/8, ::1', 'fd00::/8'])('TRUST_PROXY=%s', (text) => {
    expect(readEnvironment({ TRUST_PROXY: text }).trustsProxy('203.0.113.7')).toBe(false);
  });

  test.each(['*', '1', 'true', '10.0.0.0/33', '::/129', 'proxy.example', '10.0.0.1,'])(
    'TRUST_PROXY=%s：不启动',
    (text) => {
      expect(() => readEnvironment({ TRUST_PROXY: text })).toThrow('TRUST_PROXY');
    },
  );

  test('没有设时只信本机的代理', () => {
    const { trustsProxy } = readEnvironment({});
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '192.168.1.1'].map(trustsProxy)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('公网和内网', () => {
  test.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.15.255.255', true],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['192.169.0.1', true],
    ['169.254.1.1', false],
    ['100.64.0.1', false],
    ['100.128.0.1', true],
    ['203.0.113.7', true],
    ['::ffff:203.0.113.7', true],
    ['::ffff:192.168.1.1', false],
    ['::1', false],
    ['fe80::1%eth0', false],
    ['fd12::1', false],
    ['2001:db8::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['不是地址', false],
  ])('地址 %s 是公网：%s', (address, outside) => {
    expect([address, isPublicAddress(address)]).toEqual([address, outside]);
  });

  test.each([
    ['localhost', false],
    ['notebook', false],
    ['notebook.local', false],
    ['demo.office.lan', false],
    ['192.168.1.5', false],
    ['[fd00::5]', false],
    ['203.0.113.7', true],
    ['[2001:db8::1]', true],
    ['demo.example.org', true],
    ['local.example.org', true],
  ])('主机名 %s 是公网：%s', (host, outside) => {
    expect([host, isPublicHost(host)]).toEqual([host, outside]);
  });
});
