import { StatusTag, Tag } from '@/ui';
import { paceWords } from '@/words/station';
import { type PaceOf, standingOfPace } from './pace';

/** 达标, 跟上进度, 低于进度, 未达标, 无法判定. */
export function PaceTag({ pace }: { readonly pace: PaceOf }) {
  const standing = standingOfPace(pace);
  return standing ? <StatusTag standing={standing} word={paceWords[pace]} /> : <Tag tint word={paceWords[pace]} />;
}
