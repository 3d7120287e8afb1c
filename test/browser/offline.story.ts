import { checkInWords, queuedWords } from '@/words/check-in-page';
import { say } from '@/words/kit';
import { isAt, posterOf } from './ids';
import { step } from './look';
import type { Stage } from './stage';

const COMMISSIONER = '周明远';
/** What a browser says of a network that is not there. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK_CHANGED/;

export function tellOffline(stageOf: () => Stage): void {
  test('没有网络时签到：存在手机里，重新打开还在，恢复后恰好一次', async () => {
    const { server, visitor } = stageOf();
    const { token, visitId } = await posterOf(server, {
      commissioner: COMMISSIONER,
      contact: '白晚晴',
      is: isAt('澄湖'),
    });
    const { context, page, faults } = await visitor({ as: COMMISSIONER, expected: NO_NETWORK });
    await page.goto(`/v?k=${token}`);
    await page.getByLabel(checkInWords.need).fill('造雪机能耗偏高');
    await context.setOffline(true);
    await page.getByRole('button', { name: /确认签到$/ }).click();
    await page.getByRole('heading', { name: queuedWords.title }).waitFor();
    await step(page, 'offline-queued');

    // The page can be fetched again, the server not yet.
    await context.route('**/api/**', (route) => route.abort());
    await context.setOffline(false);
    await page.reload();
    await page.getByRole('heading', { name: queuedWords.title }).waitFor();

    await context.unroute('**/api/**');
    await page.getByRole('button', { name: queuedWords.retry }).click();
    await page.getByRole('img', { name: say.code.name }).waitFor();
    const { visit } = await server.call(await server.session(COMMISSIONER), 'visit.get', { visitId });
    expect(visit.checkIns).toMatchObject([{ side: 'specialist', need: '造雪机能耗偏高' }]);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);
}
