import { posterSvg } from '../../cloudfunctions/enterprise/poster-svg';

const poster = {
  enterpriseName: '北京青穗传感技术有限公司',
  districtName: '延庆区',
  shortCode: 'YQ000417',
  url: 'https://qrqq.example.cn/v?k=A2K9XPLM1Q.......bXKd83hsKQ92lsk0',
};
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
const sizesOf = (svg: string, words: readonly string[]): number[] =>
  words.map((word) => Number(new RegExp(`font-size="(\\d+)"[^>]*>${word}`).exec(svg)?.[1]));

describe('企业签到码 SVG', () => {
  it('写明做什么、哪家企业、哪个区、企业码和这个码不是什么', () => {
    const texts = textsOf(posterSvg(poster));
    expect(texts).toEqual(
      expect.arrayContaining(['扫码签到', '北京青穗传感技术有限公司', '延庆区 · 企业码 YQ000417', '延庆区工作站点']),
    );
    expect(texts.some((text) => text.includes('双方各扫一次'))).toBe(true);
  });

  it('是 A4，码是 100 毫米见方的一条路径', () => {
    const svg = posterSvg(poster);
    expect(svg).toMatch(/width="210mm" height="297mm" viewBox="0 0 2100 2970"/);
    const code = /<path transform="translate\(550 \d+\) scale\(([\d.]+)\)" fill="#12262d" d="(M0 0h7v1h-7z[^"]*)"/.exec(
      svg,
    );
    const right = Math.max(
      ...[...(code?.[2] ?? '').matchAll(/M(\d+) \d+h(\d+)/g)].map(([, x, run]) => Number(x) + Number(run)),
    );
    expect(right * Number(code?.[1])).toBeCloseTo(1000);
  });

  it('没有脚本、样式和外部文件，打印页的内容安全策略不用放宽', () => {
    expect(posterSvg(poster)).not.toMatch(/<script|<style|style=|href=|@import|url\(/);
  });

  it('名称里的尖括号、引号和 & 只当文字', () => {
    const svg = posterSvg({ ...poster, enterpriseName: `A<script>&"'公司` });
    expect(svg).not.toContain('<script');
    expect(textsOf(svg)).toContain('A&lt;script&gt;&amp;&quot;&apos;公司');
  });

  it.each([
    // name, lines, size
    ['北京青穗传感技术有限公司', ['北京青穗传感技术有限公司'], 90],
    ['一二三四五六七八九十一二三四五六七八九', ['一二三四五六七八九十一二三四五六七八九'], 90],
    ['北京延庆低空装备与航空材料检测技术研究有限公司', ['北京延庆低空装备与航空材料检测技术研究', '有限公司'], 90],
  ])('%s 分成 %j，字号 %i', (enterpriseName, lines, size) => {
    const svg = posterSvg({ ...poster, enterpriseName });
    expect(textsOf(svg)).toEqual(expect.arrayContaining([...lines]));
    expect(sizesOf(svg, lines)).toEqual(lines.map(() => size));
  });

  it.each([39, 50, 60, 100])('%i 个字的名称不丢字，两行都在版心里', (length) => {
    const enterpriseName = Array.from({ length }, (_, i) => String.fromCodePoint(0x5000 + i * 7)).join('');
    const svg = posterSvg({ ...poster, enterpriseName });
    const lines = textsOf(svg).filter((text) => enterpriseName.includes(text) && text !== '');
    const sizes = sizesOf(svg, lines);
    expect(lines.join('')).toBe(enterpriseName);
    expect(lines).toHaveLength(2);
    for (const [i, line] of lines.entries()) expect(line.length * (sizes[i] ?? 0)).toBeLessThanOrEqual(1740);
  });

  it('不在英文单词中间、不在标点前换行', () => {
    const enterpriseName = '北京 A&B Robotics（中国）Co., Ltd. 智能装备研发有限公司';
    const lines = textsOf(posterSvg({ ...poster, enterpriseName })).filter((text) =>
      enterpriseName.includes(text.replace(/&amp;/g, '&')),
    );
    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toMatch(/^[.,）&]/);
    expect(`${lines[0]}|${lines[1]}`).not.toMatch(/[A-Za-z]\|[A-Za-z]/);
  });
});
