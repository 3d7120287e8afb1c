import { buildClient } from './client.mjs';
import { unlessCurrent } from './stamp.mjs';

// Imported when it is needed: what it imports itself may not be installed yet when this file is read.
const bundle = () => import('./bundle.mjs');

const COMMON = ['shared', 'tools/lib', 'package-lock.json', 'tsconfig.json'];

const client = (name, what) => ({
  what,
  inputs: ['client', ...COMMON],
  work: () => buildClient(name),
});

const TARGETS = {
  h5: client('h5', '网页端'),
  weapp: client('weapp', '小程序'),
  server: {
    what: '服务器',
    inputs: ['server', 'cloudfunctions', ...COMMON],
    work: async () =>
      (await bundle()).bundleForServer(
        ['main', 'verify', 'invite', 'export', 'import', 'backup', 'restore'].map((name) => `server/${name}.ts`),
        'dist/server',
      ),
  },
  cloudfunctions: {
    what: '云函数',
    inputs: ['cloudfunctions', ...COMMON],
    work: async () => (await import('./cloud.mjs')).buildCloudFunctions(),
  },
  bench: {
    what: '基准测试',
    inputs: ['bench', 'test/postgres', 'test/wire', 'server', 'cloudfunctions', ...COMMON],
    work: async () => (await bundle()).bundleForServer(['bench/main.ts', 'bench/reference.ts'], 'dist/bench'),
  },
  faults: {
    what: '故障演练',
    inputs: ['bench', 'server', 'cloudfunctions', ...COMMON],
    work: async () => (await bundle()).bundleForServer(['bench/faults.ts'], 'dist/faults'),
  },
};

export const TARGET_NAMES = Object.keys(TARGETS);

/** Builds what is missing or older than its sources. */
export async function ensure(names) {
  for (const name of names) {
    const { what, inputs, work } = TARGETS[name];
    const began = Date.now();
    const built = await unlessCurrent({ name, inputs, output: `dist/${name}` }, async () => {
      console.log(`正在构建${what}……`);
      await work();
    });
    if (built) console.log(`${what}已构建：dist/${name}（${((Date.now() - began) / 1000).toFixed(1)} 秒）`);
  }
}
