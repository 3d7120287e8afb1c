/** @jest-environment jsdom */
import { TextEncoder } from 'node:util';
import { posterSvg } from '../../cloudfunctions/enterprise/poster-svg';
import { NAMES_TAKEN } from './names';

const NAMES = [...NAMES_TAKEN, '"/><script>alert(1)</script><text x="', '&#0;&amp;&lt;', '<![CDATA[x]]>', '<?xml?>'];

// Every browser and every server has it; this environment has not.
beforeAll(() => Object.assign(globalThis, { TextEncoder }));

const ALLOWED = ['svg', 'title', 'path', 'text', 'g'];

test.each(NAMES)('SVG 里的名称 %j：只是文字', (name) => {
  const svg = posterSvg({
    enterpriseName: name,
    districtName: '延庆区',
    shortCode: 'YQAAAAA2',
    url: 'https://example.test/v?k=A',
  });
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(drawing.querySelector('parsererror')).toBeNull();
  const all = [...drawing.querySelectorAll('*')];
  expect(all.filter((one) => !ALLOWED.includes(one.tagName))).toEqual([]);
  expect(
    all.flatMap((one) => one.getAttributeNames()).filter((attribute) => /^on|href|style/i.test(attribute)),
  ).toEqual([]);
  expect(drawing.querySelector('title')?.textContent).toBe(`${name} 扫码签到`);
});
