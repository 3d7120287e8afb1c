import { CannotStart, command } from './cannot-start';
import { readEnvironment } from './environment';
import { hasStore, openStore } from './open';
import { whole } from './whole';

/** `npm run verify`: has anything that was written down been changed or taken out since? */
command(async () => {
  const { dataDir, database } = readEnvironment({ ...process.env, DEMO: '1' });
  if (!hasStore(dataDir, database)) throw new CannotStart(`${dataDir} 里没有数据；DATA_DIR 指到数据所在的目录`);
  const store = await openStore(dataDir, database);
  try {
    const { histories, roots, root } = await whole(store);
    const last = roots[roots.length - 1];
    console.log(`${histories} 条历史、${roots.length} 个每日总校验值全部相符`);
    if (last) console.log(`最近一日 ${last.day}（${last.records} 条）：${last.root}`);
    console.log(`历史总校验值 ${root}`);
  } finally {
    await store.close();
  }
});
