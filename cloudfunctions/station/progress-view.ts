import type { Output } from '../../shared/api';
import { dayOf, type Instant, isoOf } from '../../shared/kernel/calendar';
import { DOCUMENTS } from '../../shared/policy';
import {
  annualTarget,
  CLAUSE_OF,
  elapsedShare,
  evenPace,
  METRICS,
  type Metric,
  quota,
  windowOf,
} from '../../shared/station';
import type { StationYearDocs } from './station-year';

const UNIT: Readonly<Record<Metric, string>> = {
  contacted: '家',
  keyServed: '家',
  zjtx: '家',
  personTimes: '人次',
};

export const headerOf = ({ progress, setup, targets }: StationYearDocs, now: Instant) => {
  const { policyYear, inherited } = annualTarget(targets, 'contacted');
  return {
    stationId: progress.stationId,
    stationName: setup.name,
    district: setup.district,
    year: progress.year,
    stationClass: targets.stationClass,
    policyVersion: DOCUMENTS.STN.version,
    policyYear,
    inherited,
    asOf: isoOf(now),
  };
};

export function progressView(docs: StationYearDocs, now: Instant): Output<'station.progress'> {
  const { targets, progress } = docs;
  const { counts } = progress;
  const window = windowOf(progress.year, 'acceptance');
  const today = dayOf(now);
  return {
    ...headerOf(docs, now),
    elapsed: elapsedShare(window, today),
    metrics: METRICS.map((metric) => {
      const { target } = annualTarget(targets, metric);
      return {
        metric,
        clause: CLAUSE_OF[targets.stationClass][metric],
        unit: UNIT[metric],
        target,
        ...counts.acceptance[metric],
        window,
        status: quota(targets, metric, counts.acceptance[metric]).value,
        evenPace: target === null ? null : evenPace(target, window, today),
        calendarYear: counts.calendarYear[metric],
      };
    }),
  };
}
