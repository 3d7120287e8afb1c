import { justJoined, type Live, newcomers, nextIn, secondsLeft } from '../../client/src/features/live/poll';

const T = Date.parse('2026-09-16T10:04:00+08:00');
const live = (more: Partial<Live> = {}): Live => ({
  token: 'T',
  url: 'https://example.org/v?k=T',
  expiresAt: '2026-09-16T10:04:15+08:00',
  stepSeconds: 15,
  now: '2026-09-16T10:04:00+08:00',
  state: 'specialist_in',
  sides: { specialist: true, enterprise: false, parties: 0 },
  present: [{ side: 'specialist', name: '周明远', title: '研究员' }],
  ...more,
});
const paired = live({
  state: 'in_service',
  sides: { specialist: true, enterprise: true, parties: 0 },
  present: [
    { side: 'specialist', name: '周明远', title: '研究员' },
    { side: 'enterprise', name: '林知夏', title: '技术总监' },
  ],
});

describe('实时码', () => {
  // 现在离失效还有多少毫秒 → 下次问之前等多久
  test.each([
    [15_000, 2_000],
    [1_000, 1_150],
    [100, 300],
    [-5_000, 2_000],
  ])('还剩 %i 毫秒：等 %i', (left, wait) => {
    expect(nextIn(live(), Date.parse(live().expiresAt) - left, true)).toBe(wait);
  });

  test('收起码时问得少，没有答复时三秒后再问', () => {
    expect(nextIn(live(), T, false)).toBe(5_000);
    expect(nextIn(undefined, T, true)).toBe(3_000);
  });

  test('剩下的整秒在 0 和步长之间', () => {
    expect(secondsLeft(live(), T)).toBe(15);
    expect(secondsLeft(live(), T - 60_000)).toBe(15);
    expect(secondsLeft(live(), T + 14_001)).toBe(1);
    expect(secondsLeft(live(), T + 15_000)).toBe(0);
    expect(secondsLeft(live(), T + 60_000)).toBe(0);
  });

  test('看着的时候另一方签到才算合上，一打开就是双方的不算', () => {
    expect(justJoined(live(), paired)).toBe(true);
    expect(justJoined(undefined, paired)).toBe(false);
    expect(justJoined(paired, paired)).toBe(false);
  });

  test('新来的是谁；同名同职务的第二个人也是新来的', () => {
    const [one] = paired.present.slice(1);
    expect(newcomers(undefined, paired)).toEqual([]);
    expect(newcomers(live(), paired)).toEqual([one]);
    const again = one ? { ...paired, present: [...paired.present, one] } : paired;
    expect(newcomers(paired, again)).toEqual([one]);
  });
});
