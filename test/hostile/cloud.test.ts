import fc from 'fast-check';
import { logFrom } from '../../cloudfunctions/_core/log';
import type { Reply } from '../../shared/api';
import { HANDLERS } from '../journey/world';
import { wireEnv } from '../wire/open';
import { startWire, type Wire } from '../wire/server';
import { HOSTILE_TEXTS, HOSTILE_VALUES, wild } from './hostile';
import { PATIENCE, tried } from './runs';

/** The entry of the cloud functions: what a changed mini-program may send in place of `{ call, input }`. */

let wire: Wire;
let main: (event: unknown) => Promise<Reply<unknown>>;
beforeAll(async () => {
  wire = await startWire();
  const settings = { CODE_KEYS: `0:${'k'.repeat(32)}`, PUBLIC_URL: 'https://example.test' };
  Object.assign(process.env, wireEnv(wire), settings);
  logFrom('error');
  const { serve } = await import('../../cloudfunctions/_wx/main');
  main = serve(HANDLERS);
});
afterAll(async () => {
  await wire.close();
  expect(wire.refusals).toEqual([]);
});

const NAMES = [...Object.keys(HANDLERS), '__proto__', 'constructor', 'toString', 'main', '', 'x'.repeat(200)];

const events = fc.oneof(
  wild,
  fc.record(
    {
      call: fc.oneof(fc.constantFrom<unknown>(...NAMES), fc.constantFrom<unknown>(...HOSTILE_VALUES)),
      input: wild,
      requestId: fc.constantFrom<unknown>(...HOSTILE_TEXTS, ...HOSTILE_VALUES),
      // What WeChat adds by itself, and what somebody hopes is believed.
      userInfo: fc.constantFrom({ openId: 'o-of-somebody', appId: 'wx' }, null, 1),
      openid: fc.constant('o-of-somebody'),
      OPENID: fc.constant('o-of-somebody'),
      tcbContext: fc.constant({ OPENID: 'o-of-somebody' }),
    },
    { requiredKeys: [] },
  ),
);

test(
  '任意的事件：不出错，不因为事件里写了谁就当作谁',
  () =>
    fc.assert(
      fc.asyncProperty(events, async (event) => {
        const reply = await main(event);
        expect(reply.ok ? 'ok' : reply.code).toMatch(/^(?:bad-input|not-found|not-signed-in)$/);
        expect(JSON.stringify(reply)).not.toContain('o-of-somebody');
      }),
      tried<[unknown]>(300),
    ),
  PATIENCE,
);

test.each(['account.me', 'account.notices', 'station.list', 'visit.list'])('没有身份就没有登录：%s', async (call) => {
  const claims = { openid: 'o', OPENID: 'o', userInfo: { openId: 'o' }, caller: { personId: 'P-center' } };
  expect(await main({ call, input: {}, ...claims })).toMatchObject({ ok: false, code: 'not-signed-in' });
});
