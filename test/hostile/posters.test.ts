import { posterPdf } from '../../cloudfunctions/enterprise/poster-pdf';
import { CENTER } from '../journey/cast';
import { openWorld } from '../journey/world';
import { NAMES_TAKEN } from './names';

const poster = (enterpriseName: string) => ({
  enterpriseName,
  districtName: '延庆区',
  shortCode: 'YQAAAAA2',
  url: `https://example.test/v?k=${'A'.repeat(32)}`,
});

test('够多的名称可试', () => {
  expect(NAMES_TAKEN.length).toBeGreaterThan(40);
});

test('PDF 里的名称：画得出来，没有动作，没有链接', async () => {
  const pdf = (await posterPdf(NAMES_TAKEN.map(poster))).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf.trimEnd()).toMatch(/%%EOF$/);
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(NAMES_TAKEN.length);
  expect(pdf.match(/%%EOF/g)).toHaveLength(1);
  expect(pdf).not.toMatch(/\/(?:JavaScript|JS|OpenAction|AA|URI|Launch|SubmitForm|EmbeddedFile|AcroForm)\b/);
});

test('一批里有一个怪名称，别家的照印；文件名不带路径', async () => {
  const world = await openWorld();
  const center = world.as(CENTER);
  const names = NAMES_TAKEN.slice(0, 12);
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
