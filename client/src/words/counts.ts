import { districtName } from '@shared/enterprise/districts';
import type { Metric, Reason, StationClass } from '@shared/station/model';
import { type Day, dayOf, dayWords } from './dates';
import type { Facts } from './findings';

/** Why a record counts or not, and what its reader can do about it; nothing to do where it counts or nothing helps. */
export interface ReasonWords {
  readonly why: string;
  readonly whatToDo?: string;
}

/** 联系企业, 对接产业特派员 (class A) or 驻站产业特派员 (B, C); without a class, the word for both. */
export function metricName(metric: Metric, stationClass?: StationClass): string {
  switch (metric) {
    case 'contacted':
      return '联系企业';
    case 'keyServed':
      return '重点服务企业';
    case 'zjtx':
      return '专精特新企业';
    case 'personTimes':
      if (stationClass === undefined) return '产业特派员';
      return stationClass === 'A' ? '对接产业特派员' : '驻站产业特派员';
  }
}

/** 家, and 人次 where people at enterprises on days are counted. */
export const metricUnit = (metric: Metric): string => (metric === 'personTimes' ? '人次' : '家');

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const numeral = (n: number): string => {
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens > 0 ? '十' : ''}${NUMERALS[n % 10]}`;
};

/** 第六条 for STN-06-C1: the article's number is the second part of every clause id. */
export const clauseWord = (clauseId: string): string => `第${numeral(Number(clauseId.split('-')[1]))}条`;

/** The class whose figure a clause of 第六条 sets; undefined for every other clause. */
export function classOfClause(clauseId: string): StationClass | undefined {
  const letter = /^STN-06-([ABC])\d$/.exec(clauseId)?.[1];
  return letter as StationClass | undefined;
}

const dayFact = (facts: Facts, key: string): string => {
  const day = facts[key];
  return typeof day === 'string' ? dayWords(day) : '';
};
const yearFact = (facts: Facts, key: string): string => {
  const day = facts[key];
  return typeof day === 'string' ? dayWords(day, '') : '';
};
const words = (facts: Facts, key: string, otherwise: string): string => {
  const value = facts[key];
  return typeof value === 'string' && value !== '' ? value : otherwise;
};
const district = (facts: Facts, key: string): string => {
  const code = facts[key];
  return typeof code === 'string' ? districtName(code) : '别的区';
};

/** The rating window ends at 24:00, which is already the next day's first moment. */
const ratingLastDay = (facts: Facts): Day | undefined => {
  const ends = facts.ratingEnds;
  return typeof ends === 'number' ? dayOf(ends - 1) : undefined;
};

type Writer = (facts: Facts, metric: Metric) => ReasonWords;

const person = (facts: Facts): string => words(facts, 'commissioner', '特派员');
const level = (facts: Facts): string => words(facts, 'level', '专精特新');

const WORDS: Readonly<Record<Reason, Writer>> = {
  'two-sided': () => ({ why: '特派员和企业都已签到。' }),
  rated: () => ({ why: '已指定为重点服务，双方签到，企业已评价。' }),
  'valid-certificate': (facts) => ({
    why: `${level(facts)}证书已核验，有效期到 ${yearFact(facts, 'validThrough')}，含服务当天。`,
  }),
  served: (facts) => ({ why: `${person(facts)}已签到，服务已完成，一人一企一日算一人次。` }),

  'awaiting-other-side': () => ({
    why: '只有一方签到，还在等另一方。',
    whatToDo: '请另一方当天扫实时码签到；过了当天，可在 3 个工作日内申请补签。',
  }),
  'in-service': (_, metric) => ({
    why: '双方已签到，服务还没有完成。',
    whatToDo: `服务结束后请点“完成服务”；没有点的，当天 24:00 自动完成。${metric === 'personTimes' ? '' : '完成后还要请企业评价。'}`,
  }),
  'unrated-open': (facts) => {
    const last = ratingLastDay(facts);
    return {
      why: '服务已完成，企业还没有评价。',
      whatToDo: last
        ? `请提醒企业在 ${dayWords(last)}前评价，评价后自动改为计入。`
        : '请提醒企业评价，评价后自动改为计入。',
    };
  },
  'certificate-unverified': (facts) => ({
    why: `${level(facts)}证书已登记，还没有核验。`,
    whatToDo: '请区科协核验证书，核验后自动改为计入。',
  }),

  'one-sided': (facts) => ({
    why: facts.missing === 'specialist' ? '特派员没有签到，只有企业一方。' : '企业没有签到，只有特派员一方。',
    whatToDo: '当天之后 3 个工作日内可以申请补签；已过期的，请重新安排一次服务，双方都签到。',
  }),
  'commissioner-inactive': (facts) => ({
    why: `${dayFact(facts, 'day')}${words(facts, 'commissioner', '这位特派员')}不在册，签到留存，但不计数。`,
    whatToDo: '如果名册有误，请联系市科协创新服务中心更正，更正后自动重算。',
  }),
  'not-resident': (facts) => ({
    why: `${dayFact(facts, 'day')}${words(facts, 'commissioner', '这位特派员')}不在本站驻站名单上。`,
    whatToDo: '请站点提名驻站，由区科协同意；从生效当天起的服务才算驻站人次。',
  }),
  'out-of-district': (facts) => ({
    why: `签到时企业在${district(facts, 'enterprise')}，不是本站所在的${district(facts, 'station')}。`,
    whatToDo: '如果企业所在区登记有误，请区科协更正，更正后自动重算。',
  }),
  'out-of-window': (facts) => ({
    why: `服务在 ${yearFact(facts, 'day')}，验收统计到 ${dayFact(facts, 'to')}。`,
    whatToDo: '这次服务仍列在全年数字里，不用补做。',
  }),
  voided: () => ({ why: '这次服务已作废。', whatToDo: '作废后不能恢复；确有服务的，请重新安排一次，双方都签到。' }),
  unrated: (facts) => {
    const last = ratingLastDay(facts);
    return {
      why: last ? `企业没有评价，评价已在 ${dayWords(last)}截止。` : '企业没有评价，评价已截止。',
      whatToDo: '可请市科协创新服务中心重开评价；也可再服务一次并请企业评价。',
    };
  },
  'not-designated': (facts) => ({
    why: '企业评价过服务，但还没有指定为重点服务企业。',
    whatToDo: `请站点在“重点服务企业名单”里指定这家企业，${dayFact(facts, 'to')}前（含当日）指定的计入验收。`,
  }),
  'designated-late': (facts) => ({
    why: `企业评价过服务，但 ${yearFact(facts, 'from')}才指定，验收统计到 ${dayFact(facts, 'to')}。`,
    whatToDo: '这家企业仍列在全年数字里；下一年请在服务前后及时指定。',
  }),
  'not-served': () => ({
    why: '已指定为重点服务企业，今年还没有服务。',
    whatToDo: '请安排一次服务，双方签到，完成后请企业评价。',
  }),
  'certificate-lapsed': (facts) => ({
    why: `${level(facts)}证书 ${yearFact(facts, 'validThrough')}到期，服务在 ${yearFact(facts, 'day')}。`,
    whatToDo: `请企业提交新证书。核验后，只要有效期包含 ${dayFact(facts, 'day')}，就自动改为计入。`,
  }),
  'certificate-not-yet': (facts) => ({
    why: `${level(facts)}证书 ${yearFact(facts, 'validFrom')}才生效，服务在 ${yearFact(facts, 'day')}。`,
    whatToDo: '证书生效后再服务一次，双方签到并请企业评价，就计入。',
  }),
  'level-not-counting': (facts) => ({
    why: `企业是${level(facts)}，不在“专精特新”之内。`,
    whatToDo: '企业取得专精特新中小企业或“小巨人”称号后，请区科协登记核验。',
  }),
};

/**
 * One line of counting in words. `facts` are those of the count or the evidence; a commissioner's name may be added as
 * `commissioner`. Codes that this version does not know keep their code, for whoever is asked about it.
 */
export function reasonWords(metric: Metric, because: string, facts: Facts): ReasonWords {
  const write = (WORDS as Readonly<Record<string, Writer | undefined>>)[because];
  return write ? write(facts, metric) : { why: `原因代号 ${because}`, whatToDo: '请把这个代号告诉区工作站点。' };
}
