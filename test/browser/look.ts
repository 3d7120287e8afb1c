import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** SHOTS=folder keeps a picture of every screen in every size, to be looked at. */
const folder = process.env.SHOTS;
export const picturesWanted = folder !== undefined;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

export async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** What axe-core finds serious or critical, one line each. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as {
      axe: { run: (where: Document, how: object) => Promise<{ violations: Violation[] }> };
    };
    return (await runner.run(document, { resultTypes: ['violations'] })).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** A step of a story: its picture, and that everybody can use it. */
export async function step(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await barriers(page)).toEqual([]);
}

/** Everything that was asked for has come, and is drawn. Pages below the one in front are in the document, too. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const inFront = [...document.querySelectorAll<HTMLElement>('main')].filter((main) => main.offsetParent !== null);
    const waits = [...document.querySelectorAll<HTMLElement>('[aria-busy="true"]')];
    return (
      inFront.some((main) => (main.textContent ?? '').trim() !== '') && waits.every((one) => one.offsetParent === null)
    );
  });
}

/** For a button that does not count a tap right after it has appeared, where another one was just tapped. */
export async function tapUntil(button: Locator, effect: Locator): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await button.click({ timeout: 2_000 }).catch(() => undefined);
    const done = await effect
      .first()
      .waitFor({ timeout: 1_500 })
      .then(
        () => true,
        () => false,
      );
    if (done) return;
    if (tries === 6) throw new Error(`six taps on ${button} did not bring ${effect}`);
  }
}
