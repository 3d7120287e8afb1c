import Taro from '@tarojs/taro';

/**
 * What the page was opened with, decoded. A code scanned with WeChat arrives as `scene` (still encoded) or, where
 * the plain link was scanned, as `q` holding the whole address; both are handed on as they came: see scan/index.
 */
export const pageParams = (): Readonly<Record<string, string>> => {
  const raw = Taro.getCurrentInstance().router?.params ?? {};
  const params: Record<string, string> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value === 'string' && !key.startsWith('$') && key !== 'stamp') params[key] = safeDecode(value);
  }
  return params;
};

const safeDecode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % typed by hand is no reason to fail
  }
};
