import fc from 'fast-check';
import { METRICS, type Metric, VIEWS } from '../../shared/station';
import { tallyOf } from '../builders';
import { asked, history } from '../builders/histories';
import { naiveCount } from '../builders/naive-count';

const RUNS = 800;

describe('STN-06-A1 STN-06-A2 STN-06-B1 STN-06-C1 与独立的一遍点数相等', () => {
  test('任意的一年：四项指标两种口径的计入数都相等，待定数不多不少', () => {
    const seen: Record<Metric, number> = { contacted: 0, keyServed: 0, zjtx: 0, personTimes: 0 };
    const pending = { contacted: 0, keyServed: 0 };
    fc.assert(
      fc.property(history, asked, ({ records, now }, whose) => {
        const counts = tallyOf(records, whose, now);
        for (const view of VIEWS) {
          const naive = naiveCount(records, whose, view, now);
          for (const metric of METRICS) {
            expect([view, metric, counts[view][metric].counted]).toEqual([view, metric, naive.counted[metric]]);
            seen[metric] += naive.counted[metric];
          }
          expect([view, counts[view].contacted.pending]).toEqual([view, naive.contactedPending]);
          const waiting = counts[view].keyServed.pending;
          expect(waiting).toBeGreaterThanOrEqual(naive.keyPendingAtLeast);
          expect(waiting).toBeLessThanOrEqual(naive.keyPendingAtMost);
          pending.contacted += naive.contactedPending;
          pending.keyServed += naive.keyPendingAtLeast;
        }
      }),
      { numRuns: RUNS },
    );
    // The histories must reach what they are meant to compare.
    for (const metric of METRICS) expect([metric, seen[metric] > RUNS / 10]).toEqual([metric, true]);

    expect(pending.contacted).toBeGreaterThan(RUNS / 20);
    expect(pending.keyServed).toBeGreaterThan(RUNS / 20);
  });
});
