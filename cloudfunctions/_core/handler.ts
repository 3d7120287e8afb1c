import { inForceOn } from '../../shared/access';
import {
  type CallName,
  contract,
  type Failure,
  type FailureCode,
  type Output,
  type Parsed,
  type Reply,
} from '../../shared/api';
import { dayOf } from '../../shared/kernel/calendar';
import { readAhead } from './ahead';
import type { Call, Caller, Deps, Outcome } from './context';
import type { PersonDoc } from './documents';
import { tooMany } from './limited';
import { flaw, log } from './log';
import { observed, requestIdFrom } from './observe';
import { Refusal } from './refusal';
import type { Key } from './store';
import { tallyChanges, touchedBy } from './tally';
import { inTurn } from './turns';

const ATTEMPTS = 12;

/** What to say where the client has nothing better to say. */
const SENTENCES: Readonly<Record<FailureCode, string>> = {
  'bad-input': '填写有误，请按提示修改后再提交',
  'not-signed-in': '请先在微信里打开或扫码进入',
  'not-allowed': '您没有办理这件事的权限，可向所在区科协或市科协创新服务中心申请',
  'not-found': '没有找到这条记录，可能已被移走，请返回刷新',
  refused: '现在不能办理，请看原因',
  conflict: '同时有别人在修改，请再试一次',
  'too-many': '操作太频繁，请稍后再试',
  broken: '系统出错，您填的内容还在，请稍后再试一次',
};

const failure = (code: FailureCode, more: Partial<Failure> = {}): Failure => ({
  ok: false,
  code,
  message: SENTENCES[code],
  ...more,
});

export type Handler = (raw: unknown, caller: Caller | null, deps: Deps) => Promise<Reply<unknown>>;

interface Options<N extends CallName> {
  /** Answered without an identity. */
  readonly open?: true;
  /** What the call will ask for first, as far as its input tells: it comes with the person, in one round trip. */
  readonly ahead?: (input: Parsed<N>) => readonly Key[];
}

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 4 * 2 ** Math.min(attempt, 6)));

/** Load → decide → commit: written by the call as one function from reads to an outcome, run again where others were faster. */
export function handler<N extends CallName>(
  name: N,
  run: (call: Call<N>) => Promise<Outcome<N>>,
  options: Options<N> = {},
): Handler {
  return observed(name, async (raw, caller, deps) => {
    const parsed = contract[name].input.safeParse(raw);
    if (!parsed.success) {
      const fields = Object.fromEntries(
        parsed.error.issues.map((issue) => [issue.path.join('.') || issue.code, wording(issue)]),
      );
      return failure('bad-input', { fields });
    }
    try {
      return await attempt(name, run, parsed.data as Parsed<N>, caller, deps, options);
    } catch (error) {
      if (error instanceof Refusal) {
        const { code, findings, fields, retryAfter } = error;
        if (retryAfter !== undefined) return tooMany(retryAfter);
        return failure(code, {
          ...(findings.length > 0 && { findings }),
          ...(Object.keys(fields).length > 0 && { fields }),
        });
      }
      const requestId = requestIdFrom(deps.requestId);
      log('error', 'call-broken', { call: name, requestId, ...flaw(error) });
      return failure('broken', { requestId });
    }
  });
}

/** zod's own sentences are English, also where they quote what was sent; ours came with the schema. */
const wording = (issue: { readonly message: string; readonly code?: string }): string =>
  /^[^A-Za-z]*[\u4e00-\u9fff]/.test(issue.message)
    ? issue.message
    : issue.code === 'unrecognized_keys'
      ? '含有不认识的字段'
      : '填写有误';

async function attempt<N extends CallName>(
  name: N,
  run: (call: Call<N>) => Promise<Outcome<N>>,
  input: Parsed<N>,
  caller: Caller | null,
  deps: Deps,
  options: Options<N>,
): Promise<Reply<Output<N>>> {
  // Nobody costs the store nothing.
  if (!caller && !options.open) throw new Refusal('not-signed-in');
  const own: readonly Key[] = caller ? [{ collection: 'persons', id: caller.personId }] : [];
  const ahead = options.ahead?.(input) ?? [];
  for (let i = 0; i < ATTEMPTS; i += 1) {
    if (i > 0) await pause(i);
    const now = deps.now();
    const today = dayOf(now);
    const docs = await deps.store.get([...own, ...ahead]);
    const person = caller ? (docs[0] as PersonDoc | undefined) : undefined;
    const store = ahead.length > 0 ? readAhead(deps.store, ahead, docs.slice(own.length)) : deps.store;
    const signedIn = caller !== null && (caller.epoch === undefined || caller.epoch === (person?.sessionEpoch ?? 0));
    if (!signedIn && !options.open) throw new Refusal('not-signed-in');
    const actor = signedIn
      ? { personId: caller.personId, grants: inForceOn(person?.grants ?? [], today) }
      : { personId: '', grants: [] };
    let outcome: Outcome<N>;
    try {
      outcome = await run({ input, deps, store, now, today, actor, person: signedIn ? person : undefined });
    } catch (error) {
      if (error instanceof Refusal && error.keep.length > 0) await deps.store.commit(error.keep);
      throw error;
    }
    if (await commit(deps, outcome, now))
      return { ok: true, data: contract[name].output.parse(outcome.reply) as Output<N> };
  }
  throw new Refusal('conflict');
}

async function commit<N extends CallName>(
  { store, visitsWritten }: Deps,
  outcome: Outcome<N>,
  now: number,
): Promise<boolean> {
  const { changes = [], aside = [], tally = [] } = outcome;
  if (changes.length === 0) return true;
  const write = async () =>
    (await store.commit([...changes, ...(await tallyChanges(store, tally, now))], aside)) === 'done';
  const done = await (tally.length > 0 ? inTurn(touchedBy(tally), write) : write());
  if (done && changes.some((one) => one.collection === 'visits')) visitsWritten?.();
  return done;
}
