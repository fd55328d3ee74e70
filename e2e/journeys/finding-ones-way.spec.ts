import { expect, test, wake } from '../test.ts';

test('a link from deep in an article leads to the top of the next page', async ({ page }) => {
  await page.goto('/article/pompeo-accuses-iran-of-al-qaeda-ties');
  const link = page.getByRole('link', { name: /check following for new articles/i });
  await link.scrollIntoViewIfNeeded();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Following' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});

test('a link is followed within the page, and opens elsewhere for who asks for that', async ({
  page,
  context,
  isMobile,
}) => {
  await page.goto('/topic/iran');
  await wake(page);
  await page.evaluate(() => {
    document.body.dataset.loadedOnce = '';
  });
  const headline = 'Pompeo accuses Iran of secret ties with al-Qaeda, a week before leaving office';
  await page.getByRole('main').getByRole('link', { name: headline }).click();
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(headline));
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Iran' })).toBeVisible();
  // The page was never loaded anew.
  await expect(page.locator('body[data-loaded-once]')).toHaveCount(1);

  // A phone has no such keys.
  if (isMobile) return;
  const opened = context.waitForEvent('page');
  await page
    .getByRole('main')
    .getByRole('link', { name: headline })
    .click({ modifiers: ['ControlOrMeta'] });
  await expect((await opened).getByRole('heading', { level: 1, name: headline })).toBeVisible();
  await expect(page).toHaveURL('/topic/iran');
});

test('every article of a topic can be reached from its page, each once', async ({ page }) => {
  await page.goto('/topic/world');
  const slugs: string[] = [];
  for (;;) {
    const list = page.getByRole('list', { name: 'Articles on World' });
    slugs.push(
      ...(await list
        .getByRole('heading')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))),
    );
    const older = page.getByRole('link', { name: 'Older articles' });
    if ((await older.count()) === 0) break;
    await page.goto((await older.getAttribute('href')) ?? '');
  }
  expect(new Set(slugs).size).toBe(slugs.length);
  await page.goto('/topics');
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'World', exact: true }) });
  await expect(row.first()).toContainText(`${slugs.length} articles`);
});

test('chips and list of an open Following follow what another tab changes @once', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await page.goto('/topic/iran');
  await page.getByRole('button', { name: 'Follow Iran', exact: true }).click();
  await page.getByRole('button', { name: 'Following Iran', exact: true }).waitFor();
  const following = await context.newPage();
  await following.goto('/following');
  await following.getByRole('heading', { name: 'You follow' }).waitFor();
  await page.goto('/topic/mars');
  await page.getByRole('button', { name: 'Follow Mars', exact: true }).click();
  await expect(
    following.getByRole('navigation', { name: 'Show one topic' }).getByRole('link', { name: 'Mars' }),
  ).toBeVisible();
  await expect(following.getByRole('button', { name: 'Following Mars', exact: true })).toBeVisible();
});

test('signing out says so, and nothing personal is left', async ({ page, context, signIn }) => {
  const email = await signIn(context);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect(await page.content()).not.toContain(email);
  expect((await context.cookies()).map((cookie) => cookie.name)).toEqual([]);
  expect((await page.request.get('/api/feed')).status()).toBe(401);
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of [
    '/article/nope',
    '/topic/nope',
    '/author/nope',
    '/topic/world/before/1-1',
    '/topics/nope',
    '/nope',
  ]) {
    test(`${path} is a designed page with the status 404`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
      await expect(page).toHaveTitle(/^Page not found/);
    });
  }
});
