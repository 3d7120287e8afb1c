import { logs } from '../cloudfunctions/_core/log';
import { accessLog, type Observe, type TripSeen, watchStore } from '../cloudfunctions/_core/observe';
import type { Store } from '../cloudfunctions/_core/store';
import { serveMetrics } from './http/metrics-port';
import type { Metrics } from './metrics';
import type { NightlySeen } from './nightly';
import type { Operating } from './operating';
import type { Readiness } from './readiness';

/** Everybody who looks on is told. */
const together = (all: readonly Observe[]): Observe => ({
  call: (seen) => {
    for (const one of all) one.call(seen);
  },
  trip: (seen) => {
    for (const one of all) one.trip(seen);
  },
});

export interface Watching {
  readonly observe: Observe;
  readonly metrics: Metrics | undefined;
  nightly(seen: NightlySeen): void;
  /** The store for what works beside the calls. */
  watched(store: Store, by: TripSeen['by']): Store;
}

/** Puts together who looks on, as the operator has asked for it. */
export async function watch(
  asked: Operating['metrics'],
  readiness: Readiness,
  spaceLeft: (() => Promise<number>) | undefined,
): Promise<Watching> {
  let metrics: Metrics | undefined;
  if (asked) {
    // Only here, so that a server without metrics does not load them.
    const { createMetrics } = await import('./metrics');
    const isReady = async (): Promise<boolean> => (await readiness.why()) === undefined;
    metrics = createMetrics({ isReady, ...(spaceLeft && { spaceLeft }) });
    await serveMetrics(metrics, asked);
  }
  const observe = together([
    { call: () => undefined, trip: readiness.trip },
    ...(logs('info') ? [accessLog] : []),
    ...(metrics ? [metrics] : []),
  ]);
  return {
    observe,
    metrics,
    nightly: (seen) => metrics?.nightly(seen),
    watched: (store, by) => watchStore(store, by, observe.trip),
  };
}
