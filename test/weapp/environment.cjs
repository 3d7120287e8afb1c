const { TestEnvironment } = require('jest-environment-jsdom');

/** A document for the component framework, and what the server's side of a test needs of Node beside it. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { setImmediate, clearImmediate, structuredClone, TextEncoder, TextDecoder });
  }
};
