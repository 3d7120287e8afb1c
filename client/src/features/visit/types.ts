export type { Failure } from '@/gateway';
export type { MayDo, NextDo, VisitDetail, VisitSummary } from '@/words/visit';
