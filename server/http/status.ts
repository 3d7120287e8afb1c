import type { Failure, FailureCode } from '../../shared/api';

export const STATUS: Readonly<Record<FailureCode, number>> = {
  'bad-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  refused: 422,
  'too-many': 429,
  broken: 500,
};

export const failure = (code: FailureCode, message: string): Failure => ({ ok: false, code, message });

export const NO_SUCH_CALL = failure('not-found', '没有这个接口，请看 /api/openapi.json');
export const ONLY_INSIDE = failure('not-allowed', '这是演示，只在本地网络里开放');
export const NO_SUCH_PAGE = failure('not-found', '没有这个地址');
