import { withQuery } from '@/platform/route';
import type { Metric } from './types';

export const progressAt = (stationId: string, year: number): string =>
  withQuery('/station/progress/index', { stationId, year: String(year) });

export const evidenceAt = (stationId: string, year: number, metric: Metric): string =>
  withQuery('/station/evidence/index', { stationId, year: String(year), metric });

export const designationsAt = (stationId: string, year: number, enterpriseId?: string): string =>
  withQuery('/station/designations/index', { stationId, year: String(year), enterpriseId });

export const enterpriseAt = (id: string): string => withQuery('/station/enterprise/index', { id });
export const commissionersAt = (stationId: string): string => withQuery('/station/commissioners/index', { stationId });
