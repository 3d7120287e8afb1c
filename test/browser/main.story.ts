import type { Page } from 'playwright-core';
import { checkInWords } from '@/words/check-in-page';
import { say } from '@/words/kit';
import { liveWords, serviceWords } from '@/words/live';
import { ratingWords } from '@/words/rating';
import { isAt, posterOf } from './ids';
import { settled, step, tapUntil } from './look';
import type { Stage, Visitor } from './stage';

const COMMISSIONER = '周明远';
const STATION_CONTACT = '白晚晴';
const LEAD = '韩朗之';
const ENTERPRISE = '青穗';
/** What somebody may type who means harm: signs that turn the reading direction, and markup. */
const TURNED = '误报率\u202e高';
const MARKUP = '误报率高<img src=x onerror="alert(1)"><script>alert(2)</script>';

const button = (page: Page, name: string) => page.getByRole('button', { name }).first();
const confirm = (page: Page) => page.getByRole('button', { name: /确认签到$/ });

/** The poster as it hangs at the door, before every camera. */
async function hangPoster({ camera, server, visitor }: Stage): Promise<Visitor> {
  const is = isAt(ENTERPRISE);
  const { enterpriseId } = await posterOf(server, { commissioner: COMMISSIONER, contact: STATION_CONTACT, is });
  const contact = await visitor({ as: STATION_CONTACT });
  await contact.page.goto(`/station/enterprise/index?id=${enterpriseId}`);
  await camera.showTo(contact.page.getByRole('img', { name: /签到码/ }));
  return contact;
}

/** The figure of all 人次 of the year that count, and below it the records behind it. */
async function countedThisYear({ page }: Visitor): Promise<number> {
  await page.getByRole('tab', { name: '全年' }).click();
  await settled(page);
  return Number(await page.locator('.figure:visible').first().textContent());
}

/** In at the enterprise, with the live code in front. */
async function checkIn({ page }: Visitor): Promise<void> {
  await page.goto('/');
  await button(page, COMMISSIONER).click();
  await button(page, checkInWords.scanTitle).click();
  await page.getByRole('heading', { name: new RegExp(ENTERPRISE) }).waitFor();
  await step(page, 'story-1-form');
  await page.getByLabel(checkInWords.need).fill(TURNED);
  await confirm(page).click();
  await page.getByText('不能识别的字符').waitFor();
  await page.getByLabel(checkInWords.need).fill(MARKUP);
  await confirm(page).click();
  await page.getByRole('img', { name: say.code.name }).waitFor();
  await step(page, 'story-2-live');
}

/** Somebody who has never been here reads the live code. */
async function join({ page }: Visitor): Promise<void> {
  await page.goto('/v');
  await page.getByRole('heading', { name: COMMISSIONER }).waitFor();
  await step(page, 'story-3-guest-form');
  await page.getByLabel(checkInWords.job).fill('生产经理');
  await confirm(page).dblclick(); // two quick taps: one check-in
  await page.getByText(serviceWords.doneTitle).waitFor();
  await step(page, 'story-4-joined-guest');
}

/** Answers which visit it was. */
async function complete({ page }: Visitor): Promise<string> {
  await page.getByText(liveWords.enterpriseIn).waitFor();
  await step(page, 'story-5-joined');
  await tapUntil(button(page, liveWords.complete), page.getByText(liveWords.completedTitle));
  return new URL(page.url()).searchParams.get('id') ?? '';
}

async function rate({ page }: Visitor): Promise<void> {
  await button(page, serviceWords.rate).click();
  const score = (question: string, word: string) =>
    page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: word }).click();
  await score(ratingWords.expertise, `5 ${ratingWords.expertiseWords[4]}`);
  await score(ratingWords.satisfaction, `4 ${ratingWords.satisfactionWords[3]}`);
  await step(page, 'story-6-rating');
  await button(page, ratingWords.submit).dblclick();
  await page.getByText(ratingWords.thanks).waitFor();
  await step(page, 'story-7-thanks');
}

export function tellMainStory(stageOf: () => Stage): void {
  test('扫海报、实时码双方签到、完成、评价；站点的数字随之而动，打开是证据和条款', async () => {
    const { camera, server, visitor } = stageOf();
    const session = await server.session(LEAD);
    const [station] = (await server.call(session, 'station.list', {})).stations;
    const lead = await visitor({ as: LEAD });
    await lead.page.goto(`/station/evidence/index?stationId=${station?.id}&metric=personTimes`);
    const before = await countedThisYear(lead);

    const contact = await hangPoster(stageOf());
    const commissioner = await visitor({ expected: /status of 400/ });
    await checkIn(commissioner);
    await camera.showTo(commissioner.page.getByRole('img', { name: say.code.name }));
    const guest = await visitor();
    await join(guest);
    const visitId = await complete(commissioner);
    await rate(guest);

    const { visit } = await server.call(session, 'visit.get', { visitId });
    expect(visit.checkIns.map(({ side }) => side).sort()).toEqual(['enterprise', 'specialist']);
    expect(visit.ratings).toHaveLength(1);
    expect(visit.state).toBe('rated');

    await lead.page.reload();
    await lead.page.getByRole('tab', { name: '全年' }).click();
    // What the phone remembers is shown until the answer is there.
    const figure = lead.page.locator('.figure:visible', { hasText: new RegExp(`^${before + 1}$`) });
    await figure.first().waitFor();
    const evidence = lead.page.getByRole('link', { name: new RegExp(ENTERPRISE) });
    await evidence.first().waitFor();
    await button(lead.page, '第六条').click();
    await lead.page.getByRole('dialog', { name: say.clauseOf }).getByText('第六条').first().waitFor();
    await step(lead.page, 'story-8-clause');

    await commissioner.page.goto(`/pages/visit/index?id=${visitId}`);
    await commissioner.page.getByText(MARKUP).first().waitFor();
    expect(await commissioner.page.locator('main img[src="x"], main script').count()).toBe(0);
    await step(commissioner.page, 'story-9-visit');

    for (const { faults } of [contact, lead, commissioner, guest]) expect(faults).toEqual([]);
    for (const { context } of [contact, lead, commissioner, guest]) await context.close();
  }, 60_000);
}
