import { createLimits } from '../../cloudfunctions/_core/limits';
import { LIMITS, type Limited } from '../../cloudfunctions/_core/limits.params';

const MINUTE = 60_000;
const clock = { now: 1_000_000 };
const open = (most?: number) => createLimits(() => clock.now, most);
const { person, address } = LIMITS.wrongCode;

/** How many are let through, one after the other in the same moment. */
const through = (count: () => number | undefined, of: number): number =>
  Array.from({ length: of }, count).filter((wait) => wait === undefined).length;

describe('限额', () => {
  test('一下子能用的恰好那么多，再来就说等几秒；等过那几秒恰好又有一次', () => {
    const limits = open()('10.0.0.1');
    const count = () => limits.count('wrongCode', 'P1');
    expect(through(count, person.burst + 50)).toBe(person.burst);
    const seconds = count() ?? 0;
    expect(seconds).toBe(Math.ceil(60 / person.perMinute));
    clock.now += (seconds - 1) * 1000;
    expect(count()).toBe(1);
    clock.now += 1000;
    expect(through(count, 5)).toBe(1);
  });

  test('按每分钟的数目恢复，闲多久也不超过一下子能用的', () => {
    const limits = open()('10.0.0.1');
    const count = () => limits.count('wrongCode', 'P1');
    through(count, person.burst);
    clock.now += MINUTE;
    expect(through(count, 1000)).toBe(person.perMinute);
    clock.now += 1000 * MINUTE;
    expect(through(count, 1000)).toBe(person.burst);
  });

  test('被拒绝的不算：一直敲门的人不会越等越久', () => {
    const limits = open()('10.0.0.1');
    const count = () => limits.count('wrongCode', 'P1');
    through(count, 10_000);
    expect(count()).toBe(Math.ceil(60 / person.perMinute));
  });

  test('先问不算', () => {
    const limits = open()('10.0.0.1');
    for (let i = 0; i < 1000; i += 1) expect(limits.wait('wrongCode', 'P1')).toBeUndefined();
    expect(through(() => limits.count('wrongCode', 'P1'), 1000)).toBe(person.burst);
    expect(limits.wait('wrongCode', 'P1')).toBeGreaterThan(0);
  });

  test('各人各算，各事各算', () => {
    const limits = open()('10.0.0.1');
    through(() => limits.count('wrongCode', 'P1'), 1000);
    expect(limits.count('wrongCode', 'P2')).toBeUndefined();
    expect(limits.count('wrongInvitation', 'P1')).toBeUndefined();
  });

  test('换着人猜，同一地址合在一起算；别的地址不受影响', () => {
    const at = open();
    let people = 0;
    const somebody = () => {
      people += 1;
      return at('10.0.0.1').count('wrongCode', `P${people}`);
    };
    expect(through(somebody, address.burst + 100)).toBe(address.burst);
    expect(at('10.0.0.2').count('wrongCode', 'P1')).toBeUndefined();
  });

  test('被地址挡住的，不算在那个人头上', () => {
    const at = open();
    for (let i = 0; i < address.burst; i += 1) at('10.0.0.1').count('wrongCode', `P${i}`);
    expect(through(() => at('10.0.0.1').count('wrongCode', 'Q'), 100)).toBe(0);
    expect(through(() => at('10.0.0.2').count('wrongCode', 'Q'), 100)).toBe(person.burst);
  });

  test('没有登录就只看地址，不知道地址就只看人', () => {
    const at = open();
    expect(through(() => at('10.0.0.1').count('wrongInvitation', ''), 1000)).toBe(LIMITS.wrongInvitation.address.burst);
    expect(through(() => at().count('wrongInvitation', 'P1'), 1000)).toBe(LIMITS.wrongInvitation.person.burst);
  });

  test('记得的数目有上限：最久没有用到的先忘，一直在用的不忘', () => {
    const limits = open(100)();
    through(() => limits.count('posterPdf', 'attacker'), LIMITS.posterPdf.person.burst);
    for (let i = 0; i < 10_000; i += 1) {
      limits.count('posterPdf', `P${i}`);
      if (i % 40 === 0) expect(limits.count('posterPdf', 'attacker')).toBeGreaterThan(0);
    }
    for (let i = 0; i < 100; i += 1) limits.count('posterPdf', `Q${i}`);
    expect(limits.count('posterPdf', 'attacker')).toBeUndefined();
  });

  test.each(Object.entries(LIMITS) as [Limited, Partial<typeof LIMITS.wrongCode>][])(
    '%s：人用得完的，地址也用得完；等待不超过一分钟',
    (_what, limit) => {
      for (const rate of [limit.person, limit.address])
        if (rate) expect([rate.burst >= 20, rate.perMinute >= 1]).toEqual([true, true]);
      if (limit.person && limit.address) {
        expect(limit.address.burst).toBeGreaterThan(limit.person.burst);
        expect(limit.address.perMinute).toBeGreaterThan(limit.person.perMinute);
      }
    },
  );
});
