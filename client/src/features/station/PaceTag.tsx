import { StatusTag, Tag } from '@/ui';
import { paceOf, paceWord, standingOfPace } from './pace';
import type { MetricView } from './types';

/** 达标, 跟上进度, 低于进度, 未达标, 无法判定. */
export function PaceTag({ metric, asOf }: { readonly metric: MetricView; readonly asOf: string }) {
  const standing = standingOfPace(paceOf(metric, asOf));
  const word = paceWord(metric, asOf);
  return standing ? <StatusTag standing={standing} word={word} /> : <Tag tint word={word} />;
}
