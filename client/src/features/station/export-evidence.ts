import { call, type Failure } from '@/gateway';
import { metricName, reasonWords } from '@/words/counts';
import { dayOf } from '@/words/dates';
import { statusWords } from '@/words/station';
import { csv } from './csv';
import { factsOf } from './facts';
import type { Evidence, EvidenceItem, Metric } from './types';

const PAGE = 200;

export interface Wanted {
  readonly stationId: string;
  readonly year: number;
  readonly metrics: readonly Metric[];
  readonly view: 'acceptance' | 'calendarYear';
}

export type Exported =
  | { readonly ok: true; readonly name: string; readonly text: string; readonly rows: number }
  | { readonly ok: false; readonly failure: Failure };

const HEAD = [
  '站点',
  '年度',
  '统计范围',
  '指标',
  '状态',
  '企业',
  '服务日',
  '特派员',
  '原因',
  '条款',
  '政策版本',
  '截至',
];

const line = (of: Evidence, item: EvidenceItem, view: Wanted['view']): string[] => [
  of.stationName,
  String(of.year),
  view === 'acceptance' ? `${of.window.from} 至 ${of.window.to}` : `${of.year}年全年`,
  metricName(of.metric, of.stationClass),
  statusWords[item.status],
  item.enterprise.name,
  item.day ?? '',
  item.commissioner?.name ?? '',
  reasonWords(of.metric, item.because, factsOf(item)).why,
  of.clause,
  of.policyVersion,
  of.asOf,
];

/** All evidence behind some numbers as a table of text; the enterprises' registration codes stay out of it. */
export async function exportEvidence(wanted: Wanted, onRows: (done: number, of: number) => void): Promise<Exported> {
  const { metrics, stationId, year, view } = wanted;
  const rows: string[][] = [];
  let name = '';
  let all = 0;
  for (const metric of metrics) {
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const reply = await call('station.evidence', { stationId, year, metric, view, offset, limit: PAGE });
      if (!reply.ok) return { ok: false, failure: reply };
      const { data } = reply;
      if (offset === 0) all += data.total;
      total = data.total;
      rows.push(...data.items.map((item) => line(data, item, view)));
      name = `${data.stationName}-${metrics.length === 1 ? metricName(metric, data.stationClass) : '进度证据'}-${year}-${dayOf(data.asOf)}.csv`;
      onRows(rows.length, all);
    }
  }
  return { ok: true, name, text: csv([HEAD, ...rows]), rows: rows.length };
}
