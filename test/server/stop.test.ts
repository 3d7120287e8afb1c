import { connect } from 'node:net';
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
});
