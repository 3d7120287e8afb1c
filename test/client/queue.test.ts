import {
  type Answer,
  type Attempt,
  isOwn,
  isStale,
  isWaiting,
  newAttempt,
  nextDue,
  nonceOf,
  type Owner,
  revived,
  settled,
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

  test('没有网络多少次都不放弃，服务器连坏六次就告诉本人', () => {
    let offline = checkIn('n');
    let broken = checkIn('n');
    for (let i = 0; i < 50; i += 1) offline = settled(offline, no('offline'), T);
    for (let i = 0; i < 5; i += 1) broken = settled(broken, no('broken'), T);
    expect(isWaiting(offline)).toBe(true);
    expect(isWaiting(broken)).toBe(true);
    expect(settled(broken, no('broken'), T).outcome?.kind).toBe('refused');
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
    ['存的时候还没有会话', { session: '' }, { session: 'b', person: 'P2' }, true],
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
