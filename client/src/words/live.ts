import type { Side } from '@shared/visit/model';
import { clock, type Day, dayWords, type Moment } from './dates';

const sides: Readonly<Record<Side, string>> = { specialist: '特派员', enterprise: '企业', party: '对接单位' };

/** The live code, what is going on, and what comes after. */
export const liveWords = {
  side: (side: Side) => sides[side],
  askEnterprise: '请企业扫码',
  askSpecialist: '请特派员扫码',
  askMore: '还有人要签到',
  waitEnterprise: '等待企业扫码',
  waitSpecialist: '等待特派员扫码',
  waitMore: '还可以继续签到',
  youAt: (at: Moment) => `您已于 ${clock(at)} 签到`,
  soFar: (people: number) => `已有 ${people} 人签到`,
  howTo: '请对方这样做',
  how: [
    { what: '打开微信', how: '不用注册' },
    { what: '扫一扫', how: '对准上面的码' },
    { what: '填三项，确认', how: '约 30 秒' },
  ],
  preparing: '正在准备实时码…',
  noNetwork: '没有网络，暂时不能扫码',
  enterpriseIn: '企业已签到',
  specialistIn: '特派员已签到',
  joined: '双方签到成立，现在可以开始服务',
  running: '服务进行中',
  thenComplete: '服务结束后点“完成服务”，企业即可评价',
  thenOthers: '服务结束后由先签到的特派员或企业点“完成服务”；当天 24:00 会自动完成',
  someone: '对方',
  complete: '完成服务',
  seen: '知道了',
  more: '还有人要签到',
  hideCode: '收起实时码',
  showCode: '出示实时码',
  seeVisit: '看这次服务',
  home: '回首页',

  completedTitle: '服务已完成',
  waitingRating: (by: Day) => `等待企业评价，${dayWords(by)}前有效`,
  next: '接下来',
  nextRating: { what: '企业评价', how: (by: Day) => `已提醒企业，${dayWords(by)}前评价有效` },
  nextCount: { what: '计入站点进度', how: '双方签到、服务完成即计入联系企业数；企业评价后可作为重点服务的凭证' },
  nextWatch: { what: '在“我的服务”看结果', how: '计入了什么、没计入为什么，都写在服务详情里' },

  overnightTitle: '服务跨过了零点',
  overnightAsk: (day: Day) => `签到在 ${dayWords(day)}，请写明为什么现在才完成。`,
  reason: '跨日原因',
  reasonHint: '例如 设备调试到凌晨',
  reasonMissing: '跨日原因',
  sendNow: '现在再试一次',
} as const;

/** The enterprise's and the party's way, between check-in and rating. */
export const serviceWords = {
  title: '本次服务',
  doneTitle: '签到成功',
  waitTitle: '已签到，等待特派员',
  waitLead: '请特派员扫您手机上的实时码，双方都签到服务才成立。',
  runningLead: '双方签到成立，服务可以开始了。',
  partyLead: '您已代表单位签到，服务可以开始了。',
  yourCheckIn: '您的签到',
  commissioner: '产业特派员',
  topic: '主题',
  afterHeading: '服务结束后',
  afterSteps: [
    { what: '点“完成服务”', how: '您或特派员点都可以；忘了点，当天 24:00 自动完成' },
    { what: '评价特派员', how: '两个分数，约 20 秒；完成后这一页会提示您' },
  ],
  afterStepsOther: [
    { what: '等特派员或企业点“完成服务”', how: '忘了点，当天 24:00 自动完成' },
    { what: '评价特派员', how: '两个分数，约 20 秒；完成后这一页会提示您' },
  ],
  readyTitle: '服务已完成，请您评价',
  readyLead: (by: Day) => `两个分数，约 20 秒。${dayWords(by)}前可以评价和修改。`,
  ratedTitle: '您已评价，谢谢',
  overTitle: '这次服务已结束',
  rate: '评价这次服务',
  amend: '修改评价',
} as const;
