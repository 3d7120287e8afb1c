import type { FailureCode as ServerCode } from '@shared/api/reply';

/** The reply codes, and `offline`, which only the client knows. */
export type FailureCode = ServerCode | 'offline';

export interface Sentence {
  readonly title: string;
  readonly whatToDo: string;
}

const sentences: Readonly<Record<FailureCode, Sentence>> = {
  'bad-input': { title: '有内容没填对', whatToDo: '请看标红的一项，改好后再提交' },
  'not-signed-in': { title: '还没有登录', whatToDo: '登录后就能继续，您填的内容还在' },
  'not-allowed': {
    title: '您没有查看这项的权限',
    whatToDo: '可在“我的”里看自己的权限，需要时向市科协创新服务中心申请',
  },
  'not-found': { title: '没有找到这条记录', whatToDo: '可能已移走或地址不完整，请返回上一页再打开' },
  refused: { title: '这一步现在不能做', whatToDo: '请看下面的原因' },
  conflict: { title: '刚才有人改过这条记录', whatToDo: '请重新打开看最新内容，再决定是否提交' },
  'too-many': { title: '请稍等一下', whatToDo: '操作太频繁，一分钟后再试，您填的内容还在' },
  broken: { title: '没能打开', whatToDo: '服务器没有回应，您填的内容还在' },
  offline: { title: '现在没有网络', whatToDo: '连上网络后再试一次，您填的内容还在' },
};

/** What went wrong and what to do, for a reply code. */
export const failureWords = (code: FailureCode): Sentence => sentences[code];

/** A sentence, and by what number help finds this failure, where it is one that help is needed for. */
export const withNumber = (
  sentence: string,
  { code, requestId }: { readonly code: FailureCode; readonly requestId?: string | undefined },
): string => (code === 'broken' && requestId ? `${sentence}（编号 ${requestId}）` : sentence);
