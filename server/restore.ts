import { CannotStart, command } from './cannot-start';
import { readEnvironment } from './environment';
import { restore } from './move/backup';
import { fileAsked } from './move/files';
import { wordsOf } from './move/proof';

/** `npm run restore -- FILE`: a backup into a data directory without data. */
command(async () => {
  const file = fileAsked('restore', '文件.db');
  const { dataDir, database } = readEnvironment({ ...process.env, DEMO: '1' });
  if (database)
    throw new CannotStart('PostgreSQL 用它自己的工具恢复（pg_basebackup、pgBackRest），见 docs/guide/postgres.md');
  const { before, after } = await restore(file, dataDir);
  console.log(before ? `备份时：${wordsOf(before)}` : '旁边没有 .proof.json，只能与库内的每日总校验值比较');
  console.log(`恢复后：${wordsOf(after)}`);
  console.log(before ? `两者相符，已恢复到 ${dataDir}` : `库内的历史全部相符，已恢复到 ${dataDir}`);
});
