/**
 * Takes pictures of the pages of a running site, at phone and desktop size, light and dark:
 *   node scripts/screenshots.ts http://localhost:3000 docs/screenshots [page…]
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';

const [site = 'http://localhost:3000', folder = 'docs/screenshots', ...only] = process.argv.slice(2);
const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
const PAGES: Record<string, { path: string; isSignedIn?: boolean; prepare?: (page: Page) => Promise<void> }> =
  {
    front: { path: '/' },
    article: { path: ARTICLE },
    gallery: { path: ARTICLE, prepare: openGallery },
    photo: { path: `${ARTICLE}/photo/2` },
    topic: { path: '/topic/iran' },
    author: { path: '/author/nora-lindqvist' },
    topics: { path: '/topics' },
    'following-visitor': { path: '/following' },
    'following-empty': { path: '/following', isSignedIn: true },
    following: { path: '/following', isSignedIn: true, prepare: followSome },
    manage: { path: '/following/manage', isSignedIn: true, prepare: followSome },
    search: { path: '/search?q=iran' },
    saved: { path: '/saved', isSignedIn: true, prepare: saveSome },
    account: { path: '/account', isSignedIn: true },
    signin: { path: '/signin' },
    mailbox: { path: '/mailbox' },
    newsletters: { path: '/newsletters' },
    'not-found': { path: '/nowhere' },
    'no-photo': { path: '/article/protein-shapes-solved-by-a-program' },
  };
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, wanted] of Object.entries(PAGES)) {
      if (only.length > 0 && !only.includes(name)) continue;
      const context = await browser.newContext({
        viewport,
        colorScheme: theme,
        deviceScaleFactor: size === 'phone' ? 2 : 1,
      });
      const page = await context.newPage();
      if (wanted.isSignedIn) await signIn(page, `${name}-${size}-${theme}@example.com`);
      await page.goto(site + wanted.path, { waitUntil: 'networkidle' });
      await wanted.prepare?.(page);
      const isOverlay = name === 'gallery';
      if (process.env.FULL === '1' && !isOverlay) await scrollThrough(page);
      await page.screenshot({
        path: join(folder, `${name}-${size}-${theme}.png`),
        fullPage: !isOverlay && process.env.FULL === '1',
      });
      await context.close();
    }
  }
}
await browser.close();

/** Signs in as a person does in local mode: by the mail in the mailbox. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${site}/signin`);
  await page
    .getByLabel(/e-mail/i)
    .first()
    .fill(email);
  await page
    .getByRole('button', { name: /link|sign in|continue/i })
    .first()
    .click();
  await page.waitForURL(/sent=1/);
  const outbox = join(process.env.DATA_DIR ?? '.data', 'mail');
  const newest =
    readdirSync(outbox)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .at(-1) ?? '';
  const { text } = JSON.parse(readFileSync(join(outbox, newest), 'utf8')) as { text: string };
  await page.goto(text.match(/https?:\/\/\S+\/signin\/confirm\S+/)?.[0] ?? '');
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}

/** Brings pictures that load on coming near into a picture of the whole page. */
async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.body.scrollHeight);
  for (let y = 0; y < height; y += 600) {
    await page.mouse.wheel(0, 600);
    await page.waitForLoadState('networkidle');
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function openGallery(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Open photo 2 of 3 in gallery' }).click();
  await page.getByRole('dialog').getByText('2 of 3').first().waitFor();
}

function followSome(page: Page): Promise<void> {
  return putAll(page, 'follows', ['iran', 'sanctions', 'space', 'nora-lindqvist', 'oceans']);
}

function saveSome(page: Page): Promise<void> {
  const slugs = ['fire-at-notre-dame', 'protein-shapes-solved-by-a-program', 'webb-telescope-leaves-earth'];
  return putAll(page, 'saved', [...slugs, 'pompeo-accuses-iran-of-al-qaeda-ties']);
}

async function putAll(page: Page, list: string, slugs: string[]): Promise<void> {
  await page.evaluate(
    async (paths) => {
      for (const path of paths) await fetch(path, { method: 'PUT' });
    },
    slugs.map((slug) => `/api/${list}/${slug}`),
  );
  await page.reload({ waitUntil: 'networkidle' });
}
