import { BlockList, isIP, isIPv4 } from 'node:net';

export type Trusts = (address: string) => boolean;

/** Addresses that no request from the public internet comes from. */
const PRIVATE = listOf([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  // Behind a carrier, in a container network, in a test network: not routed in public either.
  '100.64.0.0/10',
  '198.18.0.0/15',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
]) as BlockList;

const LOCAL_NAME = /^[^.]+$|\.(?:localhost|local|lan|internal|intranet|home|corp|home\.arpa|test|example|invalid)$/i;

/** IPv4 as such, also where a socket shows it in IPv6's form; without zone; undefined where it is no address. */
function plain(address: string): string | undefined {
  const [bare = ''] = address.trim().split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  return isIP(mapped ?? bare) === 0 ? undefined : (mapped ?? bare);
}

const includes = (list: BlockList, address: string): boolean => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

const REMEMBERED = 1000;
/** Every request asks, and nearly always about one of a few addresses. */
function remembering(judge: Trusts): Trusts {
  const known = new Map<string, boolean>();
  return (address) => {
    const before = known.get(address);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const now = judge(address);
    known.set(address, now);
    return now;
  };
}

/** @returns undefined where one is neither an address nor an address with the length of its network */
function listOf(networks: readonly string[]): BlockList | undefined {
  const list = new BlockList();
  for (const network of networks) {
    const [, address = '', length] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(network) ?? [];
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    if (version === 0 || Number(length ?? most) > most) return undefined;
    list.addSubnet(address, Number(length ?? most), version === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** Certainly from the public internet. What is no address at all says nothing. */
export const isPublicAddress = remembering((address) => {
  const one = plain(address);
  return one !== undefined && !includes(PRIVATE, one) && one !== '0.0.0.0' && one !== '::';
});

/** Whether a name in an address is one that the whole world can look up. */
export function isPublicHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? !LOCAL_NAME.test(bare) : isPublicAddress(bare);
}

/** The proxies that are believed when they say from where a request came: `10.0.0.5,192.168.1.0/24`; undefined where the text is anything else. */
export function proxiesFrom(text: string): Trusts | undefined {
  const list = listOf(text.split(',').map((one) => one.trim()));
  return (
    list &&
    remembering((address) => {
      const one = plain(address);
      return one !== undefined && includes(list, one);
    })
  );
}

/**
 * What a limit by address goes by. Of IPv6 the network, since whoever has one address there has them all.
 * @param address as the proxy or the socket says
 */
export function limitKeyOf(address: string): string {
  const one = plain(address);
  if (one === undefined || isIPv4(one)) return one ?? '';
  const [head = '', tail] = one.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
