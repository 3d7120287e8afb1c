import Taro from '@tarojs/taro';
import type { FileContent } from './files.types';

export type { FileContent } from './files.types';

const readable = /\.(pdf|docx?|xlsx?|pptx?)$/i;

const write = (filePath: string, file: FileContent): Promise<void> =>
  new Promise((resolve, reject) => {
    const data = 'text' in file.content ? file.content.text : file.content.base64;
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'text' in file.content ? 'utf8' : 'base64',
      success: () => resolve(),
      fail: reject,
    });
  });

/** Opens a document with WeChat's viewer (which can print and forward it); other files are handed on to a chat. */
export async function saveFile(file: FileContent): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${file.name}`;
  try {
    await write(filePath, file);
    if (readable.test(file.name)) await Taro.openDocument({ filePath, showMenu: true });
    else await Taro.shareFileMessage({ filePath, fileName: file.name });
    return true;
  } catch {
    return false;
  }
}
