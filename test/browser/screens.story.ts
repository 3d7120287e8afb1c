import { barriers, picture, picturesWanted, settled } from './look';
import { screensOf } from './screens';
import { DESK, PHONE, type Stage } from './stage';

const SIZES = [
  { size: PHONE, large: false, suffix: '375' },
  { size: PHONE, large: true, suffix: '375-large' },
  { size: DESK, large: false, suffix: '1440' },
];

export function tellScreens(stageOf: () => Stage): void {
  test.each(SIZES)(
    '每一屏（$suffix）：读屏可用，没有报错',
    async ({ size, large, suffix }) => {
      const { server, visitor } = stageOf();
      const { context, page, become, faults } = await visitor({ size, large });
      const wrong: Record<string, readonly string[]> = {};
      for (const screen of await screensOf(server)) {
        if (large && !screen.large && !picturesWanted) continue;
        const before = faults.length;
        await become(screen.as);
        await page.goto(screen.path);
        await settled(page);
        await picture(page, `${screen.name}-${suffix}`);
        const found = [...(await barriers(page)), ...faults.slice(before)];
        if (found.length > 0) wrong[screen.name] = found;
      }
      expect(wrong).toEqual({});
      await context.close();
    },
    90_000,
  );
}
