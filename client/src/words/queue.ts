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
  busy: (time: string) => `${time} 提交，服务器正忙，会自动再送`,
  ill: (time: string) => `${time} 提交，服务器暂时出错，会自动再送`,
  unkept: '手机没有空间保存，送达之前请不要关闭这个页面',
  others: (count: number) => `这部手机里还存着另一个身份的 ${count} 条提交`,
  othersNote: '用那个身份登录后自动送出，不会以您的名义提交',
  unknownPlace: '扫到的签到码',
  sendNow: '现在再试一次',
  dismiss: '知道了',
  again: '再提交一次',
  seeVisit: '看这次服务',
} as const;
