import type { QueuedCall } from '../features/queue/core';

const deeds: Readonly<Record<QueuedCall, string>> = {
  'visit.checkIn': '签到',
  'visit.complete': '完成服务',
  'rating.submit': '评价',
};

/** What is kept on the phone and not yet answered. */
export const queueWords = {
  deed: (call: QueuedCall): string => deeds[call],
  waiting: '待确认',
  refused: '没有成功',
  heading: '存在手机里的提交',
  kept: (time: string) => `${time} 提交，有网络后自动送达`,
  unknownPlace: '扫到的签到码',
  sendNow: '现在再试一次',
  dismiss: '知道了',
  again: '再提交一次',
  seeVisit: '看这次服务',
} as const;
