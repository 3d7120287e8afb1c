import type { Handler } from '../_core/handler';
import { checkIn } from './check-in';
import { complete } from './complete';
import { get } from './get';
import { list } from './list';
import { liveCode } from './live-code';
import { confirmMakeUp, decideMakeUp, requestMakeUp } from './make-up';
import { cancel, remind, reopenRating, voidCheckIn, voidVisit } from './manage';
import { plan } from './plan';
import { resolve } from './resolve';

export const calls: Readonly<Record<string, Handler>> = {
  'visit.resolve': resolve,
  'visit.checkIn': checkIn,
  'visit.liveCode': liveCode,
  'visit.plan': plan,
  'visit.cancel': cancel,
  'visit.complete': complete,
  'visit.void': voidVisit,
  'visit.voidCheckIn': voidCheckIn,
  'visit.requestMakeUp': requestMakeUp,
  'visit.confirmMakeUp': confirmMakeUp,
  'visit.decideMakeUp': decideMakeUp,
  'visit.reopenRating': reopenRating,
  'visit.remind': remind,
  'visit.get': get,
  'visit.list': list,
};
