import type { Grant } from '../../shared/access';
import type { Output } from '../../shared/api';

export const grantView = (
  { id, role, scope, from, to }: Grant,
  scopeName: string,
): Output<'account.me'>['grants'][number] => ({
  id,
  role,
  scopeName,
  ...scope,
  from,
  ...(to !== undefined && { to }),
});
