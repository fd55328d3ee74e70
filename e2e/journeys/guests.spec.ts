import type { Page } from '@playwright/test';
import { tabTo } from '../keys.ts';
import { expect, mailedLink, putAll, test, watchConsole } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';

/** What the browser keeps for the site, by key; `reader` says that there is a session, and no more. */
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
const SIGNED_IN = { reader: '1' };

/** Collects what the page asks the API from now on. */
function watchApi(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname + search);
  });
  return asked;
}

const follow = (page: Page, name: string) =>
  page.getByRole('button', { name: `Follow ${name}`, exact: true }).first();
const following = (page: Page, name: string) =>
  page.getByRole('button', { name: `Following ${name}`, exact: true }).first();

/** Asks for a sign-in link by the form of the page shown, opens it, and signs in. */
async function signInHere(page: Page, site: Parameters<typeof mailedLink>[0], email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  await page.goto(mailedLink(site, email).href);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('without an account: follow from an article, see what is new, sign in and keep it, sign out and leave nothing', async ({
  page,
  context,
  browser,
  site,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  const asked = watchApi(page);
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  await page.locator('#main').focus();
  await tabTo(follow(page, 'Iran'));
  await page.keyboard.press('Enter');
  await expect(following(page, 'Iran')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Kept in this browser. Sign in to keep it everywhere.')).toBeVisible();
  await follow(page, 'Mike Pompeo').click();
  await follow(page, 'Nora Lindqvist').click();
  await following(page, 'Mike Pompeo').click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(following(page, 'Mike Pompeo')).toBeVisible();
  // Another tab is in step, and nobody has been asked anything.
  const other = await context.newPage();
  await other.goto('/topic/iran', { waitUntil: 'networkidle' });
  await expect(following(other, 'Iran')).toBeVisible();
  await following(other, 'Iran').click();
  await expect(follow(page, 'Iran')).toBeVisible();
  await follow(page, 'Iran').click();
  await expect(following(other, 'Iran')).toBeVisible();
  await other.close();
  expect(asked).toEqual([]);

  await page.getByRole('link', { name: /check following for new articles/i }).click();
  const feed = page.getByRole('list', { name: 'Your feed', exact: true });
  await expect(feed.getByRole('article').first()).toContainText('Because you follow');
  const main = page.getByRole('main');
  await expect(main).toContainText('No new articles just now. Kept in this browser.');
  await expect(page.getByText('You’re all caught up')).toBeVisible();
  expect(asked).toEqual([
    expect.stringMatching(/^\/api\/feed\/preview\?topics=iran,mike-pompeo,nora-lindqvist$/),
  ]);
  await isAccessible(page);

  // Away; the newsroom publishes; back.
  const slug = `guests-${test.info().project.name}`;
  const headline = `Iran for guests ${Date.now()}`;
  site.publish(slug, { headline, topics: ['iran'] });
  await expect(async () => {
    await page.goto('/topics');
    await expect(page.getByRole('link', { name: /Following 1 new article/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole('link', { name: /Following 1 new article/ }).click();
  await expect(feed.getByRole('article').first()).toContainText(headline);
  await expect(main).toContainText('1 new since your last visit.');
  await expect(feed.getByText('New since your last visit')).toBeVisible();
  await page.reload();
  await expect(feed.getByRole('article').first()).toContainText(headline);
  await expect(feed.getByText('New since your last visit')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Show one topic' })
    .getByRole('link', { name: 'Mike Pompeo' })
    .click();
  await expect(page).toHaveURL(/topic=mike-pompeo/);
  await expect(feed.getByRole('article').first()).toBeVisible();
  await expect(feed.getByRole('article').filter({ hasText: headline })).toHaveCount(0);

  // What was unfollowed on the manage page can be followed again there.
  await page.goto('/following/manage');
  await expect(page.getByText(/Newest article/).first()).toBeVisible();
  await following(page, 'Mike Pompeo').click();
  await expect(follow(page, 'Mike Pompeo')).toBeFocused();
  await isAccessible(page);
  await follow(page, 'Mike Pompeo').click();

  // Signing in keeps all of it, and says so once; where the link is opened, and on this device.
  const email = `guest-${process.pid}-${test.info().project.name}@example.com`;
  await page.goto('/signin?returnTo=/following');
  await expect(page.locator('input[name=follows]')).toHaveValue(/iran/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  const elsewhere = await browser.newContext({ baseURL: site.url });
  const phone = await elsewhere.newPage();
  await phone.goto(mailedLink(site, email).href);
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await expect(
    phone.getByRole('list', { name: 'Your feed', exact: true }).getByRole('article').first(),
  ).toContainText(headline);
  await elsewhere.close();
  await page.goto('/signin?returnTo=/following');
  await signInHere(page, site, email);
  await expect(page.getByText('We kept your 3 topics.')).toBeVisible();
  await expect(feed.getByRole('article').first()).toContainText(headline);
  expect(await kept(page)).toEqual(SIGNED_IN);
  await page.goto(ARTICLE);
  await expect(following(page, 'Iran')).toBeVisible();
  await expect(page.getByText(/We kept/)).toHaveCount(0);

  // And signing out leaves nothing, on no page that the browser still has.
  await page.evaluate(() => {
    localStorage.setItem('display', 'dark');
    sessionStorage.setItem('anything', 'of theirs');
  });
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expect.poll(() => kept(page)).toEqual({ display: 'dark' });
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  const cookies = (await context.cookies()).map(({ name }) => name);
  expect(cookies).toEqual([]);
  // The way back leads on to the sign-in, which may be after the page that is left has woken up and said where it is.
  await page.goBack();
  await page.waitForURL(/\/signin\?returnTo=%2Faccount$/);
  await expect(page.getByText(email)).toHaveCount(0);
  await page.goto(ARTICLE);
  await page.goBack();
  await page.waitForURL(/\/signin\?returnTo=%2Faccount$/);
  await page.goto(ARTICLE);
  await expect(follow(page, 'Iran')).toBeVisible();
  site.withdraw(slug);
  expect(complaints).toEqual([]);
});

test('topics are chosen beside a preview that follows, without moving anything, in both themes', async ({
  page,
  isAccessible,
}) => {
  await page.addInitScript(() => {
    const record = window as typeof window & { shifts?: number };
    record.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        record.shifts = (record.shifts ?? 0) + (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const asked = watchApi(page);
  await page.goto('/following', { waitUntil: 'networkidle' });
  expect(asked).toEqual([]);
  const preview = page.getByRole('region', { name: 'Your feed so far' });
  await expect(preview).toContainText('Choose a topic');
  await follow(page, 'World').click();
  await follow(page, 'Science').click();
  await expect(preview.getByRole('article').first()).toContainText('Because you follow');
  await expect(page.getByText('2 chosen')).toBeVisible();
  // Chosen one after the other, they are asked for once.
  expect(asked.length).toBeLessThanOrEqual(2);
  const shifts = () => page.evaluate(() => (window as typeof window & { shifts?: number }).shifts);
  expect(await shifts()).toBeLessThan(0.02);
  await isAccessible(page);
  await following(page, 'World').click();
  await expect(preview).not.toContainText('Because you follow World');
  await page.getByRole('region', { name: 'Your choice' }).getByRole('link', { name: 'Show my feed' }).click();
  const feed = page.getByRole('list', { name: 'Your feed', exact: true });
  await expect(feed.getByRole('article').first()).toContainText('Because you follow Science');
  expect(await shifts()).toBeLessThan(0.02);
  await isAccessible(page);

  // More come when the reader comes near the end.
  await page.goto('/topic/world');
  await follow(page, 'World').click();
  await expect(following(page, 'World')).toBeVisible();
  await page.goto('/following');
  const first = feed.getByRole('article');
  await expect(first.first()).toBeVisible();
  const before = await first.count();
  await page.getByRole('button', { name: 'Load more' }).scrollIntoViewIfNeeded();
  await expect.poll(() => first.count()).toBeGreaterThan(before);
});

test('where no more can be kept, or nothing, signing in is offered, and what is foreign there is cleared', async ({
  page,
  context,
  site,
  isAccessible,
}) => {
  await page.goto('/topics');
  await page.evaluate(() =>
    localStorage.setItem('guest', '{"follows":[{"slug":"<b>"},7,null],"seenUpTo":3}'),
  );
  await page.goto('/topic/mars', { waitUntil: 'networkidle' });
  // Its code may begin after the network has come to rest.
  await expect.poll(() => kept(page)).toEqual({});
  await page.evaluate(() => {
    const follows = Array.from({ length: 49 }, (_, n) => ({ slug: `no-such-${n}`, name: `Nothing ${n}` }));
    localStorage.setItem('guest', JSON.stringify({ follows: [...follows, { slug: 'iran', name: 'Iran' }] }));
  });
  await page.reload();
  await follow(page, 'Mars').click();
  const dialog = page.getByRole('dialog', { name: 'Follow Mars' });
  await expect(dialog).toContainText('Without an account you can follow 50 topics and authors, and you do.');
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await expect(follow(page, 'Mars')).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('link', { name: 'Sign in to follow' }).click();
  await signInHere(page, site, `full-${process.pid}-${test.info().project.name}@example.com`);
  await expect(page).toHaveURL(/topic\/mars/);
  await expect(following(page, 'Mars')).toBeVisible();
  await expect(
    page.getByText(/We kept your topic, Iran\. Not kept: Nothing 0, .* and 43 more \(no longer there\)\./),
  ).toBeVisible();
  expect(await kept(page)).toEqual(SIGNED_IN);

  // A browser that keeps nothing.
  await context.clearCookies();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto('/topic/space');
  await follow(page, 'Space').click();
  await expect(page.getByRole('dialog', { name: 'Follow Space' })).toContainText(
    'does not let us keep anything',
  );
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(follow(page, 'Space')).toHaveAttribute('aria-pressed', 'false');
  await page.goto('/following');
  await expect(page.getByText('Nothing chosen yet')).toBeVisible();
});

test('what could not be brought over stays until the server has confirmed it @once', async ({
  page,
  context,
  signIn,
  site,
}) => {
  await page.goto('/topic/oceans');
  await follow(page, 'Oceans').click();
  await expect(following(page, 'Oceans')).toBeVisible();
  await page.route('**/api/follows/import', (route) => route.fulfill({ status: 503, json: {} }));
  await signIn(context);
  await putAll(context, site, ['follows/mars']);
  const failed = page.waitForResponse('**/api/follows/import');
  await page.goto('/following');
  await failed;
  expect(Object.keys(await kept(page)).sort()).toEqual(['guest', 'reader']);
  await page.unroute('**/api/follows/import');
  await page.goto('/following');
  await expect(page.getByText('We kept your topic, Oceans.')).toBeVisible();
  const feed = page.getByRole('list', { name: 'Your feed', exact: true });
  await expect(feed.getByText('Because you follow Oceans').first()).toBeVisible();
  await expect(feed.getByText('Because you follow Mars').first()).toBeVisible();
  expect(await kept(page)).toEqual(SIGNED_IN);
});
