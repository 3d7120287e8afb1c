import { usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import './app.scss';
import './platform/styles';
import { startQueue } from './features/queue/queue';
import { watchSession } from './platform/other-tab';
import { restart } from './platform/route';
import { watchDevice } from './state/device';

watchDevice();
watchSession();
// What a phone kept without network is sent wherever it is opened again.
startQueue();

export default function App({ children }: PropsWithChildren) {
  // An address that is no page any more: an old code or a mistyped link leads home, not to a blank screen.
  usePageNotFound(() => restart('/pages/home/index'));
  return children;
}
