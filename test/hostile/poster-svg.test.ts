/** @jest-environment jsdom */
import { posterSvg } from '../../cloudfunctions/enterprise/poster-svg';
import { text } from '../../shared/api/shapes';
import { LENGTH } from '../../shared/visit';
import { TYPED } from './arbitrary';
import { HOSTILE_TEXTS } from './hostile';

const NAMES = [
  ...HOSTILE_TEXTS,
  ...TYPED,
  '"/><script>alert(1)</script><text x="',
  '&#0;&amp;&lt;',
  '<![CDATA[x]]>',
  '<?xml?>',
]
  .map((name) => text(LENGTH.org).safeParse(name))
  .flatMap((parsed) => (parsed.success ? [parsed.data] : []));

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
