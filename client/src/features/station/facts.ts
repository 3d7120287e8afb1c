import type { Facts } from '@/words/findings';
import type { EvidenceItem } from './types';

/** The facts of a line of evidence, with the name of the commissioner it is about, as the sentences want them. */
export const factsOf = ({ facts, commissioner }: EvidenceItem): Facts =>
  commissioner ? { ...facts, commissioner: commissioner.name } : facts;
