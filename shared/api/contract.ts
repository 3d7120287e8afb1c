import type * as z from '../kernel/zod';
import { accountContract } from './account.contract';
import { enterpriseContract, policyContract } from './enterprise.contract';
import { commissionerContract, stationContract } from './station.contract';
import { ratingContract, visitContract } from './visit.contract';

/** Everything a client may ask for. Both sides import this file; nothing else is shared on the wire. */
export const contract = {
  ...accountContract,
  ...visitContract,
  ...ratingContract,
  ...stationContract,
  ...commissionerContract,
  ...enterpriseContract,
  ...policyContract,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** As the client writes it: defaults may be left out. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** As the handler reads it: defaults filled in. */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> = z.output<Contract[N]['output']>;
