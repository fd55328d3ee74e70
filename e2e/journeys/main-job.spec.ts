import { expect, test, watchConsole } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';

test('a reader follows Iran from the article, signs in by the mailbox, and has a feed that grows and says what is new', async ({
  page,
  site,
}) => {
  const complaints = watchConsole(page);
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: 'Follow Iran', exact: true }).click();
  await expect(page.getByText('Kept in this browser. Sign in to keep it everywhere.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  const email = `main-${Date.now()}@example.com`;
  await page
    .getByLabel(/e-mail/i)
    .first()
    .fill(email);
  await page.getByRole('button', { name: /link/i }).click();
  await expect(page.getByRole('heading', { name: /check your mail/i })).toBeVisible();

  await page.goto('/mailbox');
  await page.getByRole('listitem').filter({ hasText: email }).getByRole('link').first().click();
  await page
    .frameLocator('iframe')
    .getByRole('link', { name: /sign in/i })
    .first()
    .click();
  await page.getByRole('button', { name: /sign in/i }).click();

  // Back at the article, with the follow made.
  await expect(page).toHaveURL(new RegExp(ARTICLE));
  await expect(page.getByRole('button', { name: 'Following Iran', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await page.getByRole('link', { name: /check following for new articles/i }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Following' })).toBeVisible();
  const feed = page.getByRole('list', { name: 'Your feed', exact: true });
  await expect(feed.getByRole('article')).toHaveCount(5);
  await expect(feed.getByRole('article').first()).toContainText('Because you follow Iran');
  await expect(page.getByText('You’re all caught up')).toBeVisible();

  // Following another makes the feed grow, with past articles too.
  await page.goto('/topic/space');
  await page.getByRole('button', { name: 'Follow Space', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Following Space', exact: true })).toBeVisible();
  await page.goto('/following');
  const before = await feed.getByRole('article').count();
  expect(before).toBeGreaterThan(5);

  // Away; the newsroom publishes; back.
  await page.goto('/topics');
  const headline = `Talks on Iran resume ${Date.now()}`;
  site.publish(`talks-resume-${test.info().project.name}`, { headline, topics: ['iran', 'diplomacy'] });
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name: /Following 1 new article/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole('link', { name: /Following 1 new article/ }).click();
  await expect(feed.getByRole('article').first()).toContainText(headline);
  await expect(feed.getByText('New since your last visit')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Yours' }).getByText('1', { exact: false })).toHaveCount(
    0,
  );
  await page.reload();
  await expect(feed.getByText('New since your last visit')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a follow is kept also by a reader who leaves the page at once, on a slow line @once', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await page.goto('/topic/iran');
  await page.route('**/api/follows/iran', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.getByRole('button', { name: 'Follow Iran', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Following Iran', exact: true })).toBeVisible();
  await page.goto('about:blank');
  await expect.poll(async () => (await context.request.get('/api/me')).text()).toContain('"iran"');
});

test('unfollowing on the manage page takes effect at once and can be undone', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await page.goto('/topic/iran');
  await page.getByRole('button', { name: 'Follow Iran', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Following Iran', exact: true })).toBeVisible();
  await expect.poll(async () => (await context.request.get('/api/me')).text()).toContain('"iran"');
  await page.goto('/following/manage');
  await page.getByRole('button', { name: 'Unfollow Iran' }).click();
  await expect(page.getByText('You no longer follow Iran.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unfollow Iran' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Unfollow Iran' })).toBeVisible();
});

test('quick repeated taps end in the state last asked for, here, after a reload and in another tab', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  const other = await context.newPage();
  await other.goto('/topic/mars');
  await page.goto('/topic/mars');
  const button = page.getByRole('button', { name: /Follow(ing)? Mars/ });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  for (let tap = 0; tap < 5; tap++) await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(other.getByRole('button', { name: 'Following Mars', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Following Mars', exact: true })).toBeVisible();
});

test('a follow that fails is rolled back with a message @once', async ({ page, context, signIn }) => {
  await signIn(context);
  await page.goto('/topic/mars');
  await page.route('**/api/follows/mars', (route) =>
    route.fulfill({ status: 503, json: { title: 'The database cannot be reached.' } }),
  );
  const button = page.getByRole('button', { name: /Follow(ing)? Mars/ });
  await button.click();
  await expect(page.getByText('Could not follow Mars')).toBeVisible();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});
