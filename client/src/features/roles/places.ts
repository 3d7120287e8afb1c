import { withQuery } from '@/platform/route';
import { type Place, tabs } from '@/state/shell';
import type { Standing } from './standing';

const [home, , mine] = tabs as readonly [Place, Place, Place];
const visits = (word: string): Place => ({ word, icon: 'list', to: '/pages/visits/index' });

const enterprises: Place = { word: '企业与签到码', icon: 'building', to: '/station/enterprises/index' };
const commissioners: Place = { word: '产业特派员', icon: 'people', to: '/station/commissioners/index' };
const clauses: Place = { word: '办法与条款', icon: 'clause', to: '/station/clauses/index' };
const board: Place = { word: '全市站点', icon: 'grid', to: '/station/board/index' };

/** The address of a station's progress. */
export const progressOf = (stationId: string | undefined): string =>
  withQuery('/station/progress/index', { stationId });

const progress = (standing: Standing): Place => ({
  word: '站点进度',
  icon: 'bars',
  to: progressOf(standing.stationId),
});

/** The rail of a wide screen, by what the person is just now. */
export function placesFor(standing: Standing): readonly Place[] {
  switch (standing.kind) {
    case 'station':
    case 'district':
      return [home, progress(standing), visits('服务活动'), enterprises, commissioners, clauses, mine];
    case 'city':
      return [home, board, visits('服务活动'), enterprises, commissioners, clauses, mine];
    default:
      return [home, visits('我的服务'), clauses, mine];
  }
}
