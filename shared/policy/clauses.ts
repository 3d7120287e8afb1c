import type { DocumentId } from './documents';

export interface Clause {
  readonly document: DocumentId;
  /** 条, and 款 or 项 where the article has several. */
  readonly article: string;
  /** What it asks, in one sentence of ours. */
  readonly restatement: string;
  /** The decisive words of the document, exact. */
  readonly quote: string;
  /** How we read what the words leave open. */
  readonly reading?: string;
}

/** Every clause that a rule cites. A coverage test fails when one of them has no rule or no test. */
export const CLAUSES = {
  'BST-02-B': {
    document: 'BST',
    article: '第二条',
    restatement: '只有在册有效的产业特派员，其服务才计数；暂停之日起的签到照样留存，但不计数。',
    quote: '能够深入企业开展科技咨询、技术诊断、产品开发、成果转化等服务',
    reading: '按整日判断：暂停当日视为不在册。',
  },
  'VIS-15-A': {
    document: 'BST',
    article: '第十五条',
    restatement: '一次服务要算数，产业特派员和企业必须各用自己的微信扫码签到。',
    quote: '双方均需参考《“千人进千企”专项行动数字化工作指南》要求进行扫码签到',
    reading:
      '《工作指南》未附在办法内。我们的读法：先签的一方扫企业签到码，另一方扫对方手机上的实时码；同一人不能代表双方；同日内完成，首签后 240 分钟内可跨日。',
  },
  'VIS-15-B': {
    document: 'BST',
    article: '第十五条',
    restatement: '签到时双方都填写工作单位、职务和拟解决需求。',
    quote: '填写工作单位及职务、拟解决需求等信息',
    reading: '双方各自填写、各自留存；签到之后改资料，不改签到时的内容。企业一方的单位与企业名称不一致只提醒，不拦截。',
  },
  'VIS-15-C': {
    document: 'BST',
    article: '第十五条',
    restatement: '服务完成后，由被服务企业和参与对接主体评价产业特派员；特派员自己不评价。',
    quote: '被服务企业和参与对接主体对产业特派员服务情况进行评价',
    reading:
      '参与对接主体指在这次服务中签到的其他单位。一家单位对一位特派员只有一份有效评价，再次提交即为修改。评价自完成起开放，至服务日后 30 天；10月31日前的服务最迟到 11月15日。',
  },
  'VIS-15-D': {
    document: 'BST',
    article: '第十五条',
    restatement: '评价写明服务活动主题、活动时间、专业度和满意度。',
    quote: '填写服务活动主题、活动时间、专业度、满意度等信息',
    reading: '专业度、满意度按 1–5 分整数；分数高低不影响计数。',
  },
  'STN-03-A': {
    document: 'STN',
    article: '第三条',
    restatement: '站点按自然年一年一个项目，数字不跨年。',
    quote: '区工作站点建设实行年度项目制',
    reading: '年份和日期一律按北京时间。',
  },
  'STN-06-A1': {
    document: 'STN',
    article: '第六条',
    restatement: 'A 类站点每年联系本区企业不少于 80 家。',
    quote: '每个站点每年联系本区企业不少于80家',
    reading:
      '联系：企业自己确认过的接触，双方签到即可，不要求服务已完成。本区：签到当时企业所在区。一家企业一年只算一家。',
  },
  'STN-06-A2': {
    document: 'STN',
    article: '第六条',
    restatement: 'A 类站点每年重点服务企业不少于 50 家，其中专精特新企业不少于 10 家，对接产业特派员不少于 30 人次。',
    quote: '重点服务企业不少于50家,其中专精特新企业不少于10家，对接产业特派员不少于30人次',
    reading:
      '重点服务：站点指定，并有企业评价过的服务。专精特新在重点服务企业之内数，证书在服务当日有效且已核验。对接人次：任何在册特派员，一人一企一日为一人次。',
  },
  'STN-06-B1': {
    document: 'STN',
    article: '第六条',
    restatement:
      'B 类站点每年联系本区企业不少于 50 家，重点服务不少于 30 家，其中专精特新不少于 6 家，驻站产业特派员不少于 15 人次。',
    quote:
      '每个站点每年联系本区企业不少于50家，重点服务企业不少于30家,其中专精特新企业不少于6家，驻站产业特派员不少于15人次',
    reading: '驻站人次：服务当日在本站驻站名单上的特派员，一人一企一日为一人次。其余同 A 类。',
  },
  'STN-06-C1': {
    document: 'STN',
    article: '第六条',
    restatement:
      'C 类站点每年联系本区企业不少于 30 家，重点服务不少于 20 家，其中专精特新不少于 3 家，驻站产业特派员不少于 10 人次。',
    quote:
      '每个站点每年联系本区企业不少于30家，重点服务企业不少于20家,其中专精特新企业不少于3家，驻站产业特派员不少于10人次',
    reading: '驻站人次：服务当日在本站驻站名单上的特派员，一人一企一日为一人次。其余同 A 类。',
  },
  'STN-07-9': {
    document: 'STN',
    article: '第七条',
    restatement: '项目在 10 月底之前完成并总结，验收指标统计到 10 月 31 日。',
    quote: '项目应在10月底之前完成并进行总结',
    reading: '含 10 月 31 日当天；之后的服务照常记录，列在全年数字里。',
  },
  'STN-07-10': {
    document: 'STN',
    article: '第七条',
    restatement: '11 月 15 日之前提交不少于 3000 字的总结报告。',
    quote: '在11月15日之前提交总结报告（不少于3千字）',
    reading: '15 日当天提交算按时并作标记，14 日提醒；遇周末不顺延。',
  },
} as const satisfies Record<string, Clause>;

export type ClauseId = keyof typeof CLAUSES;
export const isClauseId = (id: string): id is ClauseId => Object.keys(CLAUSES).includes(id);
