/** The request is not one that the stub knows. The test that caused it must fail. */
export class Refused extends Error {}

/** An answer of the database: the request was understood and is refused for a reason of the data. */
export class Answer extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const conflict = (): Answer =>
  new Answer(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others',
  );
export const busy = (): Answer =>
  new Answer('DATABASE_REQUEST_FAILED', '[ResourceUnavailable.TransactionBusy] Transaction is busy');
export const ended = (): Answer => new Answer('DATABASE_TRANSACTION_FAIL', 'Transaction does not exist or has ended');
export const duplicate = (collection: string, id: string): Answer =>
  new Answer(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt.${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }}]}, {<nil>}]`,
  );
