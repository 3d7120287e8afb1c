import type { PartyKind, Side } from '@shared/visit/model';
import { clock, type Moment } from './dates';

export const partyKinds: readonly PartyKind[] = ['学协会', '高校科协', '本区科协基层组织', '区科协', '站点', '其他'];

const sides: Readonly<Record<Side, string>> = {
  specialist: '产业特派员',
  enterprise: '企业人员',
  party: '参与对接单位',
};

/** The page between a code and a check-in. */
export const checkInWords = {
  title: '签到',
  enterpriseTitle: '企业签到',
  youCameTo: '您来到',
  codeOf: '这是以下企业的签到码',
  commissionerCame: '产业特派员到访',
  confirmVisit: '请您代表企业确认这次到访',
  confirmParty: '请您代表单位确认参加了这次对接',
  bothNeeded: '双方都签到，服务才成立。',
  topic: (topic: string) => `主题：${topic}`,
  youAre: '您代表',
  side: (side: Side) => sides[side],
  kind: '单位类型',
  orgName: '工作单位',
  job: '职务',
  jobHint: '例如 技术总监',
  need: '拟解决需求',
  needHint: '例如 封装漏率偏高，想改进封接工艺',
  name: '姓名',
  prefilled: '已按主题或上次的内容填好，请核对。',
  recorded: '只记录以上几项和签到时间，不记录位置',
  recordedFirst: '将记录以上几项、签到时间和您的身份。不记录位置，不读通讯录。',
  privacy: '个人信息说明',
  confirm: '确认签到',
  agree: '同意并确认签到',
  already: '您已经签到过了',
  unread: '现在没有网络，先填好也可以签到',
  unreadNote: '码已经读到。有网络后自动提交，以扫码的时间为准。',
  unreadPlace: '扫到的签到码',
  rescan: '重新扫码',
  scanAgain: '再扫一次',
  seeVisit: '看这次服务',
  makeUp: '申请补签',
  again: '再试一次',
  home: '回首页',
  askThem: (name: string) => `请${name}打开手机上的实时码`,
  askSomebody: '请对方打开手机上的实时码',
  whereCode: '首页 › 今天的服务 › 出示实时码',
  scanFaceToFace: '当面再扫一次',
  keptForm: '您填好的内容还在，不用重填',
  alsoWhy: '还有',
  scanTitle: '扫码签到',
  scanLead: '对准企业签到海报上的码，或对方手机上的实时码。',
  scan: '扫一扫',
  type: '手动输入码',
  denied: '没有相机权限。请在设置里允许，或手动输入码。',
  unreadable: '没有读到码，请再扫一次，或手动输入。',
} as const;

export const privacyWords = {
  title: '个人信息说明',
  lines: [
    '记录什么：您填写的姓名（可不填）、工作单位、职务、拟解决需求，签到时间，以及微信给本程序的身份标识。',
    '为什么：“千人进千企”计划的管理办法要求双方扫码签到并填写这些内容，用来证明这次服务真实发生。',
    '谁看得到：这次服务的双方、所在区的工作站点和区科协、市科协创新服务中心。其他人看到的姓名是隐去的。',
    '不做什么：不记录位置，不读通讯录和相册，不用于其他用途。',
    '您可以：随时在“我的服务”里查看；填错了请区工作站点更正或作废，更正会留下记录。',
  ],
} as const;

/** Kept on the phone, not yet answered. */
export const queuedWords = {
  title: '已存在手机里，待确认',
  lead: (at: Moment) => `您 ${clock(at)} 的签到没有丢。有网络后自动提交，不用再扫一次。`,
  leadBusy: (at: Moment) => `您 ${clock(at)} 的签到没有丢。服务器暂时没有回应，会自动再送，不用再扫一次。`,
  filled: '已填好',
  keep: '请不要清除本程序的数据，照常开始服务',
  whenBack: '有信号后打开，看到“已签到”',
  thenCode: '再请企业扫您的实时码',
  thenNothing: '服务完成后，您可以评价',
  thenEither: '送达后按提示做下一步',
  limitPoster: (at: Moment) => `以 ${clock(at)} 为申报时间，收到时间另记。三天内收到有效，再晚要补签并由区科协同意。`,
  limitLive: (at: Moment) =>
    `以 ${clock(at)} 为申报时间，收到时间另记。如果扫的是对方手机上的实时码，要在 10 分钟内送达，再晚请重新扫码。`,
  retry: '现在再试一次',
  notKept: '手机没有空间保存，请不要关闭这个页面，直到显示已签到。',
  toHome: '回首页',
} as const;
