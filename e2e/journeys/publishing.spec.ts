import { expect, test } from '../test.ts';

test('T20 an edit is on its page at once, a withdrawn article is gone from every surface, a scheduled one waits for its time @once', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  await context.request.put('/api/follows/oceans', { headers: { Origin: site.url } });
  const slug = `reef-survey-${test.info().project.name}`;
  const headline = 'Reef survey begins';
  const filed = { topics: ['oceans'], section: 'climate', photo: 'bleached-reef-diver.webp' };
  site.publish(slug, { headline, ...filed });
  const surfaces = [
    '/',
    '/topic/oceans',
    '/topic/climate',
    '/author/nora-lindqvist',
    '/following',
    `/article/${slug}`,
    `/article/${slug}/photo/1`,
  ];
  await expect(async () => {
    for (const path of surfaces) expect(await text(path), path).toContain(headline);
  }).toPass();

  site.publish(slug, { headline: 'Reef survey is corrected', ...filed });
  await expect(async () => {
    for (const path of surfaces) expect(await text(path), path).toContain('Reef survey is corrected');
  }).toPass();
  for (const path of surfaces) expect(await text(path), path).not.toContain(headline);

  site.withdraw(slug);
  await expect(async () => {
    for (const path of surfaces.slice(5)) expect((await page.request.get(path)).status(), path).toBe(404);
  }).toPass();
  for (const path of [...surfaces, '/api/feed', '/api/topics', `/api/articles/${slug}`]) {
    expect(await text(path), path).not.toContain('Reef survey');
  }

  // Some seconds ahead: held back, then everywhere without anyone touching anything.
  const later = `reef-later-${test.info().project.name}`;
  const due = Date.now() + 5_000;
  site.publish(later, {
    headline: 'Reef results are in',
    topics: ['oceans'],
    section: 'climate',
    published: new Date(due),
  });
  let checks = 0;
  for (let isEarly = true; isEarly; ) {
    for (const path of [...surfaces.slice(0, 5), `/article/${later}`, '/api/feed']) {
      const shown = await text(path);
      // Only an answer that was here before the time says anything: a later one may have been made after it.
      isEarly = Date.now() < due;
      if (!isEarly) break;
      expect(shown, path).not.toContain('Reef results');
      checks += 1;
    }
  }
  expect(checks).toBeGreaterThan(6);
  await expect(async () => {
    for (const path of [...surfaces.slice(0, 5), `/article/${later}`])
      expect(await text(path), path).toContain('Reef results are in');
  }).toPass();
  const { newCount } = (await (await page.request.get('/api/feed/new-count')).json()) as { newCount: number };
  expect(newCount).toBeGreaterThan(0);
  site.withdraw(later);

  async function text(path: string): Promise<string> {
    return (await page.request.get(path)).text();
  }
});

test('a link to what was withdrawn since the page was opened leads to the page that says so, and back @once', async ({
  page,
  site,
}) => {
  const slug = `reef-retracted-${test.info().project.name}`;
  const headline = `Reef report that is retracted, ${test.info().project.name}`;
  site.publish(slug, { headline, topics: ['oceans'], section: 'climate' });
  await expect(async () => {
    expect((await page.request.get(`/article/${slug}`)).status()).toBe(200);
  }).toPass();
  await page.goto('/topic/oceans');
  site.withdraw(slug);
  await expect(async () => {
    expect((await page.request.get(`/article/${slug}`)).status()).toBe(404);
  }).toPass();
  await page.getByRole('link', { name: headline }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  await expect(page).toHaveURL(`/article/${slug}`);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Oceans' })).toBeVisible();
});

test('caches outside may keep a page for a minute and a 404 for ten seconds @once', async ({ request }) => {
  const page = await request.get('/article/pompeo-accuses-iran-of-al-qaeda-ties');
  expect(page.headers()['cache-control']).toBe('public, max-age=0, s-maxage=60');
  const missing = await request.get('/article/there-is-none');
  expect(missing.status()).toBe(404);
  expect(missing.headers()['cache-control']).toBe('public, max-age=0, s-maxage=10');
});
