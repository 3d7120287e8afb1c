const path = require('node:path');
const attributes = require('./attributes');

/** Lets aria-* reach the weapp: the templates at build time, the attribute table at run time. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, attributes);
      platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.js'));
    },
  });
};
