import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Camera, openCamera } from './camera';
import { type RunningServer, startServer } from './server';

export const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1440, height: 900 };

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Signs in as somebody else of the demonstration, or as nobody, and forgets everything. */
  readonly become: (name: string | undefined) => Promise<void>;
  /** What a browser complains of: errors, violations of the content policy, dialogues. */
  readonly faults: readonly string[];
}

interface Who {
  /** A person of the demonstration who is signed in already; nobody: a browser that has never been here. */
  readonly as?: string;
  readonly size?: typeof PHONE;
  readonly large?: boolean;
  /** Complaints that belong to the story. */
  readonly expected?: RegExp;
}

export interface Stage {
  readonly server: RunningServer;
  readonly camera: Camera;
  readonly visitor: (who?: Who) => Promise<Visitor>;
  readonly close: () => Promise<void>;
}

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function watch(page: Page, expected: RegExp | undefined): readonly string[] {
  const faults: string[] = [];
  const note = (fault: string): void => {
    if (!expected?.test(fault)) faults.push(fault);
  };
  page.on('console', (said) => said.type() === 'error' && note(`${said.text()} (${said.location().url})`));
  page.on('pageerror', (error) => note(String(error.stack)));
  page.on('dialog', (dialog) => {
    note(`dialogue: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return faults;
}

/** One server, one browser and one camera for all stories. DIST=folder tries another build than dist/. */
export async function openStage(executablePath: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  const film = join(folder, 'camera.y4m');
  const args = [
    ...QUIET,
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
  const browser = await chromium.launch({ executablePath, args, chromiumSandbox: false });
  const dist = process.env.DIST ?? join(__dirname, '..', '..', 'dist');
  const server = await startServer(dist, join(folder, 'data')).catch(async (error) => {
    await browser.close();
    throw error;
  });

  const visitor: Stage['visitor'] = async ({ as, size = PHONE, large, expected } = {}) => {
    const context = await browser.newContext({
      baseURL: server.origin,
      viewport: size,
      deviceScaleFactor: 2,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      permissions: ['camera'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const become: Visitor['become'] = async (name) => {
      const kept = {
        ...(name !== undefined && { 'qr.session': await server.session(name) }),
        ...(large && { 'qr.large': true }),
      };
      // An address of the server without the app, which would write what it knows of somebody else.
      await page.goto('/healthz');
      await page.evaluate((all) => {
        localStorage.clear();
        for (const [key, value] of Object.entries(all)) localStorage.setItem(key, JSON.stringify(value));
      }, kept);
    };
    if (as !== undefined || large) await become(as);
    return { context, page, become, faults: watch(page, expected) };
  };

  return {
    server,
    camera: await openCamera(browser, film),
    visitor,
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
