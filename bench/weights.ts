import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';

/** Bytes of a page, compressed as a proxy would; fonts as they are. Of code what runs, be it at the first touch only. */
export type Weight = { html: number; js: number; css: number; fonts: number; images: number };

const KINDS: Record<string, keyof Weight> = {
  document: 'html',
  script: 'js',
  stylesheet: 'css',
  font: 'fonts',
  image: 'images',
};
const IS_COMPRESSED = new Set<keyof Weight>(['fonts', 'images']);
/** For what a page asks for as soon as it hears. */
const SETTLE_MS = 500;
const SYSTEM = '/usr/bin/chromium';

/** The Chromium to measure in: CHROMIUM_PATH, the system's, or null when there is none. */
export function chromiumPath(): string | null {
  const path = process.env.CHROMIUM_PATH ?? SYSTEM;
  return existsSync(path) ? path : null;
}

/** Opens Chromium on a phone's screen for as long as `work` takes. */
export async function inChromium<T>(path: string, work: (browser: Browser) => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: path, args: isRoot ? ['--no-sandbox'] : [] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** What comes over the wire for this page on a phone, until the network is quiet and the page hears what is pressed. */
export async function weigh(browser: Browser, url: string, cookie?: string): Promise<Weight> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    ...(cookie && { extraHTTPHeaders: { cookie } }),
  });
  const page = await context.newPage();
  const weight: Weight = { html: 0, js: 0, css: 0, fonts: 0, images: 0 };
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = KINDS[response.request().resourceType()];
    if (!kind || !response.ok()) return;
    const add = async () => {
      const body = await response.body();
      weight[kind] += IS_COMPRESSED.has(kind) ? body.length : gzipSync(body).length;
    };
    // A prefetch that the browser has dropped again has no body.
    pending.push(add().catch(() => undefined));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.keyboard.press('Shift');
  await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith('__reactContainer')));
  await page.waitForTimeout(SETTLE_MS);
  await Promise.all(pending);
  await context.close();
  return weight;
}
