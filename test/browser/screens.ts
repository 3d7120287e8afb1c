import { posterOf, the, visitsOf } from './ids';
import type { RunningServer } from './server';

/** A screen of the demonstration that is looked at. */
export interface Screen {
  readonly name: string;
  /** A person of the demonstration; nobody: a browser that has never been here. */
  readonly as?: string;
  readonly path: string;
  /** Looked at in large type, too. */
  readonly large?: boolean;
}

/** One of each kind of page, with the content that it has in the demonstration. */
export async function screensOf(server: RunningServer): Promise<readonly Screen[]> {
  const { token, enterpriseId } = await posterOf(server, {
    commissioner: '许静川',
    contact: '叶舒宁',
    is: ({ state }) => state === 'planned',
  });
  const [station] = (await server.call(await server.session('韩朗之'), 'station.list', {})).stations;
  const at = `stationId=${station?.id}`;
  const toRate = the(await visitsOf(server, '方若溪', 'todo'), 'visit to rate', ({ next }) => next?.do === 'rate');
  const shown = await visitsOf(server, '许静川', 'today');
  const waiting = the(shown, 'visit that waits for its enterprise', ({ state }) => state === 'specialist_in');
  return [
    { name: 'sign-in', path: '/' },
    { name: 'home-commissioner', as: '周明远', path: '/', large: true },
    { name: 'home-contact', as: '方若溪', path: '/', large: true },
    { name: 'home-party', as: '程予安', path: '/' },
    { name: 'home-lead', as: '韩朗之', path: '/', large: true },
    { name: 'home-officer', as: '陈静', path: '/', large: true },
    { name: 'home-center', as: '高岩', path: '/', large: true },
    { name: 'home-auditor', as: '顾清和', path: '/' },
    { name: 'home-several', as: '沈亦农', path: '/' },
    { name: 'scan-form', as: '许静川', path: `/v?k=${token}`, large: true },
    { name: 'live', as: '许静川', path: `/pages/visit/live?id=${waiting.id}`, large: true },
    { name: 'rating', as: '方若溪', path: `/pages/rate/index?id=${toRate.id}`, large: true },
    { name: 'visit', as: '方若溪', path: `/pages/visit/index?id=${toRate.id}`, large: true },
    { name: 'visits', as: '周明远', path: '/pages/visits/index' },
    { name: 'plan', as: '白晚晴', path: '/pages/plan/index' },
    { name: 'notices', as: '周明远', path: '/pages/notices/index' },
    { name: 'me', as: '沈亦农', path: '/pages/me/index' },
    { name: 'progress', as: '韩朗之', path: `/station/progress/index?${at}`, large: true },
    { name: 'evidence', as: '韩朗之', path: `/station/evidence/index?${at}&metric=contacted`, large: true },
    { name: 'board', as: '高岩', path: '/station/board/index' },
    { name: 'enterprises', as: '白晚晴', path: '/station/enterprises/index' },
    { name: 'enterprise-poster', as: '叶舒宁', path: `/station/enterprise/index?id=${enterpriseId}` },
    { name: 'commissioners', as: '白晚晴', path: `/station/commissioners/index?${at}` },
    { name: 'designations', as: '韩朗之', path: `/station/designations/index?${at}` },
    { name: 'clauses', as: '韩朗之', path: '/station/clauses/index' },
    { name: 'settings', as: '高岩', path: '/station/settings/index' },
  ];
}
