import { join } from 'node:path';
import type { Deps } from '../cloudfunctions/_core/context';
import { createLimits } from '../cloudfunctions/_core/limits';
import { log, logFrom } from '../cloudfunctions/_core/log';
import { addressesOf } from './addresses';
import { handlers } from './calls';
import { command } from './cannot-start';
import { seedDemo } from './demo/seed';
import { keepDemoPrivate } from './demo-guard';
import { readEnvironment } from './environment';
import { prepareStore } from './first-start';
import { greet } from './greeting';
import { createApp } from './http/app';
import { answerWhileStarting } from './http/starting';
import { nightlyOf } from './nightly';
import { openSeeded, openStore } from './open';
import { readOperating } from './operating';
import { progressLine } from './progress';
import { readinessOf, spaceLeftIn } from './readiness';
import { keptSecrets } from './secrets';
import { sessionsWith } from './sessions';
import { untilToldToStop } from './stop';
import { startTallyKeeper } from './tally-keeper';
import { watch } from './watching';
import { weChatLogin } from './wechat';

command(async () => {
  const environment = readEnvironment(process.env);
  keepDemoPrivate(environment);
  const { host, dataDir, database, demo, demoPublic, trustsProxy } = environment;
  const { logLevel, metrics, drainMs } = readOperating(process.env, demo && process.stdout.isTTY === true);
  logFrom(logLevel);
  const starting = await answerWhileStarting(environment.port, host);
  const { port } = starting;
  const now = (): number => Date.now();
  const store = demo
    ? await openSeeded(
        dataDir,
        (empty) => seedDemo(empty, now(), progressLine('第一次启动，正在载入演示年度', process.stdout)),
        database,
      )
    : await openStore(dataDir, database);
  await prepareStore(store, demo, now());
  const kept = demo ? keptSecrets(dataDir) : undefined;
  const sessions = sessionsWith(environment.sessionSecrets ?? [kept?.sessionSecret ?? ''], now);
  const addresses = addressesOf(host, port);
  const spaceLeft = database === undefined ? () => spaceLeftIn(dataDir) : undefined;
  const readiness = readinessOf(store, spaceLeft);
  const watching = await watch(metrics, readiness, spaceLeft).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const keeper = startTallyKeeper({ store: watching.watched(store, 'tally'), now });
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
    deps: { ...deps, observe: watching.observe },
    sessions,
    pages: join(__dirname, '..', 'h5'),
    limits: createLimits(() => performance.now()),
    trustsProxy,
    demoPublic,
    readiness,
    ...(watching.metrics && { refusals: watching.metrics }),
    ...(environment.publicUrl === undefined && { publicUrlFor: addresses.for }),
  });
  // Until here a signal ends the process as it stands; from the first request on it is the end of the work that counts.
  const told = untilToldToStop(drainMs, readiness.stopping);
  await starting.end();
  await app.listen({ port, host });
  const nightly = nightlyOf({ ...deps, store: watching.watched(store, 'nightly') }, watching.nightly);
  console.log(await greet(deps, handlers['account.people'], addresses));
  log('info', 'started', { port });
  await told;
  await app.close();
  await nightly.stop();
  await keeper.stop();
  await store.close();
  log('info', 'stopped');
});
