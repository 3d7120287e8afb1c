import { CannotStart, command } from './cannot-start';
import { readEnvironment } from './environment';
import { hasStore, openStore } from './open';
import { verifyHistories } from './verify-histories';

/** `npm run verify`: has anything that was written down been changed or taken out since? */
command(async () => {
  const { dataDir } = readEnvironment({ ...process.env, DEMO: '1' });
  if (!hasStore(dataDir)) throw new CannotStart(`${dataDir} 里没有数据；DATA_DIR 指到数据所在的目录`);
  const store = await openStore(dataDir);
  const verdict = await verifyHistories(store);
  await store.close();
  switch (verdict.kind) {
    case 'broken':
      throw new CannotStart(`记录被改动过：${verdict.collection} ${verdict.id} 的第 ${verdict.line} 行与前一行对不上`);
    case 'root-differs':
      throw new CannotStart(
        `${verdict.day} 的总校验值对不上：当时 ${verdict.sealed}，现在 ${verdict.found}，当天有记录被整条换掉或拿走`,
      );
    case 'whole': {
      const { histories, roots } = verdict;
      const last = roots[roots.length - 1];
      console.log(`${histories} 条历史、${roots.length} 个每日总校验值全部相符`);
      if (last) console.log(`最近一日 ${last.day}（${last.records} 条）：${last.root}`);
    }
  }
});
