import { expect, mailedLink, test } from '../test.ts';

test.use({ javaScriptEnabled: false });

test('everything of the main job works without JavaScript', async ({ page, site }) => {
  await page.goto('/article/pompeo-accuses-iran-of-al-qaeda-ties');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pompeo');
  await expect(page.getByText('Mazar-i-Sharif')).toBeVisible();
  await expect(page.getByRole('link', { name: /photo 3/i })).toBeVisible();
  await page.getByRole('button', { name: 'Follow Iran', exact: true }).click();
  await page.getByRole('link', { name: 'Sign in to follow' }).click();

  const email = `plain-${Date.now()}@example.com`;
  await page
    .getByLabel(/e-mail/i)
    .first()
    .fill(email);
  await page.getByRole('button', { name: /link/i }).click();
  await expect(page.getByRole('heading', { name: /check your mail/i })).toBeVisible();
  await page.goto(mailedLink(site, email).href);
  await page.getByRole('button', { name: /sign in/i }).click();

  await page.goto('/follow/iran');
  await expect(page).toHaveTitle('Follow Iran · Your Globe');
  await expect(page.getByRole('heading', { name: 'You follow Iran' })).toBeVisible();
  await page.goto('/follow/space');
  await page.getByRole('button', { name: 'Follow Space' }).click();
  await expect(page.getByRole('heading', { name: 'You follow Space' })).toBeVisible();

  await page.goto('/following');
  await expect(page.locator('button[aria-pressed="true"]', { hasText: 'Iran' })).not.toHaveCount(0);
  const articles = page.getByRole('list', { name: 'Your feed', exact: true }).getByRole('article');
  expect(await articles.count()).toBeGreaterThan(8);
  await expect(articles.first()).toBeVisible();

  await page.goto('/follow/iran');
  await page.getByRole('button', { name: 'Unfollow Iran' }).click();
  await expect(page.getByRole('heading', { name: 'Follow Iran?' })).toBeVisible();
});

test('older articles are a link away without JavaScript', async ({ page, context, signIn }) => {
  await signIn(context);
  for (const slug of ['world', 'science']) {
    await page.goto(`/follow/${slug}`);
    await page.getByRole('button', { name: /^Follow / }).click();
  }
  await page.goto('/following');
  const first = await page.getByRole('article').first().textContent();
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(page).toHaveURL(/cursor=/);
  expect(await page.getByRole('article').first().textContent()).not.toBe(first);
});
