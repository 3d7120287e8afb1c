const path = require('node:path');

/**
 * On H5 our components are plain HTML elements, so Taro's web components are dead weight; and its router writes
 * <style> elements and, for a title bar that we do not show, markup, which a strict content security policy refuses. All
 * are replaced: the few router rules that we need stand in styles/base.scss.
 */
const replaced = [
  [/@tarojs[\\/]components[\\/]dist[\\/]components$/, 'nothing.js'],
  [/@tarojs[\\/]components[\\/].*\.css$/, 'nothing.css'],
  [/^\.\.?[\\/](?:\.\.[\\/])?style\.js$/, 'nothing.js', /@tarojs[\\/]router[\\/]dist/],
  [/^\.[\\/]navigationBar\.js$/, 'nothing.js', /@tarojs[\\/]router[\\/]dist/],
];

module.exports = (ctx) => {
  ctx.modifyWebpackChain(({ chain, webpack }) => {
    if (process.env.TARO_ENV !== 'h5') return;
    replaced.forEach(([request, file, from], i) => {
      chain.plugin(`plain-h5-${i}`).use(webpack.NormalModuleReplacementPlugin, [
        request,
        (resource) => {
          if (!from || from.test(resource.context)) resource.request = path.join(__dirname, file);
        },
      ]);
    });
  });
};
