import fc from 'fast-check';
import { dayOf, type Instant } from '../../shared/kernel/calendar';
import {
  addCounts,
  contextOf,
  countItems,
  countsChangeAt,
  type EnterpriseFacts,
  type Item,
  itemsOf,
  METRICS,
  STATUSES,
  tally,
  VIEWS,
  type ViewCounts,
} from '../../shared/station';
import { effective, elapsed, nextChangeAt, serviceDateOf, stateAt, type Visit } from '../../shared/visit';
import { type Asked, at, DAY, factsOf, type Records, stationYearOf, struck, tallyOf } from '../builders';
import { asked, type History, history } from '../builders/histories';

const RUNS = { numRuns: 300 };

/** Every counted number, one after the other. */
const counted = (counts: ViewCounts): readonly number[] =>
  VIEWS.flatMap((view) => METRICS.map((metric) => counts[view][metric].counted));
const nowhereMore = (less: ViewCounts, more: ViewCounts): void => {
  for (const [i, number] of counted(less).entries()) expect(number).toBeLessThanOrEqual(counted(more)[i] as number);
};

/** Every line of evidence in both views, enterprise by enterprise. */
const evidence = (records: Records, whose: Asked, now: Instant): readonly (readonly Item[])[] =>
  [...factsOf(records, whose)]
    .sort((a, b) => (a.enterpriseId < b.enterpriseId ? -1 : 1))
    .flatMap((facts) => VIEWS.map((view) => itemsOf(facts, contextOf(stationYearOf(whose), view, now))));

const withVisit = (records: Records, index: number, change: (visit: Visit) => Visit): Records => ({
  ...records,
  visits: records.visits.map((visit, i) => (i === index ? change(visit) : visit)),
});
const pick = <T>(items: readonly T[], seed: number): number | undefined =>
  items.length === 0 ? undefined : seed % items.length;

/** A history, one of its visits, and a number to choose within it. */
const touched = fc
  .tuple(history, asked, fc.nat(), fc.nat())
  .filter(([{ records }]) => records.visits.length > 0)
  .map(([{ records, now }, whose, a, seed]) => {
    const index = a % records.visits.length;
    return { records, now, whose, index, visit: records.visits[index] as Visit, seed };
  });

const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

const reordered = ({ records, now }: History): fc.Arbitrary<readonly [History, Records]> =>
  fc
    .record({
      visits: shuffled(records.visits),
      persons: shuffled(records.persons),
      enterprises: shuffled(records.enterprises),
      designations: shuffled(records.designations),
    })
    .map((other) => [
      { records, now },
      {
        ...other,
        visits: other.visits.map((one) => ({
          ...one,
          checkIns: [...one.checkIns].reverse(),
          ratings: [...one.ratings].reverse(),
        })),
      },
    ]);

describe('STN-06-A1 STN-06-A2 STN-06-B1 STN-06-C1 计数的性质', () => {
  test('与记录的先后无关', () => {
    fc.assert(
      fc.property(history.chain(reordered), asked, ([{ records, now }, other], whose) => {
        expect(tallyOf(other, whose, now)).toEqual(tallyOf(records, whose, now));
        expect(evidence(other, whose, now)).toEqual(evidence(records, whose, now));
      }),
      RUNS,
    );
  });

  test('作废一次服务，任何指标不会变多', () => {
    fc.assert(
      fc.property(touched, ({ records, now, whose, index }) => {
        const voided = withVisit(records, index, (one) => ({ ...one, voided: struck() }));
        nowhereMore(tallyOf(voided, whose, now), tallyOf(records, whose, now));
      }),
      RUNS,
    );
  });

  test('作废一次签到，只要服务日不因此改变，任何指标不会变多', () => {
    fc.assert(
      fc.property(touched, ({ records, now, whose, index, visit, seed }) => {
        const gone = pick(visit.checkIns, seed);
        const strike = (one: Visit): Visit => ({
          ...one,
          checkIns: one.checkIns.map((checkIn, i) => (i === gone ? { ...checkIn, voided: struck() } : checkIn)),
        });
        fc.pre(serviceDateOf(strike(visit)) === serviceDateOf(visit));
        nowhereMore(tallyOf(withVisit(records, index, strike), whose, now), tallyOf(records, whose, now));
      }),
      RUNS,
    );
  });

  test('作废一份评价，任何指标不会变多', () => {
    fc.assert(
      fc.property(touched, ({ records, now, whose, index, seed }) => {
        const voided = withVisit(records, index, (one) => {
          const gone = pick(one.ratings, seed);
          return { ...one, ratings: one.ratings.map((r, i) => (i === gone ? { ...r, voided: struck() } : r)) };
        });
        nowhereMore(tallyOf(voided, whose, now), tallyOf(records, whose, now));
      }),
      RUNS,
    );
  });

  test('多一份评价，不论分数，任何指标不会变少；分数改成几分都一样', () => {
    fc.assert(
      fc.property(touched, fc.integer({ min: 1, max: 5 }), ({ records, now, whose, index, seed }, satisfaction) => {
        const add = (score: number) =>
          withVisit(records, index, (one) => {
            const people = effective(one, 'specialist');
            const about = people[seed % Math.max(1, people.length)];
            if (!about) return one;
            const version = { theme: '主题', from: now, to: now, expertise: score, satisfaction: score };
            const rating = {
              id: 'added',
              commissionerId: about.personId,
              raterKind: 'enterprise' as const,
              rater: 'enterprise',
              versions: [{ ...version, at: now, by: 'e1', nonce: 'n' }],
            };
            return { ...one, ratings: [...one.ratings, rating] };
          });
        const after = tallyOf(add(satisfaction), whose, now);
        nowhereMore(tallyOf(records, whose, now), after);
        expect(after).toEqual(tallyOf(add(5), whose, now));
      }),
      RUNS,
    );
  });

  test('专精特新 ≤ 重点服务 ≤ 联系；验收口径 ≤ 全年口径', () => {
    fc.assert(
      fc.property(history, asked, ({ records, now }, whose) => {
        const counts = tallyOf(records, whose, now);
        for (const view of VIEWS) {
          expect(counts[view].zjtx.counted).toBeLessThanOrEqual(counts[view].keyServed.counted);
          expect(counts[view].keyServed.counted).toBeLessThanOrEqual(counts[view].contacted.counted);
        }
        for (const metric of METRICS)
          expect(counts.acceptance[metric].counted).toBeLessThanOrEqual(counts.calendarYear[metric].counted);
      }),
      RUNS,
    );
  });

  test('同样的记录，驻站人次 ≤ 对接人次，其余指标与类别无关', () => {
    fc.assert(
      fc.property(history, asked, ({ records, now }, whose) => {
        const [any, resident] = (['A', 'B'] as const).map((one) =>
          tallyOf(records, { ...whose, stationClass: one }, now),
        ) as [ViewCounts, ViewCounts];
        for (const view of VIEWS) {
          expect(resident[view].personTimes.counted).toBeLessThanOrEqual(any[view].personTimes.counted);
          for (const metric of ['contacted', 'keyServed', 'zjtx'] as const)
            expect(resident[view][metric]).toEqual(any[view][metric]);
        }
        expect(tallyOf(records, { ...whose, stationClass: 'C' }, now)).toEqual(resident);
      }),
      RUNS,
    );
  });

  test('不同企业分开数再相加，等于一起数；加上再减去，等于没有', () => {
    fc.assert(
      fc.property(history, asked, fc.nat(5), ({ records, now }, whose, cut) => {
        const facts = factsOf(records, whose);
        const count = (some: readonly EnterpriseFacts[]) => tally(some, stationYearOf(whose), now);
        const [a, b] = [count(facts.slice(0, cut)), count(facts.slice(cut))];
        expect(addCounts(a, b)).toEqual(count(facts));
        expect(addCounts(count(facts), b, -1)).toEqual(a);
      }),
      RUNS,
    );
  });

  test('每个数都能打开成证据：逐条证据的状态加起来就是各指标的数，每家企业每指标一条，人次一人一企一日一条', () => {
    fc.assert(
      fc.property(history, asked, ({ records, now }, whose) => {
        const facts = factsOf(records, whose);
        const counts = tallyOf(records, whose, now);
        for (const view of VIEWS) {
          const items = facts.flatMap((one) => itemsOf(one, contextOf(stationYearOf(whose), view, now)));
          expect(countItems(items)).toEqual(counts[view]);
          for (const metric of METRICS)
            for (const status of STATUSES)
              expect(items.filter((one) => one.metric === metric && one.status === status)).toHaveLength(
                counts[view][metric][status],
              );
          const keys = items.map((one) =>
            [one.metric, one.enterpriseId, ...(one.metric === 'personTimes' ? [one.commissionerId, one.day] : [])].join(
              ' ',
            ),
          );
          expect(new Set(keys).size).toBe(keys.length);
          const known = new Set(records.visits.map((one) => one.id));
          for (const item of items) {
            for (const id of item.visitIds) expect(known.has(id)).toBe(true);
            if (item.status !== 'excluded') expect(item.visitIds.length).toBeGreaterThan(0);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('VIS-15-A VIS-15-C 只因时间而变的事', () => {
  const moments = fc.integer({ min: 0, max: 400 * 24 });
  const START = at('2026-01-01T00:00');

  test('在预告的时刻之前，计数一个也不变', () => {
    fc.assert(
      fc.property(history, asked, moments, fc.nat(), ({ records }, whose, hours, seed) => {
        const now = START + hours * (DAY / 24);
        const setup = stationYearOf(whose);
        for (const facts of factsOf(records, whose)) {
          const next = countsChangeAt(facts, now) ?? now + 900 * DAY;
          const between = now + (seed % Math.max(1, next - now));
          expect(tally([facts], setup, between)).toEqual(tally([facts], setup, now));
          expect(tally([facts], setup, next - 1)).toEqual(tally([facts], setup, now));
        }
      }),
      RUNS,
    );
  });

  test('在预告的时刻之前，状态不变；到了那一刻必变；逐次记下的事件与最后的状态相符', () => {
    fc.assert(
      fc.property(history, moments, fc.nat(), ({ records }, hours, seed) => {
        const now: Instant = START + hours * (DAY / 24);
        for (const visit of records.visits) {
          const next = nextChangeAt(visit, now);
          const horizon = next ?? now + 900 * DAY;
          for (const moment of [now + (seed % (horizon - now)), horizon - 1])
            expect([visit.id, stateAt(visit, moment)]).toEqual([visit.id, stateAt(visit, now)]);
          if (next !== undefined) expect(stateAt(visit, next)).not.toBe(stateAt(visit, now));
          const events = elapsed(visit, now, now + 900 * DAY);
          expect([...events].sort((a, b) => a.at - b.at)).toEqual(events);
          const last = events[events.length - 1];
          const closing = {
            noShow: 'no_show',
            ratingClosed: 'rating_closed',
            awaiting: 'awaiting_other_side',
          } as const;
          if (last && last.kind in closing)
            expect(stateAt(visit, now + 900 * DAY)).toBe(closing[last.kind as keyof typeof closing]);
        }
      }),
      RUNS,
    );
  });

  test('服务日是双方有效签到中最早的一次所在的北京日期，参与单位的签到不定服务日', () => {
    fc.assert(
      fc.property(history, ({ records }) => {
        for (const visit of records.visits) {
          const moments = visit.checkIns.filter((one) => !one.voided && one.side !== 'party').map((one) => one.at);
          expect(serviceDateOf(visit)).toBe(moments.length === 0 ? undefined : dayOf(Math.min(...moments)));
        }
      }),
      RUNS,
    );
  });
});
