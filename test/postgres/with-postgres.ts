import { basename } from 'node:path';
import { findPostgres } from './binaries';
import { type Cluster, startCluster } from './cluster';

const here = findPostgres() !== undefined;

/** One file says it for all. */
const SPEAKER = 'store.test.ts';

/** Tests on a PostgreSQL that is started for this file. Where there is none they are left out; CI must have one. */
export function withPostgres(name: string, suite: (cluster: () => Cluster) => void): void {
  if (!here && !process.env.CI) {
    if (basename(expect.getState().testPath ?? '') === SPEAKER)
      process.stderr.write(
        '没有找到 PostgreSQL，略过 test/postgres（安装 postgresql，或用 PG_BIN 指出它的程序在哪里）\n',
      );
    describe.skip(name, () => {
      test('PostgreSQL', () => undefined);
    });
    return;
  }
  describe(name, () => {
    let cluster: Cluster;
    beforeAll(async () => {
      cluster = await startCluster();
    }, 120_000);
    afterAll(() => cluster?.stop(), 60_000);
    suite(() => cluster);
  });
}
