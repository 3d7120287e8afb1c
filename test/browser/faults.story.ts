import type { Page, Route } from 'playwright-core';
import { checkInWords, queuedWords } from '@/words/check-in-page';
import { findingWords } from '@/words/findings';
import { say } from '@/words/kit';
import { liveWords } from '@/words/live';
import { queueWords } from '@/words/queue';
import '@/words/check-in';
import { districtOfStation } from '../../shared/station/station-id';
import type { RunningServer } from './server';
import type { Stage, Visitor } from './stage';

const COMMISSIONER = '许静川';
const SOMEBODY_ELSE = '周明远';
const STATION_CONTACT = '白晚晴';
/** What a browser says of a network that is not there, and of servers that fail. */
const FAULTY = /ERR_|status of (4|5)\d\d|Failed to load|ChunkLoadError|Loading (CSS )?chunk/;
const CHECK_IN = '**/api/visit.checkIn';

/** Enterprises of the station at which nobody is today: each story takes one of its own. */
async function openDoors(server: RunningServer): Promise<() => Promise<{ token: string; name: string }>> {
  const contact = await server.session(STATION_CONTACT);
  const { grants } = await server.call(contact, 'account.me', {});
  const [district] = grants.flatMap(({ stationId }) => (stationId === undefined ? [] : districtOfStation(stationId)));
  const { enterprises } = await server.call(contact, 'enterprise.list', { ...(district && { district }), limit: 200 });
  const doors = [...enterprises].reverse();
  return async () => {
    const door = doors.shift();
    if (!door) throw new Error('the demonstration has no enterprise left');
    const { token } = await server.call(contact, 'enterprise.poster', { enterpriseId: door.id });
    return { token, name: door.name };
  };
}

/** Today's check-ins at an enterprise by one person, not counting the others. */
async function checkInsAt(server: RunningServer, name: string, who = COMMISSIONER): Promise<number> {
  const session = await server.session(who);
  const { visits } = await server.call(session, 'visit.list', { of: 'mine', only: 'today', limit: 100 });
  const here = visits.filter(({ enterprise }) => enterprise.name === name);
  const details = await Promise.all(here.map(({ id }) => server.call(session, 'visit.get', { visitId: id })));
  return details.flatMap(({ visit }) => visit.checkIns.filter(({ mine }) => mine)).length;
}

async function fillIn(page: Page, token: string): Promise<void> {
  await page.goto(`/v?k=${token}`);
  await page.getByLabel(checkInWords.need).fill('造雪机能耗偏高');
}
const confirm = (page: Page) => page.getByRole('button', { name: /确认签到$/ }).click();
const queued = (page: Page) => page.getByRole('heading', { name: queuedWords.title }).waitFor();
const retry = (page: Page) => page.getByRole('button', { name: queuedWords.retry }).click();
const showsCode = (page: Page) => page.getByRole('img', { name: say.code.name }).waitFor();
const atHome = (page: Page) => page.getByRole('navigation').first().waitFor();

/** What one faulty answer after another looks like. */
const faults: readonly ((route: Route) => Promise<void>)[] = [
  (route) => route.abort(),
  (route) => route.fulfill({ status: 503, json: { ok: false, code: 'broken', message: '' } }),
  (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
  (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Please sign in to the network</h1>' }),
  (route) => route.fulfill({ status: 500, json: { ok: false, code: 'broken', message: '' } }),
  (route) => route.fulfill({ status: 429, json: { ok: false, code: 'too-many', message: '', retryAfter: 60 } }),
];

export function tellFaults(stageOf: () => Stage): void {
  let doors: ReturnType<typeof openDoors>;
  const nextDoor = async () => {
    doors ??= openDoors(stageOf().server);
    return (await doors)();
  };
  const phone = (): Promise<Visitor> => stageOf().visitor({ as: COMMISSIONER, expected: FAULTY });

  test('送出以后、收到答复以前页面没了：再打开时自己再送，恰好一次', async () => {
    const { server } = stageOf();
    const { token, name } = await nextDoor();
    const { context, page } = await phone();
    await fillIn(page, token);
    const arrived = new Promise<void>((resolve) => {
      void page.route(CHECK_IN, async (route) => {
        await route.fetch();
        resolve();
      });
    });
    await confirm(page);
    await arrived;
    await page.close();
    expect(await checkInsAt(server, name)).toBe(1);

    const reopened = await context.newPage();
    const again = reopened.waitForResponse(CHECK_IN);
    await reopened.goto('/');
    expect(await (await again).json()).toMatchObject({ ok: true, data: { replayed: true } });
    expect(await checkInsAt(server, name)).toBe(1);
    await context.close();
  }, 60_000);

  test('答复丢在路上：再送得到同一个答复，恰好一次', async () => {
    const { server } = stageOf();
    const { token, name } = await nextDoor();
    const { context, page, faults } = await phone();
    await fillIn(page, token);
    await page.route(CHECK_IN, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await confirm(page);
    await queued(page);
    await page.unroute(CHECK_IN);
    const again = page.waitForResponse(CHECK_IN);
    await retry(page);
    expect(await (await again).json()).toMatchObject({ ok: true, data: { replayed: true } });
    await showsCode(page);
    expect(await checkInsAt(server, name)).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  test('断线、503、网关的网页、别人的网页、出错、太频繁：都留着，说在等什么，好了恰好一次', async () => {
    const { server } = stageOf();
    const { token, name } = await nextDoor();
    const { context, page } = await phone();
    await fillIn(page, token);
    const nonces = new Set<string>();
    let which = 0;
    await page.route(CHECK_IN, async (route) => {
      nonces.add(route.request().postDataJSON().nonce);
      await faults[which]?.(route);
    });
    await confirm(page);
    await queued(page);
    for (which = 1; which < faults.length; which += 1) {
      const answered = page.waitForResponse(CHECK_IN);
      await retry(page);
      await answered;
      await queued(page);
    }
    which = 0;
    await page.goto('/');
    await page.getByText(queueWords.waiting, { exact: true }).waitFor();
    await page.goto(`/v?k=${token}`);
    await queued(page);
    await page.unroute(CHECK_IN);
    await retry(page);
    await showsCode(page);
    expect(nonces.size).toBe(1);
    expect(await checkInsAt(server, name)).toBe(1);
    await context.close();
  }, 60_000);

  test('手机里的东西全是乱的：每一样都不碍事', async () => {
    const { context, page, faults } = await phone();
    const session = await stageOf().server.session(COMMISSIONER);
    for (const garbage of ['{"', 'null', '7', '"x"', '[]', '{}', '{"at":1,"data":null}']) {
      await page.goto('/healthz');
      await page.evaluate(
        ([text, token]) => {
          localStorage.clear();
          const keys = ['large', 'standing', 'clock', 'places', 'lock.queue', 'queue.a', 'draft.last-check-in'];
          for (const key of [...keys, 'last.account.me:{}']) localStorage.setItem(`qr.${key}`, text);
          localStorage.setItem('qr.session', JSON.stringify(token));
        },
        [garbage, session] as const,
      );
      await page.goto('/');
      await atHome(page);
      await page
        .getByText(/^许老师/)
        .first()
        .waitFor();
    }
    // A session that is none leads to signing in.
    await page.evaluate(() => localStorage.setItem('qr.session', '{"a":1}'));
    await page.goto('/');
    await page.waitForURL(/sign-in/);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  test('手机没有空间：说清楚不要关页面，有网络后照样送到', async () => {
    const { server } = stageOf();
    const { token, name } = await nextDoor();
    const { context, page, faults } = await phone();
    await fillIn(page, token);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.route(CHECK_IN, (route) => route.abort());
    await confirm(page);
    await queued(page);
    await page.getByText(queuedWords.notKept).waitFor();
    await page.unroute(CHECK_IN);
    await retry(page);
    await showsCode(page);
    expect(await checkInsAt(server, name)).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  test('两个窗口同时送同一条：恰好一次', async () => {
    const { server } = stageOf();
    const { token, name } = await nextDoor();
    const { context, page } = await phone();
    await context.route(CHECK_IN, (route) => route.abort());
    await fillIn(page, token);
    await confirm(page);
    await queued(page);
    const other = await context.newPage();
    await other.goto('/');
    await other.getByText(queueWords.waiting, { exact: true }).waitFor();
    await context.unroute(CHECK_IN);
    const bothBack = [page, other].map((one) =>
      one.evaluate(() => {
        window.dispatchEvent(new Event('offline'));
        document.dispatchEvent(new Event('visibilitychange'));
      }),
    );
    await Promise.all(bothBack);
    await showsCode(page);
    await other.getByText(queueWords.waiting, { exact: true }).waitFor({ state: 'detached' });
    expect(await checkInsAt(server, name)).toBe(1);
    await context.close();
  }, 60_000);

  test('手机快一小时：没有网络时按手机的钟记，送达后说明改用了收到的时间', async () => {
    const { server } = stageOf();
    const { token, name } = await nextDoor();
    const { context, page, faults } = await phone();
    await page.addInitScript(() => {
      const right = Date.now;
      Date.now = () => right() + 3_600_000;
    });
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(`/v?k=${token}`);
    await page.getByLabel(checkInWords.orgName).fill('北辰先进材料研究院');
    await page.getByLabel(checkInWords.job).fill('研究员');
    await page.getByLabel(checkInWords.need).fill('造雪机能耗偏高');
    await confirm(page);
    await queued(page);
    await page.unroute('**/api/**');
    await retry(page);
    await page.getByText(findingWords('clock-ahead', {}).title).waitFor();
    expect(await checkInsAt(server, name)).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  test('换了人登录：前一个人存着的不以后一个人的名义送，换回来才送', async () => {
    const { server } = stageOf();
    const { token, name } = await nextDoor();
    const { context, page } = await phone();
    await page.goto('/');
    await atHome(page);
    await context.route(CHECK_IN, (route) => route.abort());
    await fillIn(page, token);
    await confirm(page);
    await queued(page);

    const change = async (who: string) => {
      const session = await server.session(who);
      await page.goto('/healthz');
      await page.evaluate((text) => {
        for (const key of Object.keys(localStorage)) if (key.startsWith('qr.last.')) localStorage.removeItem(key);
        localStorage.setItem('qr.session', text);
      }, JSON.stringify(session));
      await page.goto('/');
      await atHome(page);
    };
    await page.goto('/healthz');
    const sent: string[] = [];
    context.on('request', (request) => request.url().endsWith('visit.checkIn') && sent.push(request.url()));
    await context.unroute(CHECK_IN);
    await change(SOMEBODY_ELSE);
    await page.getByText(queueWords.others(1)).waitFor();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.reload();
    await page.getByText(queueWords.others(1)).waitFor();
    expect(sent).toEqual([]);
    expect(await checkInsAt(server, name, SOMEBODY_ELSE)).toBe(0);

    const again = page.waitForResponse(CHECK_IN);
    await change(COMMISSIONER);
    expect(await (await again).json()).toMatchObject({ ok: true });
    expect(await checkInsAt(server, name)).toBe(1);
    expect(await checkInsAt(server, name, SOMEBODY_ELSE)).toBe(0);
    await context.close();
  }, 60_000);

  test('点完成服务时没有网络：存在手机里，再打开还在，恢复后完成', async () => {
    const { server } = stageOf();
    const { token, name } = await nextDoor();
    const session = await server.session(COMMISSIONER);
    const form = { orgName: '北辰先进材料研究院', title: '研究员', need: '造雪机能耗偏高' };
    const { visitId } = await server.call(session, 'visit.checkIn', {
      nonce: `${Date.now()}-mine`,
      code: token,
      ...form,
    });
    const live = await server.call(session, 'visit.liveCode', { visitId });
    const { token: guest } = await server.call('', 'account.guest', {});
    const code = new URL(live.url).searchParams.get('k') ?? '';
    const their = { ...form, orgName: name, title: '生产经理' };
    await server.call(guest, 'visit.checkIn', { nonce: `${Date.now()}-their`, code, ...their });

    const { context, page, faults } = await phone();
    await page.route('**/api/visit.complete', (route) => route.abort());
    await page.goto(`/pages/visit/index?id=${visitId}&do=complete`);
    await page.getByRole('button', { name: '确认完成' }).click();
    await page.getByText(queueWords.waiting, { exact: true }).first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: liveWords.sendNow }).waitFor();
    await page.unroute('**/api/visit.complete');
    await page.getByRole('button', { name: liveWords.sendNow }).click();
    await page.getByText(queueWords.waiting, { exact: true }).waitFor({ state: 'detached' });
    const { visit } = await server.call(session, 'visit.get', { visitId });
    expect(visit.state).toBe('completed');
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  test('打开首页以后断网：签到页已经备好；没下载过的页面说清楚，连上再试就好', async () => {
    const { context, page, faults } = await phone();
    await page.goto('/');
    await atHome(page);
    await page.waitForFunction(() => performance.getEntriesByName('fetched-ahead').length > 0);
    await context.setOffline(true);
    await page.getByRole('button', { name: '我的', exact: true }).click();
    await page.getByRole('heading', { name: say.unfetched }).waitFor();
    await page.getByRole('button', { name: say.again }).click();
    await page.getByRole('heading', { name: say.unfetched }).waitFor();
    await page.getByRole('button', { name: say.back }).click();
    await atHome(page);
    await page
      .getByText(/^扫(码签到|另一个码)/)
      .first()
      .click();
    await page.getByText(checkInWords.scanLead).first().waitFor();
    await context.setOffline(false);
    await page.goto('/pages/me/index');
    await page.getByRole('heading', { name: '我的' }).first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);
}
