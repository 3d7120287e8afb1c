import type { Store } from '../cloudfunctions/_core/store';
import { CannotStart } from './cannot-start';
import { type Verdict, verifyHistories } from './verify-histories';

/** What `verifyHistories` found, where nothing is amiss. @throws CannotStart with a sentence that says what is */
export async function whole(store: Store): Promise<Verdict & { readonly kind: 'whole' }> {
  const verdict = await verifyHistories(store);
  switch (verdict.kind) {
    case 'whole':
      return verdict;
    case 'broken':
      throw new CannotStart(`记录被改动过：${verdict.collection} ${verdict.id} 的第 ${verdict.line} 行与前一行对不上`);
    case 'root-differs':
      throw new CannotStart(
        `${verdict.day} 的总校验值对不上：当时 ${verdict.sealed}，现在 ${verdict.found}，当天有记录被整条换掉或拿走`,
      );
  }
}
