import Taro from '@tarojs/taro';
import type { Scanned } from './scan.types';

export type { Scanned } from './scan.types';

/** Reads one code with WeChat's own scanner; it also takes pictures from the album. */
export async function scanCode(): Promise<Scanned> {
  try {
    const read = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] });
    // A mini-program code has no text of its own: it carries the page and its parameters.
    const text = read.result || read.path || '';
    return text === '' ? { ok: false, why: 'unreadable' } : { ok: true, text };
  } catch (error) {
    const message = String((error as { errMsg?: unknown }).errMsg ?? '');
    if (/cancel/.test(message)) return { ok: false, why: 'cancelled' };
    return { ok: false, why: /auth|permission|denied/i.test(message) ? 'denied' : 'unreadable' };
  }
}

/** A code typed or pasted, where scanning does not work. Empty or closed: undefined. */
export async function typeCode(): Promise<string | undefined> {
  const options = { title: '输入码', editable: true, placeholderText: '把码或链接粘贴在这里' };
  const answer = (await Taro.showModal(options)) as { confirm: boolean; content?: string };
  const text = answer.confirm ? (answer.content ?? '').trim() : '';
  return text === '' ? undefined : text;
}
