import {
  endsNextDay,
  firstForm,
  inputOf,
  missingIn,
  needsDayReason,
  nextToRate,
  type Rateable,
} from '../../client/src/features/rating/form';

const one: Rateable = {
  commissioner: { id: 'P1', name: '周明远' },
  rated: false,
  theme: '封接工艺诊断',
  from: '2026-09-16T10:05:12+08:00',
  to: '2026-09-16T11:40:47+08:00',
};
const visit = { id: 'V1', day: '2026-09-16' };
const scored = { ...firstForm(one), expertise: 5 as const, satisfaction: 4 as const };

describe('评价表', () => {
  test('主题和时间已填好，只差两个分数，按先后说', () => {
    const form = firstForm(one);
    expect(form).toMatchObject({ theme: '封接工艺诊断', day: '2026-09-16', from: '10:05', to: '11:40' });
    expect(missingIn(form, visit.day)).toBe('expertise');
    expect(missingIn({ ...form, expertise: 3 }, visit.day)).toBe('satisfaction');
    expect(missingIn(scored, visit.day)).toBeUndefined();
    expect(missingIn({ ...scored, theme: ' ' }, visit.day)).toBe('theme');
    expect(missingIn({ ...scored, from: '' }, visit.day)).toBe('time');
  });

  test('没动过的时间原样送回，连秒也在；动过的按上海时间', () => {
    expect(inputOf(scored, one, visit)).toEqual({
      visitId: 'V1',
      commissionerId: 'P1',
      theme: '封接工艺诊断',
      from: one.from,
      to: one.to,
      expertise: 5,
      satisfaction: 4,
    });
    expect(inputOf({ ...scored, from: '10:00' }, one, visit)).toMatchObject({
      from: '2026-09-16T02:00:00.000Z',
      to: '2026-09-16T03:40:00.000Z',
    });
    expect(inputOf(firstForm(one), one, visit)).toBeUndefined();
  });

  test('结束早于开始就是到第二天', () => {
    const night = { ...scored, from: '22:00', to: '00:30' };
    expect(endsNextDay(night)).toBe(true);
    expect(inputOf(night, one, visit)).toMatchObject({
      from: '2026-09-16T14:00:00.000Z',
      to: '2026-09-16T16:30:00.000Z',
    });
    expect(endsNextDay(scored)).toBe(false);
  });

  // 日期、开始、结束 → 要不要写原因（服务日 9 月 16 日）
  test.each([
    ['2026-09-16', '10:00', '11:00', false],
    ['2026-09-15', '22:00', '01:00', false],
    ['2026-09-15', '10:00', '11:00', true],
    ['2026-09-17', '00:00', '01:00', true],
  ])('%s %s–%s：%s', (day, from, to, asked) => {
    const form = { ...scored, day, from, to };
    expect(needsDayReason(form, visit.day)).toBe(asked);
    expect(missingIn(form, visit.day)).toBe(asked ? 'dayReason' : undefined);
    const explained = { ...form, dayReason: '补充了一次讨论' };
    expect(missingIn(explained, visit.day)).toBeUndefined();
    expect('dayReason' in (inputOf(explained, one, visit) ?? {})).toBe(asked);
  });

  test('几位特派员一个接一个，评过的跳过', () => {
    const two = { ...one, commissioner: { id: 'P2', name: '罗致和' } };
    expect(nextToRate([one, two], [])).toBe(one);
    expect(nextToRate([one, two], ['P1'])).toBe(two);
    expect(nextToRate([{ ...one, rated: true }, two], [])).toBe(two);
    expect(nextToRate([one, two], ['P1', 'P2'])).toBeUndefined();
  });
});
