import type { Caller } from '../../cloudfunctions/_core/context';
import { type CallName, contract, FAILURE_CODES, type Reply } from '../../shared/api';
import { finding } from '../../shared/api/shapes';
import { isWithoutSession } from './callers';

/** The calls that answer without a session, by hand. */
const OPEN: readonly CallName[] = [
  'account.people',
  'account.actAs',
  'account.guest',
  'account.signIn',
  'account.redeem',
  'policy.clause',
];

const CHINESE = /^[^A-Za-z]*[\u4e00-\u9fff]/;

/** What is wrong with a reply, whatever was asked: nothing, or the first flaw. */
export function flawOf(
  name: CallName,
  input: unknown,
  caller: Caller | null,
  reply: Reply<unknown>,
): string | undefined {
  const fits = contract[name].input.safeParse(input).success;
  if (reply.ok) {
    if (!fits) return 'took what the contract does not';
    if (isWithoutSession(caller) && !OPEN.includes(name)) return 'answered without a session';
    const sent = JSON.parse(JSON.stringify(reply.data)) as unknown;
    const parsed = contract[name].output.safeParse(sent);
    return parsed.success ? undefined : `the reply is not of the contract: ${parsed.error.message}`;
  }
  const { code, message, fields = {}, findings = [] } = reply;
  if (!FAILURE_CODES.includes(code)) return `no such code: ${code}`;
  if (code === 'broken' || code === 'conflict') return code;
  if (!fits && code !== 'bad-input') return `${code} for what the contract does not take`;
  if (!CHINESE.test(message)) return `says ${message}`;
  if (code === 'bad-input' && Object.keys(fields).length === 0) return 'does not say which field';
  const foreign = Object.entries(fields).find(([, sentence]) => !CHINESE.test(sentence));
  if (foreign) return `says of ${foreign.join(': ')}`;
  if (code === 'refused' && findings.length === 0) return 'does not say why';
  if (!findings.every((one) => finding.safeParse(one).success)) return 'findings are not of the contract';
  if (isWithoutSession(caller) && fits && !OPEN.includes(name) && code !== 'not-signed-in')
    return `${code} without a session`;
  return undefined;
}
