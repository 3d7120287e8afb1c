import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Print } from './print';

const H5 = join('dist', 'h5');
const WEAPP = join('dist', 'weapp');

const kb = (bytes: number): number => Math.round(bytes / 100) / 10;

function bytesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((sum, { name, parentPath, path }) => sum + statSync(join(parentPath ?? path, name)).size, 0);
}

/** The page and what it names itself; what its first screen then asks for depends on who comes. */
function entryOf(folder: string): readonly string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/?([^":]+\.(?:js|css))"/g)].map(([, file]) => file as string);
  return ['index.html', ...named];
}

function h5(print: Print): void {
  const files = entryOf(H5).map((file) => readFileSync(join(H5, file)));
  const sum = (of: (content: Buffer) => number): number => kb(files.reduce((total, one) => total + of(one), 0));
  const raw = sum((one) => one.length);
  const gzip = sum((one) => gzipSync(one, { level: 9 }).length);
  const brotli = sum((one) => brotliCompressSync(one).length);
  print.fact(
    { name: 'size H5 entry', engine: 'client', files: files.length, kb: raw, gzipKb: gzip, brotliKb: brotli },
    `网页入口 ${files.length} 个文件：${raw} kB，gzip ${gzip} kB，brotli ${brotli} kB`,
  );
}

interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[];
  readonly subpackages?: readonly { readonly root: string }[];
}

function weapp(print: Print): void {
  const app = JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as AppJson;
  const parts = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => bytesUnder(join(WEAPP, root)));
  const total = bytesUnder(WEAPP);
  const main = total - parts.reduce((sum, one) => sum + one, 0);
  print.fact(
    { name: 'size mini-program', engine: 'client', mainKb: kb(main), totalKb: kb(total), subpackages: parts.length },
    `小程序主包 ${kb(main)} kB，全部 ${kb(total)} kB，分包 ${parts.length} 个（压缩前）`,
  );
}

/** What a phone has to fetch. */
export function sizes(print: Print): void {
  if (existsSync(join(H5, 'index.html'))) h5(print);
  else print.talk('没有 dist/h5，网页的大小略过：npm run build -- h5');
  if (existsSync(join(WEAPP, 'app.json'))) weapp(print);
  else print.talk('没有 dist/weapp，小程序的大小略过：npm run build -- weapp');
}
