import { openSqlite } from '../../server/store/sqlite';

/** Writes without end with many committers at once, and prints each acknowledged id. Arguments: file, first number. */
const [file = '', first = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
  const store = await openSqlite(file);
  let next = Number(first);
  const writer = async (): Promise<void> => {
    for (;;) {
      const id = `v:${next++}`;
      const outcome = await store.commit([
        { kind: 'insert', collection: 'visits', doc: { id, scope: 's' } },
        { kind: 'insert', collection: 'audit', doc: { id, scope: 's' } },
      ]);
      if (outcome === 'done') process.stdout.write(`${id}\n`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, writer));
}

void main();
