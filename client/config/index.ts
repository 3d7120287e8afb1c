import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..', '..');
const shared = path.join(root, 'shared');
const target = process.env.TARO_ENV ?? 'h5';

/** What is transpiled beside src: shared, our plugins' run-time part, and packages in newer syntax than a phone of 2017 reads. */
const modern = /node_modules[\\/](zustand|qrcode|jsqr)[\\/]/;
const transpiled = [shared, path.resolve(__dirname, '..', 'plugins'), (file: string) => modern.test(file)];

const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:4]' },
};

const outputRoot = process.env.OUT ?? `../dist/${process.env.KIT === '1' ? 'kit-' : ''}${target}`;
/** The browser's tab; a mini-program has its icon from WeChat. */
const icon = target === 'h5' ? [{ from: 'src/icon.svg', to: `${outputRoot}/icon.svg` }] : [];

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'qianren-qianqi',
  date: '2026-1-1',
  // The tokens are px at a width of 375: weapp turns 1px into 2rpx, H5 keeps px (see targetUnit below).
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: ['aria', 'plain-h5', 'parts'].map((name) => path.join(__dirname, '..', 'plugins', name)),
  alias: { '@': path.resolve(__dirname, '..', 'src'), '@shared': shared },
  sass: { resource: [] },
  copy: { patterns: icon, options: {} },
  // Chinese as it is: escaped, every character would take six bytes of the package instead of three.
  terser: { enable: true, config: { output: { ascii_only: false, comments: false, ecma: 5 } } },
  mini: {
    compile: { include: transpiled },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: {
      mode: 'browser',
      basename: '',
      // The address printed in every code: it must stay short and must never move.
      customRoutes: { '/pages/home/index': '/', '/pages/scan/index': '/v' },
    },
    compile: { include: transpiled },
    webpackChain(chain) {
      // The content policy lets nothing become a script's address but what this policy has made.
      chain.output.set('trustedTypes', { policyName: 'webpack' });
      // What most pages use is fetched once; the rest comes with the page that needs it.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          kit: { test: /[\\/]client[\\/]src[\\/]/, name: 'kit', chunks: 'async', minChunks: 3, enforce: true },
          pair: { chunks: 'async', minChunks: 2, minSize: 4000 },
        },
      });
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      // px stays px, so zoom and wide screens behave; it also keeps Taro's inline root-font script out of the page.
      pxtransform: { enable: true, config: { targetUnit: 'px' } },
      autoprefixer: { enable: true },
      // Would turn `input` in our styles into Taro's web component, which we do not use.
      htmltransform: { enable: false },
      cssModules,
    },
  },
}));
