import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observe } from '../cloudfunctions/_core/observe';
import { version } from '../package.json';
import type { FailureCode } from '../shared/api';
import type { NightlySeen } from './nightly';

export interface Metrics extends Observe {
  /** A request that was answered before any call saw it: no such call, a body that is no JSON, a session that does not hold. */
  turnedAway(code: FailureCode): void;
  /** A session token that is forged, cut or past its time. */
  sessionRefused(): void;
  nightly(seen: NightlySeen): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What is asked only when somebody reads. */
export interface Gauges {
  readonly isReady: () => Promise<boolean>;
  /** Missing where the disk is another machine's. */
  readonly spaceLeft?: () => Promise<number>;
}

/** From a read on SQLite to the limits of patience, in seconds. */
const CALL_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STORE_BUCKETS = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30];

/**
 * What an operator watches. Labels are names of calls and codes, which are few: nothing that comes from a request becomes a
 * label, so the number of series has a bound.
 */
export function createMetrics({ isReady, spaceLeft }: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = <L extends string>(name: string, help: string, ...labelNames: readonly L[]): Counter<L> =>
    new Counter({ name: `qianren_${name}`, help, labelNames, registers });
  const gauge = (name: string, help: string, now?: () => Promise<number>): Gauge =>
    new Gauge({
      name: `qianren_${name}`,
      help,
      registers,
      ...(now && {
        async collect() {
          this.set(await now().catch(() => Number.NaN));
        },
      }),
    });
  const histogram = <L extends string>(name: string, help: string, buckets: number[], label: L): Histogram<L> =>
    new Histogram({ name: `qianren_${name}`, help, labelNames: [label], buckets, registers });

  new Gauge({
    name: 'qianren_build_info',
    help: 'Version of the program and of Node.js; always 1',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.version }, 1);
  gauge('ready', '1 where readyz answers 200', async () => ((await isReady()) ? 1 : 0));
  if (spaceLeft) gauge('data_free_bytes', 'Room on the disk of the embedded database', spaceLeft);

  const calls = counter('calls_total', 'Calls by reply code', 'call', 'code');
  const callSeconds = histogram('call_seconds', 'Time to answer a call', CALL_BUCKETS, 'call');
  const trips = counter('call_trips_total', 'Uses of the store by call', 'call');
  const conflicts = counter('commit_conflicts_total', 'Commits that others were faster than, decided again', 'call');
  const turned = counter('turned_away_total', 'Requests that no call saw', 'code');
  const sessions = counter('sessions_refused_total', 'Session tokens that are forged, cut or past their time');
  const storeSeconds = histogram('store_seconds', 'Time of the store to answer', STORE_BUCKETS, 'verb');
  const storeFailures = counter('store_failures_total', 'Uses of the store that failed', 'verb');
  const written = counter('notices_written_total', 'Notices to people');
  const read = counter('notices_read_total', 'Notices that were marked as read');
  const nightlyAt = gauge('nightly_last_success_timestamp_seconds', 'When the nightly work last came to its end');
  const nightlySeconds = gauge('nightly_seconds', 'How long it took then');
  const differences = gauge('nightly_differences', 'Kept numbers that the recount had to correct then: a bug');
  const nightlyFailures = counter('nightly_failures_total', 'Nights whose work failed');
  // Alarms on an increase need a series that is there before the first event.
  for (const verb of ['get', 'find', 'commit']) storeFailures.inc({ verb }, 0);

  return {
    call({ call, code, ms, trips: count }) {
      calls.inc({ call, code });
      callSeconds.observe({ call }, ms / 1000);
      trips.inc({ call }, count);
    },
    trip({ by, verb, outcome, ms, notices }) {
      storeSeconds.observe({ verb }, ms / 1000);
      if (outcome === 'conflict') conflicts.inc({ call: by });
      if (outcome === 'failure') storeFailures.inc({ verb });
      if (notices) {
        written.inc(notices.written);
        read.inc(notices.read);
      }
    },
    turnedAway: (code) => turned.inc({ code }),
    sessionRefused: () => sessions.inc(),
    nightly(seen) {
      if (!seen.ok) return nightlyFailures.inc();
      nightlyAt.set(seen.at / 1000);
      nightlySeconds.set(seen.ms / 1000);
      differences.set(seen.differences);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
