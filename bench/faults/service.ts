import { randomUUID } from 'node:crypto';
import type { CallName, Input, Output } from '../../shared/api';
import { isoOf } from '../../shared/kernel/calendar';
import { type Habit, type Sending, sendUntilAnswered } from './phone';

/** Where services happen: who can log in, and what hangs on the enterprises' doors. */
export interface Town {
  /** Where a request goes; which of several servers, or when, is the caller's choice. */
  readonly origin: () => string;
  /** How its people's phones send; plainly where it is not given. */
  readonly habit?: () => Habit;
  tokenOf(personId: string): string;
  /** The code on an enterprise's poster. */
  posterOf(enterpriseId: string): string;
}

/** A thing that was acknowledged, by the nonce that it was sent with. */
export interface Kept {
  readonly nonce: string;
  readonly what: 'checkedIn' | 'completed' | 'rated';
  readonly visitId: string;
}

/** Everything that was acknowledged. */
export interface Ledger {
  readonly kept: readonly Kept[];
  keep(one: Kept): void;
}

/** @param heard told after each acknowledgement how many there are */
export function openLedger(heard: (count: number) => void = () => undefined): Ledger {
  const kept: Kept[] = [];
  return {
    kept,
    keep(one) {
      kept.push(one);
      heard(kept.length);
    },
  };
}

const form = { orgName: '星野材料研究院', title: '研究员', need: '产线能耗诊断' };

export const phoneOf = ({ origin, habit, tokenOf }: Town, personId: string) => {
  const sending: Sending = { origin, token: tokenOf(personId), ...(habit && { habit }) };
  return <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => sendUntilAnswered(sending, name, input);
};

/** The nonce of a new request. */
const nonce = (): string => randomUUID();

export interface Pair {
  readonly commissioner: string;
  readonly enterprise: string;
  readonly guest: string;
}

/** One whole service: both sides check in, the commissioner completes, the guest rates; each acknowledgement goes into the ledger. */
export async function serve(town: Town, { commissioner, enterprise, guest }: Pair, ledger: Ledger): Promise<string> {
  const host = phoneOf(town, commissioner);
  const visitor = phoneOf(town, guest);
  const { keep } = ledger;

  const first = { nonce: nonce(), code: town.posterOf(enterprise), ...form };
  const { visitId } = await host('visit.checkIn', first);
  keep({ nonce: first.nonce, what: 'checkedIn', visitId });

  const { token } = await host('visit.liveCode', { visitId });
  const { pass } = await visitor('visit.resolve', { code: token });
  const second = { nonce: nonce(), code: pass, ...form };
  const joined = await visitor('visit.checkIn', second);
  keep({ nonce: second.nonce, what: 'checkedIn', visitId: joined.visitId });

  const done = { nonce: nonce(), visitId };
  await host('visit.complete', done);
  keep({ nonce: done.nonce, what: 'completed', visitId });

  const now = Date.now();
  const opinion = {
    nonce: nonce(),
    visitId,
    commissionerId: commissioner,
    theme: '视觉检测方案',
    from: isoOf(now - 3_600_000),
    to: isoOf(now),
    expertise: 5,
    satisfaction: 4,
    dayReason: '零点前后',
  } as const;
  await visitor('rating.submit', opinion);
  keep({ nonce: opinion.nonce, what: 'rated', visitId });
  return visitId;
}
