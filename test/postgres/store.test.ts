import { openPostgres } from '../../server/store/postgres';
import { storeContract } from '../contract/store.contract';
import { storeProperty } from '../contract/store.property';
import { withPostgres } from './with-postgres';

withPostgres('PostgreSQL 存储', (cluster) => {
  let url: string;
  beforeAll(async () => {
    url = await cluster().freshDatabase();
  });
  const emptied = async () => {
    const store = await openPostgres(url);
    await cluster().empty(url);
    return { store, close: () => store.close() };
  };
  storeContract('PostgreSQL', emptied);
  storeProperty('PostgreSQL', emptied, 100);
});
