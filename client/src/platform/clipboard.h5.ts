const copyOld = (text: string): boolean => {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
};

/** Copies text; false where the device refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return copyOld(text); // no https, or a browser of 2017
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOld(text);
  }
}
