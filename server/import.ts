import { command } from './cannot-start';
import { readEnvironment } from './environment';
import { fileAsked } from './move/files';
import { checkArchive, loadArchive } from './move/load-archive';
import { openStore } from './open';
import { progressLine } from './progress';
import { whole } from './whole';

/** `npm run import -- FILE`: an archive into an empty database; run again, it goes on where it was broken off. */
command(async () => {
  const file = fileAsked('import', '文件.jsonl.gz');
  const { dataDir, database } = readEnvironment({ ...process.env, DEMO: '1' });
  await checkArchive(file, progressLine('正在核对归档', process.stdout));
  const store = await openStore(dataDir, database);
  try {
    const { documents, before, sum } = await loadArchive(store, file, progressLine('正在导入', process.stdout));
    if (before > 0) console.log(`其中 ${before} 条是上次已经导入的`);
    console.log(`已导入 ${documents} 条记录，归档校验值 ${sum}`);
    const { histories, root } = await whole(store);
    console.log(`${histories} 条历史全部相符，历史总校验值 ${root}`);
  } finally {
    await store.close();
  }
});
