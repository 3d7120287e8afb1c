import type { FileContent } from './files.types';

export type { FileContent } from './files.types';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
};

/** Downloads a file that a call made. */
export async function saveFile({ name, type, content }: FileContent): Promise<boolean> {
  // Spreadsheets read UTF-8 text only behind its mark.
  const parts = 'text' in content ? [type === 'text/csv' ? '\ufeff' : '', content.text] : [bytesOf(content.base64)];
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it only after the click has ended
  return true;
}
