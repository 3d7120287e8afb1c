import { create } from 'zustand';
import type { IconName } from '../ui/icons';

export interface Place {
  readonly word: string;
  readonly icon: IconName;
  readonly to: string;
}

interface Shell {
  /** The rail on a wide screen. Set after signing in, by role. */
  readonly places: readonly Place[];
  /** Who is signed in, below the rail. */
  readonly identity: { readonly name: string; readonly org: string } | null;
}

/** The three main places: the tab bar on a phone. */
export const tabs: readonly Place[] = [
  { word: '首页', icon: 'home', to: '/pages/home/index' },
  { word: '我的服务', icon: 'list', to: '/pages/visits/index' },
  { word: '我的', icon: 'person', to: '/pages/me/index' },
];

export const useShell = create<Shell>(() => ({ places: tabs, identity: null }));
