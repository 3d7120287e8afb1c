import {
  type Answer,
  type Attempt,
  departing,
  isAttempt,
  isOwn,
  isStale,
  isWaiting,
  newAttempt,
  nextDue,
  nonceOf,
  type Owner,
  revived,
  settled,
  urged,
  waitAfter,
  wakeAt,
} from '../../client/src/features/queue/core';
import { createPump, type Ports } from '../../client/src/features/queue/pump';

const T = Date.parse('2026-09-16T10:03:00+08:00');
const ZHOU: Owner = { session: 'a1', person: 'P1' };

const checkIn = (nonce: string, at = T, owner = ZHOU): Attempt =>
  newAttempt(
    {
      call: 'visit.checkIn',
      input: { nonce, code: 'CODE', orgName: '北辰先进材料研究院', title: '研究员', need: '改进封接工艺' },
      about: { name: '北京青穗传感技术有限公司' },
    },
    owner,
    at,
  );
const complete = (nonce: string, at = T): Attempt =>
  newAttempt({ call: 'visit.complete', input: { nonce, visitId: 'V1' }, about: { name: '', visitId: 'V1' } }, ZHOU, at);

const checkedIn: Answer = {
  ok: true,
  data: {
    visitId: 'V1',
    side: 'specialist',
    state: 'specialist_in',
    checkInId: 'C1',
    replayed: false,
    at: '2026-09-16T10:03:00+08:00',
    findings: [],
  },
};
const no = (code: Extract<Answer, { ok: false }>['code'], because?: string, facts = {}): Answer => ({
  ok: false,
  code,
  message: '',
  ...(because && { findings: [{ clause: 'VIS-15-A', verdict: 'unmet', because, facts }] }),
});

describe('存在手机里的提交', () => {
  test('按点击的先后一个一个地送，后一个不越过还在等的前一个', () => {
    const first = { ...checkIn('n-first'), notBefore: T + 5_000 };
    const second = complete('n-second', T + 1_000);
    expect(nextDue([second, first], ZHOU, T + 4_999)).toBeUndefined();
    expect(nextDue([second, first], ZHOU, T + 5_000)).toBe(first);
    expect(wakeAt([second, first], ZHOU)).toBe(T + 5_000);
  });

  test('收到答复后记下是哪次服务、哪一方，不再送', () => {
    const after = settled(checkIn('n'), checkedIn, T + 60_000);
    expect(after.outcome).toEqual({ kind: 'sent', at: T + 60_000, visitId: 'V1', side: 'specialist' });
    expect(nextDue([after], ZHOU, T + 999_999)).toBeUndefined();
  });

  // 答复 → 还等不等
  test.each([
    ['offline', true],
    ['not-signed-in', true],
    ['too-many', true],
    ['conflict', true],
    ['broken', true],
    ['refused', false],
    ['bad-input', false],
    ['not-allowed', false],
    ['not-found', false],
  ] as const)('第一次答复 %s：仍在等是 %s', (code, waits) => {
    const after = settled(checkIn('n'), no(code, 'code-expired'), T);
    expect(isWaiting(after)).toBe(waits);
    expect(nonceOf(after)).toBe('n');
    if (waits) expect(after.notBefore).toBe(T + waitAfter(1));
  });

  test('太频繁：多少次都不放弃，服务器说等多久就至少等多久', () => {
    const told = (retryAfter: number) => settled(checkIn('n'), { ...no('too-many'), retryAfter } as Answer, T);
    expect(told(600).notBefore).toBe(T + 600_000);
    expect(told(1).notBefore).toBe(T + waitAfter(1));
    let often = checkIn('n');
    for (let i = 0; i < 50; i += 1) often = settled(often, no('too-many'), T);
    expect(isWaiting(often)).toBe(true);
  });

  test('没有网络、服务器出错多少次都不放弃，记下是为什么和查错的编号', () => {
    let offline = checkIn('n');
    let broken = checkIn('n');
    for (let i = 0; i < 50; i += 1) {
      offline = settled(offline, no('offline'), T);
      broken = settled(broken, { ...no('broken'), requestId: 'r-17' } as Answer, T);
    }
    expect(isWaiting(offline)).toBe(true);
    expect(isWaiting(broken)).toBe(true);
    expect(broken.trouble).toEqual({ code: 'broken', requestId: 'r-17' });
    expect(broken.notBefore).toBe(T + 300_000);
  });

  test('服务器一再在同一条上出错：它让到一边，别的照送，到时候它再试', () => {
    let broken = checkIn('n-bad');
    for (let i = 0; i < 5; i += 1) broken = settled(broken, no('broken'), T);
    const next = complete('n-good', T + 1);
    expect(nextDue([broken, next], ZHOU, T)).toBeUndefined();
    broken = settled(broken, no('broken'), T);
    expect(nextDue([broken, next], ZHOU, T)).toBe(next);
    const done = settled(next, checkedIn, T);
    expect(nextDue([broken, done], ZHOU, T)).toBeUndefined();
    expect(wakeAt([broken, done], ZHOU)).toBe(broken.notBefore);
    expect(nextDue([broken, done], ZHOU, broken.notBefore)).toBe(broken);
  });

  test('页面自己正在送的：别的窗口十五秒内不送；页面没了，到时就送', () => {
    const leaving = departing(checkIn('n'), T);
    expect(nextDue([leaving], ZHOU, T + 14_999)).toBeUndefined();
    expect(nextDue([leaving], ZHOU, T + 15_000)).toBe(leaving);
    expect(nextDue([urged(leaving)], ZHOU, T)).toMatchObject({ input: leaving.input });
  });

  test('间隔越来越长，最长五分钟', () => {
    const waits = Array.from({ length: 12 }, (_, i) => waitAfter(i + 1));
    expect(waits[0]).toBe(4_000);
    expect(waits[1]).toBe(8_000);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(waits[11]).toBe(300_000);
  });

  test('被拒绝的留着原因；本人再提交时从头开始，编号不变', () => {
    const after = settled(checkIn('n'), no('refused', 'arrived-too-late', { limitMinutes: 10 }), T);
    expect(after.outcome).toMatchObject({
      kind: 'refused',
      code: 'refused',
      findings: [{ because: 'arrived-too-late' }],
    });
    const again = revived(after);
    expect(isWaiting(again)).toBe(true);
    expect(nonceOf(again)).toBe('n');
    expect(again.tries).toBe(0);
  });

  test.each([
    ['completed', 'sent'],
    ['rated', 'sent'],
    ['specialist_in', 'refused'],
  ])('完成服务送到时状态已是 %s：算 %s', (state, kind) => {
    const after = settled(complete('n'), no('refused', 'not-in-service', { state }), T);
    expect(after.outcome?.kind).toBe(kind);
  });

  // 谁的手机里存的、现在是谁在用 → 送不送
  test.each<[string, Owner, Owner, boolean]>([
    ['同一个人换了会话', { session: 'a', person: 'P1' }, { session: 'b', person: 'P1' }, true],
    ['换了一个人', { session: 'a', person: 'P1' }, { session: 'b', person: 'P2' }, false],
    ['还不知道是谁，会话相同', { session: 'a' }, { session: 'a' }, true],
    ['还不知道是谁，会话不同', { session: 'a' }, { session: 'b' }, false],
    ['存的时候还没有会话，也不知道是谁', { session: '' }, { session: 'b', person: 'P2' }, true],
    ['存的时候会话刚断，知道是谁', { session: '', person: 'P1' }, { session: 'b' }, false],
    ['存的时候会话刚断，又登录了', { session: '', person: 'P1' }, { session: 'b', person: 'P1' }, true],
    ['小程序没有会话，还不知道是谁', { session: '', person: 'P1' }, { session: '' }, true],
  ])('%s', (_, owner, who, own) => {
    expect(isOwn(checkIn('n', T, owner), who)).toBe(own);
    expect(nextDue([checkIn('n', T, owner)], who, T) !== undefined).toBe(own);
  });

  test('送达的留一天，待确认和被拒绝的一直留着', () => {
    const sent = settled(checkIn('n'), checkedIn, T);
    const refused = settled(checkIn('n'), no('refused', 'visit-over'), T);
    const day = 86_400_000;
    expect(isStale(sent, T + day)).toBe(false);
    expect(isStale(sent, T + day + 1)).toBe(true);
    expect(isStale(refused, T + 90 * day)).toBe(false);
    expect(isStale(checkIn('n'), T + 90 * day)).toBe(false);
  });
});

describe('手机里读出来的东西', () => {
  test.each<[string, unknown]>([
    ['空', null],
    ['数字', 7],
    ['文字', '签到'],
    ['空对象', {}],
    ['列表', [1, 2]],
    ['没有内容', { ...checkIn('n'), input: null }],
    ['没有编号', { ...checkIn('n'), input: {} }],
    ['不认得的一步', { ...checkIn('n'), call: 'visit.void' }],
    ['没有主人', { ...checkIn('n'), owner: undefined }],
    ['时间不是数', { ...checkIn('n'), at: '昨天' }],
    ['结果不成样子', { ...checkIn('n'), outcome: { kind: 'refused' } }],
    ['结果是空', { ...checkIn('n'), outcome: null }],
  ])('%s：不当作提交', (_, it) => expect(isAttempt(it)).toBe(false));

  test('存进去的读出来还认得，等着的、送达的、被拒绝的都是', () => {
    const refused = settled(checkIn('n'), no('refused', 'visit-over'), T);
    for (const one of [checkIn('n'), complete('n'), settled(checkIn('n'), checkedIn, T), refused])
      expect(isAttempt(JSON.parse(JSON.stringify(one)))).toBe(true);
  });
});

/** A phone's store, a clock that stands still, and a server that answers from a list. */
function world(start: readonly Attempt[], answers: (attempt: Attempt) => Answer) {
  const kept = new Map(start.map((one) => [nonceOf(one), one]));
  const sent: string[] = [];
  const wakes: number[] = [];
  let flying = 0;
  let most = 0;
  let others = false;
  const ports: Ports = {
    read: () => [...kept.values()],
    write: (attempt) => void kept.set(nonceOf(attempt), attempt),
    send: async (attempt) => {
      sent.push(nonceOf(attempt));
      flying += 1;
      most = Math.max(most, flying);
      await Promise.resolve();
      flying -= 1;
      return answers(attempt);
    },
    who: () => ZHOU,
    now: () => T,
    alone: async (work) => {
      if (others) return false;
      await work();
      return true;
    },
    wake: (after) => void wakes.push(after),
  };
  return { ports, kept, sent, wakes, most: () => most, otherTab: () => (others = true) };
}

describe('送出', () => {
  test('一次只送一个，按先后，同时催几次也不重送', async () => {
    const it = world([complete('n-2', T + 1), checkIn('n-1'), checkIn('n-3', T + 2)], () => checkedIn);
    const { flush } = createPump(it.ports);
    await Promise.all([flush(true), flush(false), flush(true)]);
    expect(it.sent).toEqual(['n-1', 'n-2', 'n-3']);
    expect(it.most()).toBe(1);
    expect([...it.kept.values()].every((one) => one.outcome?.kind === 'sent')).toBe(true);
    expect(it.wakes).toEqual([]);
  });

  test('没有网络就停下，之后的不试，约好下次；网络一来立刻从头送', async () => {
    let online = false;
    const it = world([checkIn('n-1'), complete('n-2', T + 1)], () => (online ? checkedIn : no('offline')));
    const { flush } = createPump(it.ports);
    await flush(false);
    expect(it.sent).toEqual(['n-1']);
    expect(it.wakes).toEqual([waitAfter(1)]);
    online = true;
    await flush(false);
    expect(it.sent).toEqual(['n-1']);
    await flush(true);
    expect(it.sent).toEqual(['n-1', 'n-1', 'n-2']);
  });

  test('送的当口网络换了：催过就马上再来一轮，不等下次', async () => {
    let online = false;
    const it = world([{ ...checkIn('n-1'), tries: 9 }], () => {
      if (online) return checkedIn;
      // Back while the answer was still awaited, which then fails in the network that is gone.
      online = true;
      void flush(true);
      return no('offline');
    });
    const { flush } = createPump(it.ports);
    await flush(false);
    expect(it.sent).toEqual(['n-1', 'n-1']);
    expect(it.wakes).toEqual([]);
  });

  test('手机的钟拨回去了：最迟五分钟再看一次', async () => {
    const it = world([{ ...checkIn('n-1'), notBefore: T + 3_600_000 }], () => checkedIn);
    await createPump(it.ports).flush(false);
    expect(it.sent).toEqual([]);
    expect(it.wakes).toEqual([300_000]);
  });

  test('前一个被拒绝，后一个照送', async () => {
    const it = world([checkIn('n-1'), checkIn('n-2', T + 1)], (one) =>
      nonceOf(one) === 'n-1' ? no('refused', 'visit-over') : checkedIn,
    );
    await createPump(it.ports).flush(false);
    expect(it.sent).toEqual(['n-1', 'n-2']);
    expect(it.kept.get('n-1')?.outcome?.kind).toBe('refused');
  });

  test('另一个窗口正在送：这里不送，过一会儿再看', async () => {
    const it = world([checkIn('n-1')], () => checkedIn);
    it.otherTab();
    await createPump(it.ports).flush(true);
    expect(it.sent).toEqual([]);
    expect(it.wakes).toHaveLength(1);
  });

  test('送的当口另一个窗口已经送完：按最新的来，不重送', async () => {
    const it = world([checkIn('n-1'), checkIn('n-2', T + 1)], (one) => {
      if (nonceOf(one) === 'n-1') it.ports.write(settled(checkIn('n-2', T + 1), checkedIn, T));
      return checkedIn;
    });
    await createPump(it.ports).flush(false);
    expect(it.sent).toEqual(['n-1']);
  });
});
