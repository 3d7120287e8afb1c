import { setImmediate as turn } from 'node:timers/promises';
import { startNightly } from '../../server/nightly';

const MINUTE = 60_000;
const MIDNIGHT = Date.parse('2026-03-11T00:00:00+08:00');

/** A clock that the test moves, and the timer that goes by it. */
function timeFrom(now: number) {
  let pending: { at: number; then: () => void } | undefined;
  const time = {
    now: () => now,
    wait: (ms: number, then: () => void) => {
      pending = { at: now + ms, then };
      return () => {
        pending = undefined;
      };
    },
    async pass(minutes: number): Promise<void> {
      for (const end = now + minutes * MINUTE; ; ) {
        await turn();
        if (!pending || pending.at > end) {
          now = end;
          return;
        }
        const { at, then } = pending;
        pending = undefined;
        now = at;
        then();
      }
    },
    isWaiting: () => pending !== undefined,
  };
  return time;
}

describe('每夜的工作', () => {
  test('启动时一次，上海的午夜之后一次，不多不少', async () => {
    const time = timeFrom(MIDNIGHT - 40 * MINUTE);
    const runs: number[] = [];
    const work = async (): Promise<void> => {
      runs.push(time.now() - MIDNIGHT);
    };
    const nightly = startNightly(time, work, time.wait);
    await time.pass(44);
    expect(runs).toEqual([-40 * MINUTE]);
    await time.pass(1);
    expect(runs).toEqual([-40 * MINUTE, 5 * MINUTE]);
    await time.pass(23 * 60);
    expect(runs).toHaveLength(2);
    await time.pass(60);
    expect(runs).toHaveLength(3);
    await nightly.stop();
    expect(time.isWaiting()).toBe(false);
  });

  test('一次失败不影响下一次', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const time = timeFrom(MIDNIGHT);
    let runs = 0;
    const nightly = startNightly(
      time,
      async () => {
        runs += 1;
        throw new Error('no');
      },
      time.wait,
    );
    await time.pass(25 * 60);
    expect([runs, logged.mock.calls.length]).toEqual([2, 2]);
    logged.mockRestore();
    await nightly.stop();
  });

  test('停止时等办到一半的办完，之后不再开始', async () => {
    const time = timeFrom(MIDNIGHT);
    let finish: () => void = () => undefined;
    let stopped = false;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const nightly = startNightly(time, () => held, time.wait);
    const stop = nightly.stop().then(() => {
      stopped = true;
    });
    await turn();
    expect(stopped).toBe(false);
    finish();
    await stop;
    await turn();
    expect(time.isWaiting()).toBe(false);
  });
});
