import type { Handler } from '../_core/handler';
import { approveResidency, endResidency, proposeResidency, suspend } from './change';
import { list, roster } from './list';

export const calls: Readonly<Record<string, Handler>> = {
  'commissioner.list': list,
  'commissioner.roster': roster,
  'commissioner.proposeResidency': proposeResidency,
  'commissioner.approveResidency': approveResidency,
  'commissioner.endResidency': endResidency,
  'commissioner.suspend': suspend,
};
