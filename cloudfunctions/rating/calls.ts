import type { Handler } from '../_core/handler';
import { average, voidRating } from './manage';
import { submit } from './submit';

export const calls: Readonly<Record<string, Handler>> = {
  'rating.submit': submit,
  'rating.void': voidRating,
  'rating.average': average,
};
