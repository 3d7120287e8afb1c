import { openPostgres } from '../../server/store/postgres';
import { withPostgres } from '../postgres/with-postgres';
import { injectionCases } from './injection.cases';
import { fuzzCases } from './over.cases';

withPostgres('PostgreSQL', (cluster) => {
  const open = async () => openPostgres(await cluster().freshDatabase());
  injectionCases('PostgreSQL', async () => {
    const store = await open();
    return { store, close: () => store.close() };
  });
  fuzzCases('PostgreSQL', open);
});
