import jsQR from 'jsqr';

type Source = HTMLVideoElement | HTMLImageElement;

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

const dataAddress = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = reject;
    reader.readAsDataURL(file);
  });

/** A picture that the person chose: several sizes, since a photographed poster may be small or huge in it. */
export async function decodePicture(file: Blob): Promise<string | undefined> {
  try {
    // As a data address: it needs no permission for blob: in the content security policy.
    const image = new Image();
    image.src = await dataAddress(file);
    await image.decode();
    for (const most of [1000, 1800, 500]) {
      const text = decode(image, image.naturalWidth, image.naturalHeight, most, true);
      if (text !== undefined) return text;
    }
  } catch {
    // not a picture
  }
  return undefined;
}
