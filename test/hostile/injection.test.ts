import { openSqlite } from '../../server/store/sqlite';
import { openWxStore } from '../wire/open';
import { startWire } from '../wire/server';
import { injectionCases } from './injection.cases';

injectionCases('SQLite', async () => {
  const store = await openSqlite(':memory:');
  return { store, close: () => store.close() };
});

injectionCases('云开发的线协议', async () => {
  const wire = await startWire();
  const store = openWxStore(wire);
  return {
    store,
    close: async () => {
      await store.close();
      await wire.close();
      expect(wire.refusals).toEqual([]);
    },
  };
});
