import { expect, test } from '../test.ts';

test('a reader who follows nothing searches, chooses, sees how many, and comes to the feed made of them', async ({
  page,
  context,
  signIn,
  isAccessible,
}) => {
  await signIn(context);
  await page.goto('/following', { waitUntil: 'networkidle' });
  const bar = page.getByRole('region', { name: 'Your choice' });
  await expect(bar).toContainText('Nothing chosen yet');
  await expect(bar.getByRole('button', { name: 'Show my feed' })).toBeDisabled();
  await expect(bar).toBeInViewport({ ratio: 1 });

  await page.getByRole('button', { name: 'Follow World', exact: true }).click();
  await expect(bar.getByRole('status')).toHaveText('1 chosen');
  const search = page.getByRole('searchbox', { name: /Search all \d+ topics/ });
  await search.fill('mars');
  await expect(page.getByRole('heading', { name: 'Topics like “mars”' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'World' })).toHaveCount(0);
  await expect(bar).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Follow Mars', exact: true }).click();
  await expect(bar.getByRole('status')).toHaveText('2 chosen');

  await search.fill('no such topic');
  await expect(page.getByRole('heading', { name: 'No topic called “no such topic”' })).toBeVisible();
  await isAccessible(page);
  await page.getByRole('button', { name: 'Show the suggestions again' }).click();
  await page.getByRole('button', { name: 'Following World', exact: true }).click();
  await expect(bar.getByRole('status')).toHaveText('1 chosen');
  // What can be undone stands above the bar, not over it.
  const undo = await page.getByRole('button', { name: 'Undo' }).boundingBox();
  const foot = await bar.boundingBox();
  expect((undo?.y ?? 0) + (undo?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);

  await page.mouse.wheel(0, 3_000);
  await bar.getByRole('link', { name: 'Show my feed' }).click();
  const feed = page.getByRole('list', { name: 'Your feed', exact: true });
  await expect(feed.getByRole('article').first()).toContainText('Because you follow Mars');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});

test('going to the feed waits until the server has heard of the last choice @once', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context);
  await page.goto('/following', { waitUntil: 'networkidle' });
  const isHeard = Promise.withResolvers<void>();
  await page.route('**/api/follows/*', async (route) => {
    await isHeard.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Follow World', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Your feed so far' })).toBeVisible();
  await page.getByRole('link', { name: 'Show my feed' }).click();
  const feed = page.getByRole('list', { name: 'Your feed', exact: true });
  await expect(feed).toHaveCount(0);
  isHeard.resolve();
  await expect(feed.getByRole('article').first()).toContainText('Because you follow World');
});

test('choosing moves nothing on the page', async ({ page, context, signIn }) => {
  await signIn(context);
  await page.addInitScript(() => {
    const record = window as typeof window & { shifts?: number };
    record.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        record.shifts = (record.shifts ?? 0) + (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/following', { waitUntil: 'networkidle' });
  for (const name of ['World', 'Europe', 'North America']) {
    await page.getByRole('button', { name: `Follow ${name}`, exact: true }).click();
  }
  await expect(page.getByText('3 chosen')).toBeVisible();
  expect(await page.evaluate(() => (window as typeof window & { shifts?: number }).shifts)).toBeLessThan(
    0.01,
  );
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is offered that would not work, and a topic is followed on a page of its own', async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context);
    await page.goto('/following');
    await expect(page.getByRole('heading', { name: 'World' })).toBeVisible();
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expect(page.getByText('Nothing chosen yet')).toBeHidden();
    await page.getByRole('button', { name: 'Follow World', exact: true }).click();
    await expect(page).toHaveURL(/\/follow\/world\?$/);
    await page.getByRole('button', { name: 'Follow World' }).click();
    await page.getByRole('link', { name: 'Go to Following' }).click();
    await expect(page.getByRole('list', { name: 'Your feed', exact: true })).toBeVisible();
  });
});
