import type { Output } from '@/gateway';

export type Progress = Output<'station.progress'>;
export type MetricView = Progress['metrics'][number];
export type Evidence = Output<'station.evidence'>;
export type EvidenceItem = Evidence['items'][number];
export type StationRow = Output<'station.list'>['stations'][number];
export type Todo = Output<'station.todo'>;
export type { Metric } from '@shared/station/model';
