import type { Handler } from '../_core/handler';
import { clause, inherit } from './clause';

export const calls: Readonly<Record<string, Handler>> = { 'policy.clause': clause, 'policy.inherit': inherit };
