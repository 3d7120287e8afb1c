import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  dayOf,
  daysBetween,
  endOf,
  isDay,
  isoOf,
  startOf,
  yearOf,
} from '../../shared/kernel/calendar';
import { checkUscc, normaliseUscc, usccCheckCharacter } from '../../shared/kernel/uscc';
import { windowOf } from '../../shared/station';
import { HOLIDAYS } from '../../shared/visit';
import { at } from '../builders';

describe('STN-03-A 年度项目制：一律按北京日期', () => {
  test.each([
    ['2024-10-31T15:59:59.999Z', '2024-10-31', 2024],
    ['2024-10-31T16:00:00Z', '2024-11-01', 2024],
    ['2024-12-31T15:59:59.999Z', '2024-12-31', 2024],
    ['2024-12-31T16:00:00Z', '2025-01-01', 2025],
    ['2024-12-31T16:30:00Z', '2025-01-01', 2025],
    ['2024-02-28T16:00:00Z', '2024-02-29', 2024],
    ['2024-11-15T23:59:59+08:00', '2024-11-15', 2024],
    ['2024-11-16T00:00:00+08:00', '2024-11-16', 2024],
  ])('%s 是 %s', (moment, day, year) => {
    expect(dayOf(Date.parse(moment))).toBe(day);
    expect(yearOf(day)).toBe(year);
  });

  test('一天从 0:00 到 23:59:59.999', () => {
    expect(startOf('2026-03-02')).toBe(at('2026-03-02T00:00'));
    expect(endOf('2026-03-02')).toBe(at('2026-03-02T23:59:59.999') + 1);
    expect(dayOf(endOf('2026-03-02') - 1)).toBe('2026-03-02');
    expect(dayOf(endOf('2026-03-02'))).toBe('2026-03-03');
  });

  test('时刻写成带时区的文字，毫秒不丢', () => {
    expect(isoOf(at('2026-03-02T09:05:07.080'))).toBe('2026-03-02T09:05:07.080+08:00');
  });

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-16', 30, '2026-11-15'],
  ])('%s 加 %d 天是 %s', (day, days, then) => {
    expect(addDays(day, days)).toBe(then);
    expect(daysBetween(day, then)).toBe(days);
  });

  test.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00', false],
    ['', false],
  ])('%s 是不是一个日子：%s', (text, real) => {
    expect(isDay(text)).toBe(real);
  });

  test('两种口径都从 1 月 1 日起，验收到 10 月 31 日，全年到 12 月 31 日，不跨年', () => {
    expect(windowOf(2024, 'acceptance')).toEqual({ from: '2024-01-01', to: '2024-10-31' });
    expect(windowOf(2026, 'calendarYear')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });
});

describe('VIS-15-A 补签期限的工作日', () => {
  const NONE = { off: [], working: [] };
  test.each([
    ['周一起', '2026-03-02', 3, '2026-03-05'],
    ['周三起，跨周末', '2026-03-04', 3, '2026-03-09'],
    ['周五起，跨周末', '2026-03-06', 3, '2026-03-11'],
    ['周六起', '2026-03-07', 3, '2026-03-11'],
    ['春节前一天起，周六调休上班、七天假', '2026-02-13', 1, '2026-02-14'],
    ['春节前一天起', '2026-02-14', 3, '2026-02-26'],
    ['国庆前一天起', '2026-09-30', 3, '2026-10-10'],
    ['2025 国庆前，假后周六上班', '2025-09-30', 3, '2025-10-11'],
    ['元旦前', '2025-12-31', 1, '2026-01-04'],
    ['零个工作日就是当天', '2026-03-02', 0, '2026-03-02'],
  ])('%s：%s 后第 %d 个工作日是 %s', (_, day, count, then) => {
    expect(addWorkingDays(day, count, HOLIDAYS)).toBe(then);
  });
  test('没有节假日表的年份只知道周末', () => {
    expect(addWorkingDays('2026-09-30', 3, NONE)).toBe('2026-10-05');
  });
  test('节假日表里没有重复，放假的都是平日，上班的都是周末，都是真日子', () => {
    const all = [...HOLIDAYS.off, ...HOLIDAYS.working];
    expect(new Set(all).size).toBe(all.length);
    for (const day of all) expect([day, isDay(day)]).toEqual([day, true]);
    const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    for (const day of HOLIDAYS.off) expect([day, weekend(day)]).toEqual([day, false]);
    for (const day of HOLIDAYS.working) expect([day, weekend(day)]).toEqual([day, true]);
  });
});

describe('GB 32100-2015 统一社会信用代码', () => {
  test.each<readonly [string, 'ok' | 'format' | 'check']>([
    ['91110108MA0000000A', 'ok'],
    ['121100004000000001', 'ok'],
    ['51110000500000000B', 'ok'],
    ['91110302MA0000000X', 'ok'],
    ['91110108MA00000070', 'ok'],
    ['91110108MA0000026Y', 'ok'],
    ['91110108ma0000000a', 'ok'],
    ['  91110108MA0000000A ', 'ok'],
    ['９１１１０１０８MA0000000A', 'ok'],
    ['91110108MA0000000B', 'check'],
    ['91110108MA000000OA', 'format'],
    ['91110108MA0000000', 'format'],
    ['91110108MA0000000AA', 'format'],
    ['911101O8MA0000000A', 'format'],
    ['9111010AMA0000000A', 'format'],
    ['', 'format'],
    ...['I', 'O', 'S', 'V', 'Z'].map((letter) => [`91110108M${letter}0000000A`, 'format'] as const),
  ])('%s：%s', (code, answer) => {
    expect(checkUscc(code)).toBe(answer);
  });
  test('一位改错，校验码就不对', () => {
    const body = '91110108MA0000000';
    for (let i = 2; i < 8; i += 1) {
      const wrong = `${body.slice(0, i)}${(Number(body[i]) + 1) % 10}${body.slice(i + 1)}A`;
      expect([wrong, checkUscc(wrong)]).toEqual([wrong, 'check']);
    }
    expect(usccCheckCharacter(body)).toBe('A');
  });
  test('任意的代码：权数是 3 的幂对 31 取模，位位都算', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const letters = fc.constantFrom(...alphabet);
    const body = fc
      .tuple(
        fc.string({ unit: letters, minLength: 2, maxLength: 2 }),
        fc.integer({ min: 100_000, max: 999_999 }),
        fc.string({ unit: letters, minLength: 9, maxLength: 9 }),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(body, (text) => {
        let [sum, weight] = [0, 1];
        for (const letter of text) {
          sum += weight * alphabet.indexOf(letter);
          weight = (weight * 3) % 31;
        }
        for (const last of alphabet)
          expect([text, last, checkUscc(text + last)]).toEqual([
            text,
            last,
            (sum + alphabet.indexOf(last)) % 31 === 0 ? 'ok' : 'check',
          ]);
      }),
    );
  });
  test('存放的写法：去空白、半角、大写', () => {
    expect(normaliseUscc(' ９111ma ')).toBe('9111MA');
  });
});
