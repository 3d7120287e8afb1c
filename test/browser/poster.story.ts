import { DESK, type Stage } from './stage';

/** Printing and downloading under the page's content policy: a picture from a blob, files from blobs, nothing inline. */
export function tellPoster(stageOf: () => Stage): void {
  test('企业签到码：打印、下载 PDF 和 SVG，内容策略没有拦下什么', async () => {
    const { server, visitor } = stageOf();
    const { context, page, faults } = await visitor({ as: '陈静', size: DESK });
    const mine = await server.call(await server.session('陈静'), 'account.me', {});
    const district = mine.grants.find((grant) => grant.district)?.district ?? '';
    const { enterprises } = await server.call(await server.session('陈静'), 'enterprise.list', { district, limit: 1 });
    await page.addInitScript(() => {
      window.print = () => {
        document.documentElement.dataset.printed = document.querySelector('img.print-sheet') ? 'sheet' : 'nothing';
      };
    });
    await page.goto(`/station/enterprise/index?id=${enterprises[0]?.id}`);
    await page.getByRole('button', { name: '打印' }).click();
    await page.locator('html[data-printed="sheet"]').waitFor({ state: 'attached' });
    for (const [button, ending] of [
      ['下载 PDF', '.pdf'],
      ['下载 SVG', '.svg'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      expect((await download).suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}
