import { renameSync, writeFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';

const WIDTH = 960;
const HEIGHT = 720;
const FRAMES = 5;

/** The brightness of each point of a picture that fills the frame, 16 to 235, as base64. */
const brightness = async ({ png, width, height }: { png: string; width: number; height: number }): Promise<string> => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const scale = Math.min(width / picture.naturalWidth, height / picture.naturalHeight) * 0.9;
  const [w, h] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
  context.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h);
  const { data } = context.getImageData(0, 0, width, height);
  let text = '';
  for (let i = 0; i < data.length; i += 4) {
    const [red = 0, green = 0, blue = 0] = [data[i], data[i + 1], data[i + 2]];
    text += String.fromCharCode(16 + (65.7 * red + 129.1 * green + 25.1 * blue) / 256);
  }
  return btoa(text);
};

export interface Camera {
  /** Holds the camera of every page in front of what is seen there; from the next time that a scanner opens. */
  readonly showTo: (seen: Locator) => Promise<void>;
}

/** The film that Chromium takes for its camera. */
export async function openCamera(browser: Browser, film: string): Promise<Camera> {
  const context = await browser.newContext();
  const page = await context.newPage();
  return {
    showTo: async (seen) => {
      const png = (await seen.screenshot()).toString('base64');
      const luma = Buffer.from(await page.evaluate(brightness, { png, width: WIDTH, height: HEIGHT }), 'base64');
      const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
      const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, grey]);
      const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
      // Put in place whole: a scanner may be reading the last one.
      writeFileSync(`${film}.next`, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
      renameSync(`${film}.next`, film);
    },
  };
}
