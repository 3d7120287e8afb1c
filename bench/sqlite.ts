import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embedded, openStore } from '../server/open';
import { bulkSqlite } from './bulk-sqlite';
import { atEnd } from './ends';
import type { Ground, Loader } from './ground';
import { fire, type Shot, shot } from './load';
import { start } from './process';

const FORM = { orgName: '星野材料研究院', title: '研究员', need: '产线能耗诊断' };

function* bareCheckIns(): Generator<Shot> {
  for (let n = 0; ; n += 1) yield shot('/', { nonce: `${process.pid}-${n}-${Math.random()}`, ...FORM });
}

/** The embedded database in a directory of its own, beside the bare reference in another process. */
export async function sqliteGround(): Promise<Ground> {
  const directory = mkdtempSync(join(tmpdir(), 'qianren-bench-'));
  const bare = start(
    ['dist/bench/reference.js', join(directory, 'reference.db')],
    {},
    join(directory, 'reference.log'),
  );
  const port = await bare.said((log) => /^listening (\d+)$/m.exec(log)?.[1]);
  const shots = bareCheckIns();
  return {
    engine: 'sqlite',
    async freshSite() {
      const own = mkdtempSync(join(directory, 'site-'));
      const loader = async (): Promise<Loader> => {
        await (await openStore(own)).close();
        return bulkSqlite(embedded.fileIn(own));
      };
      return { directory: own, loader, env: { DATA_DIR: own } };
    },
    reference: async (clients, seconds) => (await fire([`http://127.0.0.1:${port}`], clients, shots, seconds)).rps,
    close: atEnd(async () => {
      await bare.stop();
      rmSync(directory, { recursive: true, force: true });
    }),
  };
}
