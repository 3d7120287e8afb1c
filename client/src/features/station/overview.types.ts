import type { Standing } from '@/features/roles';
import type { Called } from '@/gateway';
import type { Progress, Todo } from './types';

export interface OverviewProps {
  readonly progress: Progress;
  readonly todo: Called<Todo>;
  readonly standing: Standing;
  readonly today: string;
  readonly onClause: (clauseId: string) => void;
}

export const mayDecide = ({ role }: Standing): boolean => role === 'district' || role === 'center';
