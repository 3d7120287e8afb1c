const { cpSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const ci = require('miniprogram-ci');

/**
 * What WeChat's own tools say of dist/weapp without a network and without an account, as one line of JSON. A process of its
 * own: the tools start workers, and go on looking for a list of extensions that they can do without.
 */

// What WeChat would answer about the account: the limits of an ordinary mini-program.
const LIMITS = {
  MaxCodeSize: 2,
  MaxSubpackageSubCodeSize: 2,
  MaxSubpackageFullCodeSize: 30,
  NavigateMiniprogramLimit: 10,
  MaxSubPackageLimit: 100,
  MinTabbarCount: 2,
  MaxTabbarCount: 5,
  MaxTabbarIconSize: 40,
};

async function check(root, folder) {
  cpSync(join(root, 'project.config.json'), join(folder, 'project.config.json'));
  cpSync(join(root, 'dist', 'weapp'), join(folder, 'dist', 'weapp'), { recursive: true });
  const privateKeyPath = join(folder, 'none.key');
  writeFileSync(privateKeyPath, 'nothing is uploaded');
  const project = new ci.Project({ appid: 'touristappid', type: 'miniProgram', projectPath: folder, privateKeyPath });
  const attr = async () => ({ platform: false, appType: 0, isSandbox: false, released: false, setting: LIMITS });
  Object.getPrototypeOf(project).attr = attr;
  project.attr = attr;

  const complaints = [];
  const onProgressUpdate = (task) => {
    if (task._status === 'warn' || task._status === 'fail') complaints.push(task._msg);
  };
  // Only what is transformed is parsed: all of it, so that nothing broken passes.
  const setting = { es6: true, minifyWXML: true, minifyWXSS: true };
  const options = { project, version: '1.0.0', desc: '', setting, onProgressUpdate };
  const compiled = await ci.getCompiledResult(options, join(folder, 'compiled.zip'));
  return { files: Object.keys(compiled), complaints, quality: await ci.checkCodeQuality(project) };
}

const folder = mkdtempSync(join(tmpdir(), 'weapp-'));
check(process.argv[2], folder)
  .then(
    (answer) => process.stdout.write(`\n${JSON.stringify(answer)}\n`),
    (error) => process.stdout.write(`\n${JSON.stringify({ error: error.message })}\n`),
  )
  .finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  });
