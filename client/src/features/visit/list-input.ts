import type { Standing } from '@/features/roles';
import type { Input } from '@/gateway';

export type Filter = 'all' | 'todo';

/** Whose visits this standing looks at; undefined while a station has to be chosen first. */
export function listInput(
  standing: Standing,
  only: Filter,
  stationId: string | undefined,
): Input<'visit.list'> | undefined {
  switch (standing.kind) {
    case 'enterprise':
      return {
        of: 'enterprise',
        only,
        ...(standing.enterpriseId !== undefined && { enterpriseId: standing.enterpriseId }),
      };
    case 'station':
    case 'district':
      return standing.stationId === undefined ? undefined : { of: 'station', stationId: standing.stationId, only };
    case 'city':
      return stationId === undefined ? undefined : { of: 'station', stationId, only };
    default:
      return { of: 'mine', only };
  }
}

/** 我的服务 for who takes part, 服务活动 for who answers for a station. */
export const listTitle = ({ kind }: Standing): string =>
  kind === 'station' || kind === 'district' || kind === 'city' ? '服务活动' : '我的服务';
