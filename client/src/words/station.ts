import type { Role } from '@shared/access/roles';
import type { Metric, StationClass } from '@shared/station/model';

/** What makes a record count, in a breath: below the name of a metric. */
export const metricBasis: Readonly<Record<Metric, string>> = {
  contacted: '双方签到',
  keyServed: '指定、服务、评价',
  zjtx: '证书当日有效',
  personTimes: '一人一企一日',
};

/** The same as a sentence: above the evidence. */
export function metricMeaning(metric: Metric, stationClass: StationClass): string {
  switch (metric) {
    case 'contacted':
      return '双方签到过的本区企业，一家一年只算一次';
    case 'keyServed':
      return '已指定，双方签到，且企业作过评价的本区企业';
    case 'zjtx':
      return '重点服务企业里，服务当日证书有效且已核验的';
    case 'personTimes':
      return stationClass === 'A'
        ? '在册特派员完成的服务，一人一企一日算一人次'
        : '驻站特派员完成的服务，一人一企一日算一人次';
  }
}

/** 联系, 重点, 专精特新, 人次: where a column or a line has little room. */
export const metricShort: Readonly<Record<Metric, string>> = {
  contacted: '联系企业',
  keyServed: '重点服务',
  zjtx: '专精特新',
  personTimes: '特派员人次',
};

export const paceWords = {
  met: '达标',
  on: '跟上进度',
  low: '低于进度',
  far: '低于进度',
  /** The window has closed, and the target was not reached. */
  unmet: '未达标',
  none: '无法判定',
} as const;

export const statusWords = { counted: '计入', pending: '待定', excluded: '未计入' } as const;

export const classWord = (stationClass: StationClass): string => `${stationClass} 类`;

/** 2026年 · 沿用2024年标准 */
export const standardWords = (year: number, policyYear: number | null, inherited: boolean): string => {
  if (policyYear === null) return `${year}年 · 没有标准`;
  return inherited ? `${year}年 · 沿用${policyYear}年标准` : `${year}年标准`;
};

/** Roles that an invitation can be sent for from the settings. */
export const INVITED: readonly { readonly role: Role; readonly scope: 'station' | 'district' | 'city' }[] = [
  { role: 'stationLead', scope: 'station' },
  { role: 'stationContact', scope: 'station' },
  { role: 'auditor', scope: 'station' },
  { role: 'district', scope: 'district' },
  { role: 'commissioner', scope: 'city' },
  { role: 'city', scope: 'city' },
  { role: 'center', scope: 'city' },
];

/** Titles that a certificate may bear: those that count first, then those shown beside. */
export const LEVELS = ['专精特新中小企业', '专精特新“小巨人”企业', '创新型中小企业', '科技和创新型中小企业'] as const;
