// A cloud function's instance, as small as it can be: the folder is loaded alone, and events come one after another, each
// with the identity that the platform puts into the environment.
const { main } = require(process.argv[2]);

process.on('message', async ({ id, event, openId }) => {
  const context = openId ? { WX_OPENID: openId, WX_APPID: 'wx-test' } : {};
  delete process.env.WX_OPENID;
  Object.assign(process.env, context, { WX_CONTEXT_KEYS: Object.keys(context).join(',') });
  try {
    process.send({ id, reply: await main(event, {}) });
  } catch (error) {
    process.send({ id, error: String(error?.stack) });
  }
});
process.send({ ready: true });
