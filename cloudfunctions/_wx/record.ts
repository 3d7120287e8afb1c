import type { Stored } from '../_core/stored';
import type { Assignment, WxCommand } from './sdk';

export const addedRecord = ({ id, scope, rev, body, index }: Stored): Readonly<Record<string, unknown>> => ({
  _id: id,
  scope,
  rev,
  body,
  ...index,
});

/** Every field but the id, each replaced whole: nothing of what was there is left over or merged. */
export function setFields(_: WxCommand, { scope, rev, body, index }: Stored): Readonly<Record<string, Assignment>> {
  const data: Record<string, Assignment> = {};
  for (const [field, value] of Object.entries({ scope, rev, body, ...index })) data[field] = _.set(value);
  return data;
}

/**
 * Whether the server refused a write because of another one. The SDK keeps the server's code only for a commit; of an
 * insert and of an operation in a transaction nothing is left but the text.
 */
export function isConflict(failure: unknown): boolean {
  const { code, errMsg, message } = failure as {
    readonly code?: unknown;
    readonly errMsg?: unknown;
    message?: unknown;
  };
  return (
    code === 'DATABASE_TRANSACTION_CONFLICT' ||
    /E11000|Transaction ?Conflict|TRANSACTION_CONFLICT|Transaction is conflict|TransactionBusy|WriteConflict/i.test(
      `${errMsg} ${message}`,
    )
  );
}
