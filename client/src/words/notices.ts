import type { Output } from '@shared/api/contract';
import type { IconName } from '../ui/icons';

export type Notice = Output<'account.notices'>['notices'][number];

interface NoticeWords {
  readonly icon: IconName;
  readonly say: string;
}

const WORDS: Readonly<Record<Notice['kind'], NoticeWords>> = {
  'attendee-joined': { icon: 'people', say: '有人代表企业签到，请核对是不是本企业的人' },
  'rate-please': { icon: 'star', say: '服务已完成，请评价产业特派员' },
  'make-up-asked': { icon: 'bell', say: '有一份补签申请，对方确认后请您审批' },
  'make-up-confirm': { icon: 'bell', say: '有一份补签等您确认' },
  'make-up-decided': { icon: 'check', say: '补签已有审批结果' },
  'visit-planned': { icon: 'calendar', say: '安排了一次服务' },
  'visit-cancelled': { icon: 'close', say: '一次服务的安排已取消' },
};

export const noticeWords = (kind: Notice['kind']): NoticeWords => WORDS[kind];
