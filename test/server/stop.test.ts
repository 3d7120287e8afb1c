import { connect } from 'node:net';
import type { VisitDoc } from '../../cloudfunctions/_core/documents';
import { findAll } from '../../cloudfunctions/_core/recount';
import { posterToken } from '../../cloudfunctions/_core/tokens';
import { cast, commissionerNamed, YQ_ONE } from '../journey/cast';
import { CODE_KEYS } from '../journey/world';
import { type Edge, startEdge } from './edge';

const refused = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) if (await holds()) return;
  throw new Error('it never came true');
}

describe('停止', () => {
  test('办到一半的办完，答复送到；不再接新的', async () => {
    let finish: () => void = () => undefined;
    let begun: () => void = () => undefined;
    const begins = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const edge: Edge = await startEdge({
      calls: {
        'test.slow': async () => {
          begun();
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          return { ok: true, data: { done: true } };
        },
      },
    });
    const slow = edge.call('test.slow', {});
    await begins;
    const closed = edge.close();
    await until(() => refused(edge.port));
    finish();
    expect(await slow).toMatchObject({ status: 200, body: { ok: true, data: { done: true } } });
    await closed;
  });

  test('正在写的都写完：答了 200 的都存着，别的一条也没有', async () => {
    const edge = await startEdge({ deps: { codeKeys: CODE_KEYS, demo: false } });
    const people = Array.from({ length: 60 }, (_, i) => `P-stop-${i}`);
    for (const change of [...cast, ...people.map((id) => commissionerNamed(id, '甲'))])
      expect(await edge.store.commit([change])).toBe('done');
    const { close } = edge.store;
    let stored: readonly VisitDoc[] = [];
    edge.store.close = async () => {
      stored = await findAll<VisitDoc>(edge.store, { collection: 'visits' });
      await close();
    };
    const code = posterToken(CODE_KEYS, YQ_ONE.slice(1));
    const checkIn = (id: string) => {
      const input = { nonce: `nonce-${id}`, code, orgName: '某某研究院', title: '研究员', need: '产线' };
      return edge.call('visit.checkIn', input, edge.sessions.issue(id, 0)).then(
        ({ status, body }) => (body.ok ? String(body.data.visitId) : status),
        () => 'not taken' as const,
      );
    };
    const sent = people.map(checkIn);
    // Some have been answered, others are under way, when the stop begins.
    await Promise.all(sent.slice(0, 8));
    await edge.close();
    const answers = await Promise.all(sent);
    const done = answers.filter((one) => typeof one === 'string' && one !== 'not taken');
    expect(done.length).toBeGreaterThan(1);
    // Who comes too late on a connection that is still open hears so.
    expect(answers.filter((one) => typeof one === 'number' && one !== 503)).toEqual([]);
    expect(stored.map(({ id }) => id).sort()).toEqual(done.sort());
  });
});
