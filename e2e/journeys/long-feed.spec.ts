import { expect, test } from '../test.ts';

test('a long feed loads on by itself and by the button, each article once, to its end', async ({
  page,
  context,
  signIn,
  site,
}) => {
  await signIn(context);
  const { status } = await context.request
    .put('/api/follows/world', { headers: { Origin: site.url } })
    .then((answer) => ({ status: answer.status() }));
  expect(status).toBe(204);
  await page.goto('/following');
  const cards = page.getByRole('list', { name: 'Your feed', exact: true }).getByRole('article');
  await expect(cards).toHaveCount(20);
  // A press by keyboard, at once: scrolled to, the button presses itself.
  await page.getByRole('button', { name: 'Load more' }).dispatchEvent('click');
  await expect(cards.nth(20).getByRole('heading').getByRole('link')).toBeFocused();
  await expect.poll(() => cards.count()).toBeGreaterThan(20);
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(page.getByText('You’re all caught up')).toBeVisible({ timeout: 500 });
  }).toPass();
  const links = await cards
    .getByRole('heading')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(20);
  expect(new Set(links).size).toBe(links.length);
});

test('offline, a feed says why it cannot go on; with the network back it goes on, for the keyboard at the first article that comes @once', async ({
  page,
  context,
  signIn,
  site,
}) => {
  await signIn(context);
  await context.request.put('/api/follows/world', { headers: { Origin: site.url } });
  await page.goto('/following', { waitUntil: 'networkidle' });
  await context.setOffline(true);
  const more = page.getByRole('button', { name: /Load more|Try again/ });
  await more.press('Enter');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('You seem to be offline.');
  await expect(more).toHaveText('Try again');
  await expect(more).toBeFocused();
  await context.setOffline(false);
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('article').nth(20).getByRole('heading').getByRole('link')).toBeFocused();
});

test('the network may go before a page can hear of it: its return is heard all the same @once', async ({
  page,
  context,
  signIn,
  site,
}) => {
  await signIn(context);
  await context.request.put('/api/follows/world', { headers: { Origin: site.url } });
  // A slow phone: the scripts have come, but run only when the network is gone.
  let run: () => void = () => undefined;
  const mayRun = new Promise<void>((resolve) => {
    run = resolve;
  });
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch();
    await mayRun;
    await route.fulfill({ response });
  });
  const lastScript = page.waitForRequest('**/*.js');
  await page.goto('/following', { waitUntil: 'commit' });
  await lastScript;
  await context.setOffline(true);
  run();
  const refused = page.waitForEvent('requestfailed', (request) => request.url().includes('/api/feed?'));
  await page.getByRole('button', { name: 'Load more' }).scrollIntoViewIfNeeded();
  await refused;
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('You seem to be offline.');
  await context.setOffline(false);
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('article').nth(20)).toBeAttached();
});

test('where there is no share sheet, the link is copied and the page says so', async ({
  page,
  context,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
  const path = '/article/fire-at-notre-dame';
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}${path}`);
});
