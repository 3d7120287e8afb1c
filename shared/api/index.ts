export { type CallName, type Contract, contract, type Input, type Output, type Parsed } from './contract';
export { FAILURE_CODES, type Failure, type FailureCode, type Reply, type Success } from './reply';
