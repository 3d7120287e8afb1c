import type { Handler } from '../cloudfunctions/_core/handler';
import { calls as account } from '../cloudfunctions/account/calls';
import { calls as commissioner } from '../cloudfunctions/commissioner/calls';
import { calls as enterprise } from '../cloudfunctions/enterprise/calls';
import { calls as policy } from '../cloudfunctions/policy/calls';
import { calls as rating } from '../cloudfunctions/rating/calls';
import { calls as station } from '../cloudfunctions/station/calls';
import { calls as visit } from '../cloudfunctions/visit/calls';

/** Every call of every cloud function, by name. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...account,
  ...visit,
  ...rating,
  ...station,
  ...commissioner,
  ...enterprise,
  ...policy,
};
