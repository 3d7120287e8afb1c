import type { PersonDoc } from './documents';
import type { Store } from './store';

/** Names by id, in one round trip; somebody who no longer exists keeps a placeholder. */
export async function namesOf(store: Store, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return [];
  const people = await store.get<PersonDoc>(unique.map((id) => ({ collection: 'persons', id })));
  return unique.map((id, i) => ({ id, name: people[i]?.name ?? '—' }));
}

/** 张** : for readers who need to know that there was somebody, not who. */
export const masked = (name: string): string => (name.length > 0 ? `${[...name][0]}**` : '');
