import type { Handler } from '../_core/handler';
import { configure } from './configure';
import { designate, designations, withdrawDesignation } from './designate';
import { evidence, pace } from './evidence';
import { board, list, progress } from './progress';
import { todo } from './todo';

export const calls: Readonly<Record<string, Handler>> = {
  'station.list': list,
  'station.progress': progress,
  'station.evidence': evidence,
  'station.pace': pace,
  'station.board': board,
  'station.todo': todo,
  'station.configure': configure,
  'station.designate': designate,
  'station.withdrawDesignation': withdrawDesignation,
  'station.designations': designations,
};
