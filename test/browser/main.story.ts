import type { Page } from 'playwright-core';
import { checkInWords } from '@/words/check-in-page';
import { say } from '@/words/kit';
import { liveWords, serviceWords } from '@/words/live';
import { ratingWords } from '@/words/rating';
import { posterOf } from './ids';
import { picture, settled, tapUntil } from './look';
import type { Stage } from './stage';

const COMMISSIONER = '周明远';
const STATION_CONTACT = '白晚晴';
const LEAD = '韩朗之';
const ENTERPRISE = '青穗';
/** What somebody may type who means harm: signs that turn the reading direction, and markup. */
const TURNED = '误报率\u202e高';
const MARKUP = '误报率高<img src=x onerror="alert(1)"><script>alert(2)</script>';

const button = (page: Page, name: string) => page.getByRole('button', { name }).first();

/** The figure of all counted 人次 of the year, on the page of its evidence. */
async function countedThisYear(page: Page): Promise<number> {
  await page
    .getByRole('button', { name: '全年' })
    .or(page.getByRole('tab', { name: '全年' }))
    .first()
    .click();
  await settled(page);
  return Number(await page.locator('.figure:visible').first().textContent());
}

export function tellMainStory(stageOf: () => Stage): void {
  test('扫海报、实时码双方签到、完成、评价；站点的数字随之而动，打开是证据和条款', async () => {
    const { camera, server, visitor } = stageOf();
    const lead = await server.session(LEAD);
    const [station] = (await server.call(lead, 'station.list', {})).stations;
    const evidence = `/station/evidence/index?stationId=${station?.id}&metric=personTimes`;
    const { enterpriseId } = await posterOf(server, COMMISSIONER, ENTERPRISE);

    const contact = await visitor({ as: STATION_CONTACT });
    await contact.page.goto(`/station/enterprise/index?id=${enterpriseId}`);
    await camera.showTo(contact.page.getByRole('img', { name: /签到码/ }));
    const reader = await visitor({ as: LEAD });
    await reader.page.goto(evidence);
    const before = await countedThisYear(reader.page);

    const commissioner = await visitor({ expected: /status of 400/ });
    await commissioner.page.goto('/');
    await button(commissioner.page, COMMISSIONER).click();
    await button(commissioner.page, checkInWords.scanTitle).click();
    await commissioner.page.getByRole('heading', { name: new RegExp(ENTERPRISE) }).waitFor();
    await picture(commissioner.page, 'story-1-form');
    const need = commissioner.page.getByLabel(checkInWords.need);
    const confirm = commissioner.page.getByRole('button', { name: /确认签到$/ });
    await need.fill(TURNED);
    await confirm.click();
    await commissioner.page.getByText('不能识别的字符').waitFor();
    await need.fill(MARKUP);
    await confirm.click();
    const code = commissioner.page.getByRole('img', { name: say.code.name });
    await code.waitFor();
    await picture(commissioner.page, 'story-2-live');

    const guest = await visitor();
    await camera.showTo(code);
    await guest.page.goto('/v');
    await guest.page.getByRole('heading', { name: COMMISSIONER }).waitFor();
    await picture(guest.page, 'story-3-guest-form');
    await guest.page.getByLabel(checkInWords.job).fill('生产经理');
    // Two quick taps: one check-in.
    await guest.page.getByRole('button', { name: /确认签到$/ }).dblclick();
    await guest.page.getByText(serviceWords.doneTitle).waitFor();
    await picture(guest.page, 'story-4-joined-guest');

    await commissioner.page.getByText(liveWords.enterpriseIn).waitFor();
    await picture(commissioner.page, 'story-5-joined');
    await tapUntil(
      button(commissioner.page, liveWords.complete),
      commissioner.page.getByText(liveWords.completedTitle),
    );
    const visitId = new URL(commissioner.page.url()).searchParams.get('id') ?? '';

    await button(guest.page, serviceWords.rate).click();
    const score = (question: string, word: string) =>
      guest.page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: word }).click();
    await score(ratingWords.expertise, `5 ${ratingWords.expertiseWords[4]}`);
    await score(ratingWords.satisfaction, `4 ${ratingWords.satisfactionWords[3]}`);
    await picture(guest.page, 'story-6-rating');
    await button(guest.page, ratingWords.submit).dblclick();
    await guest.page.getByText(ratingWords.thanks).waitFor();
    await picture(guest.page, 'story-7-thanks');

    const { visit } = await server.call(await server.session(COMMISSIONER), 'visit.get', { visitId });
    expect(visit.checkIns.map(({ side }) => side).sort()).toEqual(['enterprise', 'specialist']);
    expect(visit.ratings).toHaveLength(1);
    expect(visit.state).toBe('rated');

    await reader.page.reload();
    expect(await countedThisYear(reader.page)).toBe(before + 1);
    await reader.page
      .getByRole('link', { name: new RegExp(ENTERPRISE) })
      .first()
      .waitFor();
    await reader.page.getByRole('button', { name: /条/ }).first().click();
    await reader.page.getByRole('dialog', { name: say.clauseOf }).getByText(/办法/).first().waitFor();
    await picture(reader.page, 'story-8-clause');

    await commissioner.page.goto(`/pages/visit/index?id=${visitId}`);
    await commissioner.page.getByText(MARKUP).first().waitFor();
    expect(await commissioner.page.locator('main img[src="x"], main script').count()).toBe(0);
    await picture(commissioner.page, 'story-9-visit');

    for (const { faults } of [contact, reader, commissioner, guest]) expect(faults).toEqual([]);
    for (const { context } of [contact, reader, commissioner, guest]) await context.close();
  }, 60_000);
}
