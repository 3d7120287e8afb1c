import { create } from 'zustand';
import { watchNetwork } from '../platform/network';
import { storage } from '../platform/storage';
import { fontScale } from '../platform/type-size';

interface Device {
  readonly online: boolean;
  /** 关怀模式: on by the person's own switch, or because the phone's text is set a quarter larger. */
  readonly large: boolean;
}

/** What the whole app knows about this device. */
export const useDevice = create<Device>(() => ({ online: true, large: false }));

const enough = 1.25;

/** Once, when the app starts. */
export function watchDevice(): void {
  const chosen = storage.get<unknown>('large');
  useDevice.setState({ large: typeof chosen === 'boolean' ? chosen : fontScale() >= enough });
  watchNetwork((online) => {
    if (useDevice.getState().online !== online) useDevice.setState({ online });
  });
}

/** The person's own switch; it stays on this device and outlasts the phone's setting. */
export function setLarge(large: boolean): void {
  storage.set('large', large);
  useDevice.setState({ large });
}
