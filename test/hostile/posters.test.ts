import { posterPdf } from '../../cloudfunctions/enterprise/poster-pdf';
import { text } from '../../shared/api/shapes';
import { LENGTH } from '../../shared/visit';
import { CENTER } from '../journey/cast';
import { openWorld } from '../journey/world';
import { TYPED } from './arbitrary';
import { HOSTILE_TEXTS } from './hostile';

/** Names that the contract takes. */
export const NAMES = [
  ...HOSTILE_TEXTS,
  ...TYPED,
  '甲) Tj ET /JS (app.alert(1)) /OpenAction << BT (',
  '甲\\) /URI (http://x)',
  '%PDF-1.7 endstream endobj xref',
  '𠮷𠀀𪚥'.repeat(20),
  'e\u0301'.repeat(40),
  'ﷺ'.repeat(100),
  'a'.repeat(100),
  '，。'.repeat(50),
]
  .map((name) => text(LENGTH.org).safeParse(name))
  .flatMap((parsed) => (parsed.success ? [parsed.data] : []));

const poster = (enterpriseName: string) => ({
  enterpriseName,
  districtName: '延庆区',
  shortCode: 'YQAAAAA2',
  url: `https://example.test/v?k=${'A'.repeat(32)}`,
});

test('够多的名称可试', () => {
  expect(NAMES.length).toBeGreaterThan(40);
});

test.each(NAMES)('PDF 里的名称 %j：画得出来，没有动作，没有链接', async (name) => {
  const pdf = (await posterPdf([poster(name)])).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf.trimEnd()).toMatch(/%%EOF$/);
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  expect(pdf.match(/%%EOF/g)).toHaveLength(1);
  expect(pdf).not.toMatch(/\/(?:JavaScript|JS|OpenAction|AA|URI|Launch|SubmitForm|EmbeddedFile|AcroForm)\b/);
});

test('一批里有一个怪名称，别家的照印；文件名不带路径', async () => {
  const world = await openWorld();
  const center = world.as(CENTER);
  const names = NAMES.slice(0, 12);
  for (const [i, name] of names.entries())
    await center.ok('enterprise.register', {
      nonce: world.nonce(),
      uscc: `91110119MA${String(i).padStart(7, '0')}0`,
      codeVerifiedManually: true,
      name,
      address: name,
      industry: name.slice(0, 60).replace(/[\uD800-\uDBFF]$/, ''),
      district: '110119',
    });
  const { posters, fileName } = await center.ok('enterprise.posterPdf', { district: '110119' });
  expect(posters).toBe(names.length + 3);
  expect(fileName).toMatch(/^[^/\\\0\r\n]+\.pdf$/);
  for (const district of ['..', '__proto__', 'constructor', 'toString', '...'])
    expect((await center.ok('enterprise.posterPdf', { district })).fileName).toMatch(/^签到码-[\w.]+\.pdf$/);
  await world.close();
});
