import { BadOptions, optionsOf, PARTS } from '../../bench/options';

describe('基准测试的参数', () => {
  test('什么都不写：两种数据库，全部内容，一万次签到', () => {
    expect(optionsOf([])).toMatchObject({
      json: false,
      engines: ['sqlite', 'postgres'],
      parts: PARTS,
      sizes: [10_000],
      stations: undefined,
      clients: [1, 16, 64, 256],
      servers: 1,
    });
  });

  test('快的一种只量内嵌数据库，除非点名', () => {
    expect(optionsOf(['--quick']).engines).toEqual(['sqlite']);
    expect(optionsOf(['--quick', '--engine', 'postgres']).engines).toEqual(['postgres']);
  });

  test('可以重复写，也可以用逗号', () => {
    const { parts, sizes, clients } = optionsOf([
      '--only',
      'rating,check-in',
      '--size=1e4',
      '--size',
      '1e6',
      '--clients=8',
    ]);
    expect({ parts, sizes, clients }).toEqual({ parts: ['check-in', 'rating'], sizes: [1e4, 1e6], clients: [8] });
  });

  test('全国是一万个站点', () => {
    expect(optionsOf(['--nation']).stations).toBe(10_000);
    expect(optionsOf(['--stations', '200']).stations).toBe(200);
  });

  test.each([
    [['--engine', 'mysql'], '可以是：sqlite、postgres'],
    [['--only', 'everything'], '可以是：check-in'],
    [['--size', 'many'], '--size'],
    [['--clients', '0'], '--clients'],
    [['--seconds', '-1'], '--seconds'],
    [['--unknown'], 'unknown'],
  ])('%s：说明该怎么写', (args, words) => {
    expect(() => optionsOf(args)).toThrow(BadOptions);
    expect(() => optionsOf(args)).toThrow(words);
  });
});
