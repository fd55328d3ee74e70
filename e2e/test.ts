import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { type Site, startSite } from './site.ts';

export { expect };

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Fixtures = {
  /** Signs a browser context in by the mailed link, over HTTP, and returns the address used. */
  signIn: (context: BrowserContext, email?: string) => Promise<string>;
  /** Fails when axe has anything to say of the page, in the light theme or in the dark one. */
  isAccessible: (page: Page) => Promise<void>;
};

/** WCAG 2.2 asks for targets of a size, and axe does only when told to. */
const ALL_RULES: RunOptions = { rules: { 'target-size': { enabled: true } } };
/** Those whose outcome hangs on colours: all others hold in one theme as in the other. */
const RULES_OF_COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

let people = 0;

/** Tests with a running site of their worker's own as `site` and as base address. */
export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.remove();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  signIn: async ({ site }, use) => {
    await use(async (context, email = `reader-${process.pid}-${++people}@example.com`) => {
      const headers = { Origin: site.url };
      const asked = await context.request.post(`${site.url}/api/signin`, {
        headers,
        form: { email, returnTo: '/' },
        maxRedirects: 0,
      });
      expect(asked.status()).toBe(303);
      const link = mailedLink(site, email);
      const confirmed = await context.request.post(`${site.url}/api/signin/confirm`, {
        headers,
        form: Object.fromEntries(link.searchParams),
        maxRedirects: 0,
      });
      expect(confirmed.status()).toBe(303);
      return email;
    });
  },
  isAccessible: async ({ browserName: _name }, use) => {
    await use(async (page) => {
      await page.evaluate(axe.source);
      expect(await complaintsOf(page, ALL_RULES)).toEqual([]);
      const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
      // Without motion, or colours are looked at while they pass over into each other.
      await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark', reducedMotion: 'reduce' });
      expect(await complaintsOf(page, RULES_OF_COLOURS), 'in the other theme').toEqual([]);
      await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light', reducedMotion: 'reduce' });
      await page.emulateMedia({ reducedMotion: null });
    });
  },
});

/** What axe, which the page has by now, has to say of it as it is. */
async function complaintsOf(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(async (given) => {
    // A mail is shown in a frame that runs no scripts, axe's own included: only the page around it is looked at.
    const { violations } = await window.axe.run({ ...given, resultTypes: ['violations'], iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }, options);
}

/** Has the reader of this context follow (`follows/iran`) or mute (`mutes/iran`) what these paths name. */
export async function putAll(context: BrowserContext, site: Site, paths: string[]): Promise<void> {
  for (const path of paths) {
    const answer = await context.request.put(`${site.url}/api/${path}`, { headers: { Origin: site.url } });
    expect(answer.status(), path).toBe(204);
  }
}

/** True once the page hears what is pressed. */
export async function isAwake(page: Page): Promise<boolean> {
  return page.evaluate(() => Object.keys(document).some((key) => key.startsWith('__reactContainer')));
}

/** Gives the page a sign that somebody is there, and waits until it hears what is pressed (ADR 020). */
export async function wake(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await expect.poll(() => isAwake(page)).toBe(true);
}

/** The sign-in link of the newest mail to this address. */
export function mailedLink(site: Site, email: string): URL {
  const mail = site.mails().find((candidate) => candidate.to === email);
  const link = mail?.text.match(/https?:\/\/\S+\/signin\/confirm\S+/)?.[0];
  if (!link) throw new Error(`No sign-in mail to ${email}.`);
  return new URL(link);
}

/** Collects what a page must never say: errors of scripts and breaches of its own security policy. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The test tool reaching into the mailbox's sandboxed frame, which runs no scripts.
    const isOwnDoing = message.text().includes("'about:srcdoc' because the document's frame is sandboxed");
    if (message.type() === 'error' && !isOwnDoing) complaints.push(message.text());
  });
  return complaints;
}
