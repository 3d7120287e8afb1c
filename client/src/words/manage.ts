import './check-in';
import { districtName } from '@shared/enterprise/districts';
import { dayWords } from './dates';
import { addFindingWords, type Facts } from './findings';

const day = (facts: Facts, key: string): string => {
  const value = facts[key];
  return typeof value === 'string' ? dayWords(value) : '';
};
const district = (facts: Facts, key: string): string => districtName(String(facts[key] ?? ''));

/** Why planning, completing, making up, cancelling, voiding or reopening was refused. */
addFindingWords({
  'make-up-not-needed': { title: '这次服务现在不需要补签', whatToDo: '请刷新，看最新的状态' },
  'make-up-needs-other-side': {
    title: '另一方也没有扫码签到',
    whatToDo: '没有一方扫过码的服务不能补签，请重新安排一次',
  },
  'make-up-too-late': (facts) => ({
    title: `补签已在 ${day(facts, 'through')}截止`,
    whatToDo: '请重新安排一次服务，双方都签到',
  }),
  'side-already-in': { title: '这一方已经签到', whatToDo: '不用补签，请刷新看最新的状态' },
  'make-up-already-asked': { title: '已有一份补签在处理', whatToDo: '请等它处理完' },
  'make-up-decided': { title: '这份补签已经处理过', whatToDo: '请刷新，看处理结果' },
  'not-of-other-side': { title: '要由另一方确认', whatToDo: '请另一方当时在场的人或企业联系人确认' },
  'own-make-up': { title: '自己的补签要由别人确认、审批', whatToDo: '请另一方确认，由区科协其他人审批' },
  'make-up-unconfirmed': { title: '另一方还没有确认', whatToDo: '请先让另一方确认，再同意；不同意可以现在就选' },
  'not-cancellable': { title: '已有人签到，不能取消', whatToDo: '如果是误录，请区科协作废' },
  'make-up-asked': { title: '补签已申请', whatToDo: '请另一方确认，再由区科协审批' },
  'make-up-confirmed': { title: '另一方已确认补签', whatToDo: '等区科协审批' },
  'make-up-approved': { title: '补签已批准', whatToDo: '' },
  'make-up-refused': { title: '补签没有批准', whatToDo: '还在期限内的，可以补充原因再申请' },
  'window-not-closed': { title: '评价还没有关闭', whatToDo: '现在就可以评价，不用重开' },
  'day-in-past': (facts) => ({ title: `${day(facts, 'day')}已经过去`, whatToDo: '请选今天或以后的日期' }),
  'time-not-on-day': { title: '时间不在所选的这一天，或结束早于开始', whatToDo: '请核对日期和时间' },
  'service-note-needed': { title: '选了“其他”，要写明服务内容', whatToDo: '请填写服务说明' },
  'override-reason-needed': (facts) => ({
    title: `企业在${district(facts, 'enterprise')}，不是${district(facts, 'station')}`,
    whatToDo: '请写明由这个站点服务的原因；这次服务不计入本区企业数',
  }),
  'out-of-district-override': (facts) => ({
    title: `企业在${district(facts, 'enterprise')}，已写明由${district(facts, 'station')}站点服务的原因`,
    whatToDo: '这次服务不计入本区企业数，特派员人次照计',
  }),
});
