import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Deps } from '../cloudfunctions/_core/context';
import { createLimits } from '../cloudfunctions/_core/limits';
import { addressesOf } from './addresses';
import { handlers } from './calls';
import { CannotStart, command } from './cannot-start';
import { seedDemo } from './demo/seed';
import { keepDemoPrivate } from './demo-guard';
import { readEnvironment } from './environment';
import { prepareStore } from './first-start';
import { greet } from './greeting';
import { createApp } from './http/app';
import { nightlyOf } from './nightly';
import { openSeeded, openStore } from './open';
import { progressLine } from './progress';
import { keptSecrets } from './secrets';
import { sessionsWith } from './sessions';
import { untilToldToStop } from './stop';
import { startTallyKeeper } from './tally-keeper';
import { weChatLogin } from './wechat';

/**
 * The port to listen on, 0 made into one that is free. Asked before the data is touched: whoever starts a second server
 * by mistake should hear so at once.
 */
const freePort = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => {
      const why = code === 'EADDRINUSE' ? '已被别的程序占用，也许它已经启动了' : `不能使用（${code}）`;
      reject(new CannotStart(`${host}:${port} ${why}。可换一个端口再启动，例如 PORT=8081 npm start`));
    });
    probe.listen(port, host, () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });

command(async () => {
  const environment = readEnvironment(process.env);
  keepDemoPrivate(environment);
  const { host, dataDir, demo, demoPublic, trustsProxy } = environment;
  const port = await freePort(environment.port, host);
  const now = (): number => Date.now();
  const store = demo
    ? await openSeeded(dataDir, (empty) =>
        seedDemo(empty, now(), progressLine('第一次启动，正在载入演示年度', process.stdout)),
      )
    : await openStore(dataDir);
  await prepareStore(store, demo, now());
  const kept = demo ? keptSecrets(dataDir) : undefined;
  const sessions = sessionsWith(environment.sessionSecrets ?? [kept?.sessionSecret ?? ''], now);
  const addresses = addressesOf(host, port);
  const keeper = startTallyKeeper({ store, now });
  const deps: Deps = {
    store,
    now,
    codeKeys: environment.codeKeys ?? kept?.codeKeys ?? [],
    publicUrl: environment.publicUrl ?? addresses.local,
    demo,
    sessions,
    weChat: environment.weChat ? weChatLogin(environment.weChat) : null,
    visitsWritten: keeper.visitsWritten,
  };
  const app = createApp({
    deps,
    sessions,
    pages: join(__dirname, '..', 'h5'),
    limits: createLimits(() => performance.now()),
    trustsProxy,
    demoPublic,
    ...(environment.publicUrl === undefined && { publicUrlFor: addresses.for }),
  });
  await app.listen({ port, host });
  const nightly = nightlyOf(deps);
  console.log(await greet(deps, handlers['account.people'], addresses));
  await untilToldToStop();
  await app.close();
  await nightly.stop();
  await keeper.stop();
  await store.close();
});
