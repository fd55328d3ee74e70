import type { Page } from '@playwright/test';
import { nextAdmin } from '../site.ts';
import { expect, putAll, test, watchConsole } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
const PUBLIC = [
  '/',
  ARTICLE,
  `${ARTICLE}/photo/2`,
  '/topic/iran',
  '/author/nora-lindqvist',
  '/topics',
  '/topics/a-z',
  '/search',
  '/search?q=iran&topic=iran',
  '/search?q=pompao',
  '/search?q=the',
  '/following',
  '/following/manage',
  '/signin',
  '/signin?sent=1',
  '/follow/iran',
  '/mailbox',
  '/newsletters',
  '/nowhere',
];
const READERS = [
  '/following',
  '/following?topic=iran',
  '/following/manage',
  '/account',
  '/saved',
  '/saved?q=nothing-like-it',
  '/history',
  '/account/delete',
  '/follow/iran',
  ARTICLE,
];
const NEWSROOM = [
  '/admin/topics',
  '/admin/topics/oceans/merge',
  '/admin/merges',
  '/admin/insights',
  '/admin/topics/new',
  '/admin/topics/tree',
  '/admin/topics/iran',
  '/admin/topics/iran/articles',
  '/admin/articles/pompeo-accuses-iran-of-al-qaeda-ties/topics',
];

for (const path of PUBLIC) {
  test(`${path} has nothing for axe, for the console, or to scroll sideways`, async ({
    page,
    isAccessible,
  }) => {
    const complaints = watchConsole(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    await isAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(complaints.filter((text) => !(path === '/nowhere' && text.includes('404')))).toEqual([]);
  });
}

test('the pages that mails lead to have nothing for axe or the console', async ({
  page,
  site,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  const headers = { Origin: site.url };
  const email = `links-${process.pid}@example.com`;
  const form = { email, newsletter: 'evening' };
  await page.request.post('/api/signin', { headers, form: { email } });
  await page.request.post('/api/newsletters/subscribe', { headers, form });
  const linkTo = (path: string) => {
    const mails = site.mails().filter((mail) => mail.to === email);
    const links = mails.flatMap((mail) => mail.text.match(/https?:\/\/\S+/g) ?? []);
    return links.find((link) => link.includes(path)) ?? '';
  };
  const confirm = linkTo('/newsletters/confirm');
  await page.goto(linkTo('/signin/confirm'), { waitUntil: 'networkidle' });
  await isAccessible(page);
  await page.goto(confirm, { waitUntil: 'networkidle' });
  await isAccessible(page);
  await page.getByRole('button', { name: 'Confirm my subscription' }).click();
  await page.getByRole('heading', { name: 'You are subscribed' }).waitFor();
  await isAccessible(page);
  await page.goto(linkTo('/newsletters/unsubscribe'), { waitUntil: 'networkidle' });
  await isAccessible(page);
  await page.goto('/mailbox');
  await page.getByRole('listitem').filter({ hasText: email }).getByRole('link').first().click();
  await page.locator('iframe').waitFor();
  await isAccessible(page);
  expect(complaints).toEqual([]);
});

test('the pages of a signed-in reader have nothing for axe or the console, and ask for no list they came with', async ({
  page,
  context,
  signIn,
  isAccessible,
  site,
}) => {
  const complaints = watchConsole(page);
  await signIn(context);
  await page.goto('/following', { waitUntil: 'networkidle' });
  await isAccessible(page);
  await putAll(context, site, ['follows/iran', 'follows/space', 'follows/nora-lindqvist']);
  await putAll(context, site, ['saved/fire-at-notre-dame', 'reads/fire-at-notre-dame']);
  const asked = watchLists(page);
  await expectAllRight(page, READERS, isAccessible);
  expect(complaints).toEqual([]);
  expect(asked).toEqual([]);
});

test('the pages of the newsroom have nothing for axe or the console, and ask for no list they came with', async ({
  page,
  context,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  const asked = watchLists(page);
  await signIn(context, nextAdmin());
  await expectAllRight(page, NEWSROOM, isAccessible);
  expect(complaints).toEqual([]);
  expect(asked).toEqual([]);
});

/** Collects what is asked for of what pages bring along: "/api/mutes". */
function watchLists(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/(admin\/.*|follows|mutes|feed|saved|reads)$/.test(pathname)) asked.push(pathname);
  });
  return asked;
}

/** Pages that axe has nothing to say to and that do not scroll sideways. */
async function expectAllRight(
  page: Page,
  paths: string[],
  isAccessible: (page: Page) => Promise<void>,
): Promise<void> {
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await isAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

/** At the widths of small phones and desktops, and with text at twice its size (WCAG 1.4.4 and 1.4.10). */
async function expectNoSidewaysScroll(page: Page) {
  for (const [width, text] of [
    [320, 100],
    [390, 200],
    [1280, 200],
    [1280, 100],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
      return document.documentElement.scrollWidth - window.innerWidth;
    }, text);
    expect(overflow, `at ${width} px, text at ${text} %`).toBeLessThanOrEqual(0);
  }
}
