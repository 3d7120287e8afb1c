import type { IsoDate } from '../kernel/calendar';

export interface PolicyDocument {
  readonly title: string;
  readonly issuer: string;
  readonly status: '试行' | '现行' | '征求意见稿';
  /** First day and, where the text names one, last day of validity. */
  readonly from: IsoDate | null;
  readonly through: IsoDate | null;
  /** Goes with every decision and tally. */
  readonly version: string;
}

/** The documents whose articles are implemented so far. */
export const DOCUMENTS = {
  BST: {
    title: '“千人进千企”科创公共服务助推计划管理办法（试行）',
    issuer: '北京市科学技术协会',
    status: '试行',
    from: null,
    through: null,
    version: 'BST-2024',
  },
  STN: {
    title: '“千人进千企”科创公共服务区工作站点管理办法（2024年试行）',
    issuer: '北京市科学技术协会',
    status: '试行',
    from: '2024-01-01',
    through: '2024-12-31',
    version: 'STN-2024',
  },
} as const satisfies Record<string, PolicyDocument>;

export type DocumentId = keyof typeof DOCUMENTS;
