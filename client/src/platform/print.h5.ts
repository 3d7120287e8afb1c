import './print.scss';

/**
 * Prints one A4 drawing and nothing of the page around it. The drawing is a picture in the document itself: the content
 * policy allows neither inline styles nor frames.
 */
export async function printSheet(svg: string): Promise<boolean> {
  const picture = document.createElement('img');
  picture.className = 'print-sheet';
  picture.alt = '';
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  picture.src = address;
  document.body.append(picture);
  document.documentElement.classList.add('printing-sheet');
  const clear = () => {
    document.documentElement.classList.remove('printing-sheet');
    picture.remove();
    URL.revokeObjectURL(address);
  };
  try {
    await picture.decode();
  } catch {
    clear();
    return false;
  }
  // print() waits in most browsers and returns at once in some: the sheet stays until the dialogue has closed.
  window.addEventListener('afterprint', clear, { once: true });
  window.print();
  return true;
}
