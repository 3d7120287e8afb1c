import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { append } from '../../cloudfunctions/_core/chain';
import type { LogEntry } from '../../cloudfunctions/_core/documents';
import type { Change, Store } from '../../cloudfunctions/_core/store';
import { runNightly } from '../../cloudfunctions/nightly/run';
import { HD_ONE, QIAN, WANG, YQ_TWO } from '../journey/cast';
import { completed, rated, walkIn } from '../journey/steps';
import { DAY, openWorld } from '../journey/world';

export const silent = (): void => undefined;

/** A folder for one test, and how it goes away. */
export function folderFor(name: string): { readonly path: (file: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  return { path: (file) => join(folder, file), remove: () => rmSync(folder, { recursive: true }) };
}

/** A day of services, and the night after it. */
export async function liveThrough(store: Store): Promise<void> {
  const world = await openWorld(async () => store);
  await rated(world);
  await completed(world, WANG, YQ_TWO);
  await walkIn(world, QIAN, HD_ONE);
  world.clock.now += DAY;
  await runNightly(world.deps);
}

/** Ids and texts that engines are tempted to order or to spell in their own way. */
const ODD = ['é', 'e\u0301', 'Z', 'a', '甲', '😀', '\uffee', '"', '\\', '\u2028', 'A'];

/** More than a page of people beside the odd ones, with a history each, some written more than once. */
export async function fill(store: Store, count: number): Promise<void> {
  const log = append<LogEntry>([], { at: 0, by: 'system', what: 'person.created', facts: { 备注: '编造' } });
  const ids = [...ODD, ...Array.from({ length: count }, (_, i) => `P${i}`)].map((one) => `filled:${one}`);
  const doc = (id: string) => ({ id, scope: 'city', name: `人\u0000\ud800 ${id}`, roleKeys: [], log, 2026: 1.5e-7 });
  const inserts = ids.map((id): Change => ({ kind: 'insert', collection: 'persons', doc: doc(id) }));
  for (let i = 0; i < inserts.length; i += 500) await store.commit(inserts.slice(i, i + 500));
  for (let rev = 1; rev < 4; rev += 1)
    await store.commit(
      ids.slice(0, 8).map((id): Change => ({ kind: 'put', collection: 'persons', doc: doc(id), rev })),
    );
}
