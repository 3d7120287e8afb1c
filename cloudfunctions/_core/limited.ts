import type { CallName, Failure } from '../../shared/api';
import type { Call } from './context';
import type { Limited } from './limits.params';
import { Refusal } from './refusal';

type Limitable = Pick<Call<CallName>, 'deps' | 'actor'>;

const insist = (retryAfter: number | undefined): void => {
  if (retryAfter !== undefined) throw new Refusal('too-many', { retryAfter });
};

/** Counts one for this caller. @throws Refusal `too-many` where there is no room, and then it is not counted */
export const spend = ({ deps, actor }: Limitable, what: Limited): void =>
  insist(deps.limits?.count(what, actor.personId));

/** Before looking, where only what fails is counted afterwards. @throws Refusal `too-many` where there is no room */
export const insistRoom = ({ deps, actor }: Limitable, what: Limited): void =>
  insist(deps.limits?.wait(what, actor.personId));

/** @param retryAfter seconds */
export const tooMany = (retryAfter: number): Failure => ({
  ok: false,
  code: 'too-many',
  message: `操作太频繁，请 ${retryAfter} 秒后再试`,
  retryAfter,
});
