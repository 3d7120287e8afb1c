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

/** Today's visit of a commissioner at an enterprise, and the code on that enterprise's poster, as the contact of its station sees it. */
export async function posterOf(
  server: RunningServer,
  of: { readonly commissioner: string; readonly contact: string; readonly is: (visit: Visit) => boolean },
) {
  const visit = the(await visitsOf(server, of.commissioner, 'today'), 'such a visit today', of.is);
  const enterpriseId = visit.enterprise.id;
  const { token } = await server.call(await server.session(of.contact), 'enterprise.poster', { enterpriseId });
  return { token, enterpriseId, visitId: visit.id };
}

export const isAt =
  (enterprise: string) =>
  (visit: Visit): boolean =>
    visit.enterprise.name.includes(enterprise);
