import { type GrantScope, type Role, SCOPE_OF } from '../../shared/access';
import { districtName } from '../../shared/enterprise';
import type { EnterpriseDoc, StationDoc } from './documents';
import type { Key, Store } from './store';

interface Scoped {
  readonly role: Role;
  readonly scope: GrantScope;
}

/** What a grant is for, in words: 延庆区工作站点, an enterprise's name, 延庆区科协, 全市. One round trip for all of them. */
export async function scopeNames(store: Store, grants: readonly Scoped[]): Promise<(grant: Scoped) => string> {
  const keys: Key[] = grants.flatMap(({ scope }): Key[] => [
    ...(scope.enterpriseId ? [{ collection: 'enterprises' as const, id: scope.enterpriseId }] : []),
    ...(scope.stationId ? [{ collection: 'stations' as const, id: scope.stationId }] : []),
  ]);
  const docs = keys.length > 0 ? await store.get<EnterpriseDoc | StationDoc>(keys) : [];
  const names = new Map(keys.map((key, i) => [key.id, docs[i]?.name ?? '']));
  return ({ role, scope }) => {
    const field = SCOPE_OF[role];
    if (field === null) return '全市';
    const value = scope[field] ?? '';
    if (field === 'district') return `${districtName(value)}科协`;
    return field === 'org' ? value : (names.get(value) ?? '');
  };
}
