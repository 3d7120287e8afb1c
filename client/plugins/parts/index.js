const path = require('node:path');

const runtime = JSON.stringify(path.join(__dirname, 'runtime.js'));

/** On H5 every page is a file of its own: lets runtime.js see the list of them before the router starts. */
module.exports = (ctx) => {
  ctx.modifyWebpackChain(({ chain }) => {
    if (process.env.TARO_ENV !== 'h5') return;
    chain.plugin('mainPlugin').tap(([options]) => {
      const meta = options.loaderMeta;
      meta.extraImportForWeb += `import { mindParts } from ${runtime}\n`;
      meta.execBeforeCreateWebApp += 'mindParts(config.routes)\n';
      return [options];
    });
  });
};
