import type { IncomingMessage } from 'node:http';
import { CannotStart } from './cannot-start';
import type { Environment } from './environment';
import { isPublicAddress, isPublicHost } from './network';

/** In a demonstration whoever comes becomes whom he likes: it stays in the room, unless whoever runs it says otherwise. */

const HOW = '演示里谁都可以扮演任何人。数据全是编造的、确实要公开演示时，设 DEMO_PUBLIC=1；正式运行请设 DEMO=0';

/** @throws CannotStart where a demonstration would be reached by a public address */
export function keepDemoPrivate(environment: Pick<Environment, 'demo' | 'demoPublic' | 'publicUrl' | 'host'>): void {
  const { demo, demoPublic, publicUrl, host } = environment;
  if (!demo || demoPublic) return;
  if (publicUrl !== undefined && isPublicHost(new URL(publicUrl).hostname))
    throw new CannotStart(`演示不能用公网的网址 PUBLIC_URL=${publicUrl}。${HOW}`);
  if (isPublicAddress(host)) throw new CannotStart(`演示不能在公网地址 HOST=${host} 上监听。${HOW}`);
}

/** Set by proxies and tunnels. Anybody can invent them: here that can only keep himself out. */
const TELLING = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip'];
// Bounded in each part: a long header must not cost more than its length.
const ADDRESS = /[\da-f]{0,4}:[\da-f:.]{1,45}|\d{1,3}(?:\.\d{1,3}){3}/gi;

/** Whether anything says that a request has come from the public internet. */
export function comesFromOutside({ socket, headers }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  if (isPublicAddress(socket.remoteAddress ?? '')) return true;
  return TELLING.some((name) => headers[name] && String(headers[name]).match(ADDRESS)?.some(isPublicAddress));
}
