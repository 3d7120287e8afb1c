import jsQR from 'jsqr';

type Source = HTMLVideoElement | ImageBitmap | HTMLImageElement;

/** Looks for a code in a picture of at most `most` px on its longer side. */
export function decode(
  source: Source,
  width: number,
  height: number,
  most: number,
  thorough: boolean,
): string | undefined {
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, most / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const found = jsQR(data, canvas.width, canvas.height, { inversionAttempts: thorough ? 'attemptBoth' : 'dontInvert' });
  return found?.data || undefined;
}

/** A picture that the person chose: several sizes, since a photographed poster may be small or huge in it. */
export async function decodePicture(file: Blob): Promise<string | undefined> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    for (const most of [1000, 1800, 500]) {
      const text = decode(image, image.naturalWidth, image.naturalHeight, most, true);
      if (text !== undefined) return text;
    }
    return undefined;
  } catch {
    return undefined; // not a picture
  } finally {
    URL.revokeObjectURL(address);
  }
}
