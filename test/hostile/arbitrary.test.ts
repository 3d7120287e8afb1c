import fc from 'fast-check';
import { type CallName, contract } from '../../shared/api';
import * as z from '../../shared/kernel/zod';
import { arbitraryOf } from './arbitrary';
import { runs } from './runs';

const CALLS = Object.keys(contract) as CallName[];

test.each(CALLS)('由约定生成的输入合于约定：%s', (name) => {
  const { input } = contract[name];
  fc.assert(
    fc.property(arbitraryOf(input), (value) => {
      expect(input.safeParse(value)).toMatchObject({ success: true });
    }),
    { numRuns: runs(20) },
  );
});

test.each([
  ['不认识的种类', z.bigint()],
  ['不认识的约束', z.string().length(3)],
  ['数的别的约束', z.number().multipleOf(3)],
  ['收任何键的对象', z.object({ a: z.string() })],
  ['收任何键的表', z.record(z.string(), z.int())],
  ['藏在里面的', z.strictObject({ a: z.array(z.date()).optional() })],
])('约定里出现没有试过的写法，立刻说出来：%s', (_, schema) => {
  expect(() => arbitraryOf(schema)).toThrow();
});
