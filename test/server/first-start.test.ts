import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SettingsDoc, StationDoc } from '../../cloudfunctions/_core/documents';
import type { Store } from '../../cloudfunctions/_core/store';
import { CannotStart } from '../../server/cannot-start';
import { prepareStore } from '../../server/first-start';
import { openSeeded, openStore } from '../../server/open';
import { keptSecrets } from '../../server/secrets';
import { openSqlite } from '../../server/store/sqlite';
import { NOW } from './edge';

const settings = (demo: boolean) =>
  ({
    kind: 'insert',
    collection: 'settings',
    doc: { id: 'settings', scope: 'city', inheritFrom: {}, demo, log: [] },
  }) as const;

describe('空的存储', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openSqlite(':memory:');
  });
  afterEach(() => store.close());

  test('正式运行：17 个站点、设置，只写一次', async () => {
    await prepareStore(store, false, NOW);
    await prepareStore(store, false, NOW + 1);
    const { docs } = await store.find<StationDoc>({ collection: 'stations' });
    expect(docs).toHaveLength(17);
    expect(docs.every((one) => one.rev === 1 && one.name.endsWith('工作站点'))).toBe(true);
    const [kept] = await store.get<SettingsDoc>([{ collection: 'settings', id: 'settings' }]);
    expect(kept).toMatchObject({ demo: false, rev: 1 });
  });

  test.each([true, false])('演示与正式互不相认（原来演示：%s）', async (demo) => {
    await store.commit([settings(demo)]);
    await prepareStore(store, demo, NOW);
    await expect(prepareStore(store, !demo, NOW)).rejects.toThrow(CannotStart);
  });

  test('不能用演示方式打开来路不明的数据', async () => {
    await expect(prepareStore(store, true, NOW)).rejects.toThrow(CannotStart);
  });
});

describe('数据目录', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const seed = async (store: Store): Promise<void> => {
    await store.commit([settings(true)]);
  };

  test('演示数据只载入一次', async () => {
    let times = 0;
    for (let i = 0; i < 2; i += 1) {
      const store = await openSeeded(folder, async (empty) => {
        times += 1;
        await seed(empty);
      });
      await prepareStore(store, true, NOW);
      await store.close();
    }
    expect(times).toBe(1);
    expect(readdirSync(folder)).not.toContain('seeding');
  });

  test('载入到一半停下的，下次从头载入', async () => {
    const half = await openSeeded(folder, seed);
    await half.close();
    // As a process that was killed leaves it: no process has this number.
    writeFileSync(join(folder, 'seeding'), String(2 ** 30));
    const whole = await openSeeded(folder, async (empty) => {
      expect(await empty.get([{ collection: 'settings', id: 'settings' }])).toEqual([undefined]);
      await seed(empty);
    });
    await prepareStore(whole, true, NOW);
    await whole.close();
  });

  test('别的进程正在载入时不去碰它', async () => {
    const half = await openSeeded(folder, seed);
    await half.close();
    writeFileSync(join(folder, 'seeding'), String(process.ppid));
    await expect(openSeeded(folder, seed)).rejects.toThrow(CannotStart);
    expect(existsSync(join(folder, 'store.db'))).toBe(true);
  });

  test('打不开时说出是哪个目录', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(openStore(join(folder, 'file'))).rejects.toThrow(join(folder, 'file'));
  });

  test('演示用的密钥生成一次，只有主人能读', () => {
    const first = keptSecrets(folder);
    expect(keptSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(first.sessionSecret.length).toBeGreaterThanOrEqual(32);
    rmSync(join(folder, 'secrets.json'));
    expect(keptSecrets(folder)).not.toEqual(first);
  });

  test.each(['', '{', 'null', '{"sessionSecret":1,"codeKeys":"0:x"}'])(
    '密钥文件损坏：不启动，说出是哪个文件 %#',
    (text) => {
      writeFileSync(join(folder, 'secrets.json'), text);
      expect(() => keptSecrets(folder)).toThrow(join(folder, 'secrets.json'));
    },
  );
});
