import { CannotStart, command } from './cannot-start';
import { readEnvironment } from './environment';
import { backUp } from './move/backup';
import { fileAsked } from './move/files';
import { proofFile, wordsOf } from './move/proof';
import { hasStore } from './open';

/** `npm run backup -- FILE`: the embedded database in one file, while the server runs. */
command(async () => {
  const file = fileAsked('backup', '文件.db');
  const { dataDir, database } = readEnvironment({ ...process.env, DEMO: '1' });
  if (database)
    throw new CannotStart(
      'PostgreSQL 用它自己的工具备份，做法见 docs/guide/postgres.md；要一份能搬走的，用 npm run export',
    );
  if (!hasStore(dataDir)) throw new CannotStart(`${dataDir} 里没有数据；DATA_DIR 指到数据所在的目录`);
  const proof = await backUp(dataDir, file);
  console.log(`已备份到 ${file}，核对无误：${wordsOf(proof)}`);
  console.log(`核对的结果写在 ${proofFile(file)}，恢复时用来比较；CODE_KEYS 和 SESSION_SECRET 请另外保存`);
});
