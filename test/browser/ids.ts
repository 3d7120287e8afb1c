import type { Output } from '../../shared/api';
import type { RunningServer } from './server';

type Visit = Output<'visit.list'>['visits'][number];

/** The visits of somebody of the demonstration: today's, or those that wait for something. */
export async function visitsOf(server: RunningServer, who: string, only: 'today' | 'todo'): Promise<readonly Visit[]> {
  const session = await server.session(who);
  return (await server.call(session, 'visit.list', { of: 'mine', only, limit: 100 })).visits;
}

export function the<T>(list: readonly T[], what: string, is: (one: T) => boolean): T {
  const found = list.find(is);
  if (!found) throw new Error(`the demonstration has no ${what}`);
  return found;
}

/** Today's visit of a commissioner at an enterprise whose name has this in it, and the code on that enterprise's poster. */
export async function posterOf(server: RunningServer, commissioner: string, enterprise: string) {
  const visits = await visitsOf(server, commissioner, 'today');
  const visit = the(visits, `visit at ${enterprise} today`, (one) => one.enterprise.name.includes(enterprise));
  const enterpriseId = visit.enterprise.id;
  const contact = await server.session('白晚晴');
  const { token } = await server.call(contact, 'enterprise.poster', { enterpriseId });
  return { token, enterpriseId, visitId: visit.id };
}
