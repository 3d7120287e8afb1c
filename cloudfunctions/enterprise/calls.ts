import type { Handler } from '../_core/handler';
import { merge, move, register, verifyQualification } from './change';
import { get, list, poster, posterPdfCall } from './read';

export const calls: Readonly<Record<string, Handler>> = {
  'enterprise.list': list,
  'enterprise.get': get,
  'enterprise.poster': poster,
  'enterprise.posterPdf': posterPdfCall,
  'enterprise.register': register,
  'enterprise.verifyQualification': verifyQualification,
  'enterprise.move': move,
  'enterprise.merge': merge,
};
