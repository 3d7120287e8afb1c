import { networkInterfaces } from 'node:os';

/** IPv4 addresses under which others on the same network reach this machine. */
const lanHosts = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);

const LOCAL = ['localhost', '127.0.0.1'];
const EVERYWHERE = ['0.0.0.0', '::'];

export interface Addresses {
  readonly local: string;
  readonly lan: readonly string[];
  /** The address to put into codes for a visitor who came by this Host header; never one that is not ours. */
  for(host: string | undefined): string;
}

export function addressesOf(host: string, port: number): Addresses {
  const everywhere = EVERYWHERE.includes(host);
  const urlOf = (name: string): string => `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  const lan = everywhere ? lanHosts() : [];
  const own = new Set([...(everywhere ? [...LOCAL, ...lan] : [host])].map(urlOf));
  const local = urlOf(everywhere ? 'localhost' : host);
  return {
    local,
    lan: lan.map(urlOf),
    for: (asked) => (asked !== undefined && own.has(`http://${asked}`) ? `http://${asked}` : local),
  };
}
