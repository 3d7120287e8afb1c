import { inflateSync } from 'node:zlib';
import { partFor } from '../../cloudfunctions/enterprise/poster-fonts';
import { posterPdf } from '../../cloudfunctions/enterprise/poster-pdf';

const poster = (enterpriseName: string, n = 0) => ({
  enterpriseName,
  districtName: '延庆区',
  shortCode: `YQ${String(n).padStart(6, '0')}`,
  url: `https://qrqq.example.cn/v?k=${String(n).padStart(32, 'A')}`,
});

/** The streams of a PDF, unpacked: page contents, fonts, and what tells a reader which glyph is which character. */
const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body]) => {
    try {
      return [inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
const unicodesIn = (pdf: Buffer): ReadonlySet<string> =>
  new Set(
    streamsOf(pdf)
      .filter((stream) => stream.includes('begincmap'))
      .flatMap((stream) => [...stream.matchAll(/<([0-9a-f]{4,8})>/gi)].map(([, hex]) => (hex ?? '').toLowerCase())),
  );
const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length;
const hexOf = (char: string): string => Buffer.from(char, 'utf16le').swap16().toString('hex');

describe('企业签到码 PDF', () => {
  it('一家一页，A4，字体嵌在里面', async () => {
    const pdf = await posterPdf(
      ['北京青穗传感技术有限公司', '北京砚石新能源材料有限公司', '北京禾序生物科技有限公司'].map(poster),
    );
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(pagesOf(pdf)).toBe(3);
    expect(text).toMatch(/\/MediaBox \[0 0 595\.27\d* 841\.88\d*\]/);
    expect(text).toContain('/FontFile2');
    expect(text).not.toContain('/BaseFont /Helvetica');
  });

  it('码是矢量路径，不是图片', async () => {
    const pdf = await posterPdf([poster('北京青穗传感技术有限公司')]);
    expect(pdf.toString('latin1')).not.toContain('/Subtype /Image');
    const page = streamsOf(pdf).find((stream) => stream.includes('BT')) ?? '';
    expect([...page.matchAll(/\d m$/gm)].length).toBeGreaterThan(300);
  });

  it.each([...'鑫淼喆昇赟堃晧骉贠'])('企业名称里的“%s”印得出来', async (char) => {
    const pdf = await posterPdf([poster(`北京${char}科技有限公司`)]);
    expect(unicodesIn(pdf)).toContain(hexOf(char));
  });

  it('常用字（GB 2312 一级字库 3755 字）全有', () => {
    const decoder = new TextDecoder('gb18030');
    const missing: string[] = [];
    for (let row = 0xb0; row <= 0xd7; row += 1)
      for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) {
        const char = decoder.decode(Uint8Array.of(row, cell));
        if (partFor(char) === undefined) missing.push(char);
      }
    expect(missing).toEqual([]);
  });

  it('字体没有的字印成 〓，不漏掉也不出错', async () => {
    const pdf = await posterPdf([poster('北京䶮科技有限公司')]);
    expect(unicodesIn(pdf)).toContain(hexOf('〓'));
    expect(unicodesIn(pdf)).not.toContain(hexOf('䶮'));
  });

  it('一批 60 家不到 4 MB', async () => {
    const names = Array.from(
      { length: 60 },
      (_, i) => `北京${String.fromCodePoint(0x4e00 + i * 97, 0x5e00 + i * 61)}科技有限公司`,
    );
    const pdf = await posterPdf(names.map(poster));
    expect(pagesOf(pdf)).toBe(60);
    expect(pdf.length).toBeLessThan(4_000_000);
  });

  it('一家也没有时是一份空文件，不出错', async () => {
    expect((await posterPdf([])).toString('latin1')).toContain('%%EOF');
  });
});
