import { dayWords } from './dates';
import { addFindingWords, type Facts } from './findings';

const text = (facts: Facts, key: string): string => String(facts[key] ?? '');
const day = (facts: Facts, key: string): string => {
  const value = text(facts, key);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayWords(value) : value;
};
const hours = (minutes: unknown): string => {
  const whole = Math.max(0, Number(minutes) || 0);
  if (whole < 60) return `${whole} 分钟`;
  return whole % 60 === 0 ? `${whole / 60} 小时` : `${Math.floor(whole / 60)} 小时 ${whole % 60} 分钟`;
};
const who = (side: unknown): string => (side === 'specialist' ? '特派员' : side === 'party' ? '参与对接单位' : '企业');

/** The codes themselves. */
addFindingWords({
  'code-unreadable': {
    title: '这不是签到码',
    whatToDo: '请对准企业签到海报上的码，或对方手机上的实时码，再扫一次。',
  },
  'code-forged': {
    title: '这个码验证不通过',
    whatToDo: '它不是本系统发出的，或者印坏了。请换企业的签到海报，或请对方出示手机上的实时码。',
  },
  'code-expired': {
    title: '这个码已经过期',
    whatToDo: '实时码每 15 秒换一次，您扫到的是旧码，多半是截图或转发的。',
  },
  'code-used': {
    title: '这个码刚被别人用过',
    whatToDo: '每个实时码只供一人签到。对方手机上已经换了新码，请再扫一次。',
  },
  'code-not-yours': {
    title: '这个码是给另一个人的',
    whatToDo: '别人转来的链接不能用。请当面扫对方手机上的实时码。',
  },
  'code-unknown': {
    title: '没有找到这个码对应的企业',
    whatToDo: '这张海报可能已经停用。请告诉区工作站点，换一张新的。',
  },
});

/** Why a check-in was refused. */
addFindingWords({
  'commissioner-first': {
    title: '产业特派员还没有签到',
    whatToDo: '请特派员先扫这张海报，再请您扫他手机上的实时码。',
  },
  'live-code-needed': (facts) => ({
    title: `请扫${who(facts.already ?? 'specialist')}手机上的实时码`,
    whatToDo: '对方已经签到。海报只说明是哪家企业，当面扫实时码才能证明双方都在。',
  }),
  'same-person-other-side': (facts) => ({
    title: '同一个人不能代表双方',
    whatToDo: `您在这次服务里已代表${who(facts.already)}签到，请换一位同事扫码。`,
  }),
  'visit-over': (facts) =>
    text(facts, 'state') === 'no_show'
      ? { title: '这次服务没有成行', whatToDo: '签到期限已过。请特派员重新扫企业海报，就是一次新的服务。' }
      : { title: '这次服务已经结束', whatToDo: '不能再签到了，可以打开这次服务看经过。' },
  'visit-voided': { title: '这次服务已作废', whatToDo: '需要时请特派员重新扫企业海报，就是一次新的服务。' },
  'visit-cancelled': { title: '这次服务已取消', whatToDo: '需要时请特派员重新扫企业海报，就是一次新的服务。' },
  'wrong-day': (facts) => ({
    title: `这次服务安排在 ${day(facts, 'plannedOn')}`,
    whatToDo: `今天是 ${day(facts, 'on')}，只能在安排的当天签到。要改期，请取消后重新安排。`,
  }),
  'other-side-too-late': (facts) => ({
    title: '离对方签到太久了',
    whatToDo: `跨过零点的服务，另一方要在 ${hours(facts.maxMinutes)}内签到，现在已过 ${hours(facts.minutes)}。可以申请补签。`,
  }),
  'arrived-too-late': (facts) => ({
    title: '签到送达得太晚',
    whatToDo: `没有网络时的签到要在 ${hours(facts.limitMinutes)}内送达。请重新扫码，或申请补签。`,
  }),
  'nonce-reused': { title: '这次提交的编号重复了', whatToDo: '请重新扫码，再提交一次。' },
  'side-not-yours': (facts) => ({
    title: `您不能代表${who(facts.side)}签到`,
    whatToDo: '请再扫一次，会按您的身份重新判断。',
  }),
  'check-in-first': { title: '您还没有签到', whatToDo: '签到后才能出示实时码。' },
  'already-voided': { title: '已经作废过了', whatToDo: '不用重复作废，刷新就能看到。' },
});

/** Accepted, with a note: kept with the check-in, and read where it is looked at. */
addFindingWords({
  'checked-in': { title: '签到有效', whatToDo: '' },
  'org-differs': (facts) => ({
    title: '工作单位与企业名称不同',
    whatToDo: `您填的是“${text(facts, 'orgName')}”，这家企业是“${text(facts, 'enterprise')}”。签到有效，审核时可能会问到。`,
  }),
  'long-gap': (facts) => ({
    title: `双方签到相隔 ${hours(facts.minutes)}`,
    whatToDo: '签到有效，审核时可能会问到。',
  }),
  overnight: { title: '跨过了零点', whatToDo: '仍算同一次服务，日期以先签到的一方为准。' },
  'commissioner-inactive': (facts) =>
    facts.commissionerId === undefined
      ? {
          title: `${day(facts, 'on')}不在特派员资格有效期内`,
          whatToDo: '签到已记录，但不计入站点进度。请向市科协创新服务中心核对资格。',
        }
      : { title: `${day(facts, 'on')}有特派员不在册`, whatToDo: '请换一位在册的特派员，或改到在册的日期' },
  'clock-ahead': { title: '手机时间比标准时间快', whatToDo: '签到时间改用服务器收到的时间。' },
  'arrived-late': { title: '签到送达得晚一些', whatToDo: '以您点“确认签到”的时间为准，送达时间另外记录。' },
});

/** Completing. */
addFindingWords({
  completed: { title: '服务已完成', whatToDo: '' },
  'not-in-service': (facts) =>
    ['completed', 'rated', 'rating_closed'].includes(text(facts, 'state'))
      ? { title: '这次服务已经完成了', whatToDo: '不用再点完成，企业可以直接评价。' }
      : { title: '双方都签到后才能完成服务', whatToDo: '请另一方扫实时码签到。' },
  'not-lead-nor-enterprise': {
    title: '要由先签到的特派员或企业来完成',
    whatToDo: '请他们点“完成服务”；当天 24:00 会自动完成。',
  },
  'before-check-in': { title: '完成时间早于签到时间', whatToDo: '请核对手机时间后再试。' },
  'overnight-reason-needed': (facts) => ({
    title: `服务日是 ${day(facts, 'serviceDate')}，已过当天`,
    whatToDo: '请写明跨日的原因。',
  }),
});

/** Rating. */
addFindingWords({
  'window-open': { title: '可以评价', whatToDo: '' },
  'not-completed': { title: '服务还没有完成', whatToDo: '完成后就能评价，到时会提醒您。' },
  'window-closed': (facts) => ({
    title: '评价期已过',
    whatToDo: `最后一天是 ${day(facts, 'closesOn')}。确有需要，可请区工作站点向区科协申请重开。`,
  }),
  'is-commissioner': { title: '产业特派员不能评价', whatToDo: '评价由企业和参与对接单位给出。' },
  'not-attended': { title: '您没有在这次服务签到', whatToDo: '只有签到的人和企业联系人可以评价。' },
  'commissioner-not-in-visit': { title: '这位特派员没有参加这次服务', whatToDo: '请返回刷新后再评价。' },
  'score-out-of-scale': { title: '分数不在 1 到 5 之间', whatToDo: '请重新选专业度和满意度。' },
  'time-reversed': { title: '结束时间早于开始时间', whatToDo: '请改活动时间。' },
  'other-day': { title: '活动时间不在服务当天', whatToDo: '您写的原因已一起记录。' },
  'other-day-reason-needed': (facts) => ({
    title: '活动时间不在服务当天',
    whatToDo: `服务日是 ${day(facts, 'serviceDate')}。请改时间，或写明原因。`,
  }),
  'nothing-to-remind': { title: '现在没有要提醒的', whatToDo: '刷新看这次服务的最新情况。' },
});
