import { CannotStart, command } from './cannot-start';
import { readEnvironment } from './environment';
import { fileAsked } from './move/files';
import { writeArchive } from './move/write-archive';
import { hasStore, openStore } from './open';
import { progressLine } from './progress';

/** `npm run export -- FILE`: everything that is stored, as one moment held it; the server may go on meanwhile. */
command(async () => {
  const file = fileAsked('export', '文件.jsonl.gz');
  const { dataDir, database } = readEnvironment({ ...process.env, DEMO: '1' });
  if (!hasStore(dataDir, database)) throw new CannotStart(`${dataDir} 里没有数据；DATA_DIR 指到数据所在的目录`);
  const store = await openStore(dataDir, database);
  try {
    const { documents, sum } = await writeArchive(store, file, progressLine('正在导出', process.stdout));
    console.log(`已导出 ${documents} 条记录到 ${file}`);
    console.log(`归档校验值 ${sum}（导入时会再打印一次，应当相同）`);
    console.log('归档里没有 CODE_KEYS 和 SESSION_SECRET，请另外保存；里面有姓名等个人信息，请妥善保管');
  } finally {
    await store.close();
  }
});
