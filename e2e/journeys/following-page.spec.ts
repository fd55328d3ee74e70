import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { Site } from '../site.ts';
import { expect, test } from '../test.ts';

async function followAll(context: BrowserContext, site: Site, slugs: string[]) {
  for (const slug of slugs) {
    const answer = await context.request.put(`/api/follows/${slug}`, { headers: { Origin: site.url } });
    expect(answer.status(), slug).toBe(204);
  }
}

test('Following says how much is new, and after the visit that nothing is', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  await followAll(context, site, ['mars']);
  const slug = `new-on-mars-${test.info().project.name}`;
  site.publish(slug, { headline: 'New on Mars', topics: ['mars'] });
  await expect(async () => {
    await page.goto('/following');
    await expect(page.getByText('1 new since your last visit.')).toBeVisible({ timeout: 500 });
  }).toPass();
  // Of the day, it says at what time; what is older has its date alone.
  const cards = page.getByRole('list', { name: 'Your feed', exact: true }).getByRole('article');
  await expect(cards.nth(0).locator('time')).toHaveText(/^\d+ \w+ \d{4}, \d\d:\d\d UTC$/);
  await expect(cards.nth(1).locator('time')).toHaveText(/^\d+ \w+ \d{4}$/);
  // Told once the page has woken up, which may be long after nothing more is asked for.
  await expect.poll(async () => (await (await context.request.get('/api/me')).json()).newCount).toBe(0);
  await page.reload();
  await expect(page.getByText('No new articles just now.')).toBeVisible();
  await page.goto('/');
  const latest = page.getByRole('region', { name: 'Latest' }).getByRole('article');
  await expect(latest.filter({ hasText: 'New on Mars' }).locator('time')).toHaveText(/UTC$/);
  await expect(latest.last().locator('time')).toHaveText(/\d{4}$/);
  site.withdraw(slug);
});

test('many followed topics leave the feed in sight: the freshest have a chip, the rest are a link away', async ({
  page,
  context,
  site,
  signIn,
}) => {
  await signIn(context);
  const { topics } = (await (await context.request.get('/api/topics?limit=20')).json()) as {
    topics: { slug: string; name: string }[];
  };
  await followAll(
    context,
    site,
    topics.map((topic) => topic.slug),
  );
  await page.goto('/following');
  const chips = page.getByRole('navigation', { name: 'Show one topic' }).getByRole('link');
  // All, the twelve freshest, and the way to the others.
  await expect(chips).toHaveCount(14);
  await expect(chips.last()).toHaveText('8 more');
  await expect(page.getByRole('link', { name: 'All 20 you follow' })).toHaveAttribute(
    'href',
    '/following/manage',
  );
  // One without a chip of its own gets it while it is the one shown.
  const shown = await chips.allTextContents();
  const other = topics.find((topic) => !shown.includes(topic.name));
  await page.goto(`/following?topic=${other?.slug}`);
  await expect(chips.and(page.locator('[aria-current]'))).toHaveText(other?.name ?? '');
});

test('a followed topic without articles says so by name', async ({ page, context, site, signIn }) => {
  await signIn(context);
  const slug = `quiet-${test.info().project.name}`;
  appendFileSync(
    join(site.contentDir, 'topics.yaml'),
    `- slug: ${slug}\n  name: Quiet matters\n  kind: topic\n  parent: world\n  description: Nothing so far.\n`,
  );
  await expect(() => followAll(context, site, [slug])).toPass();
  await followAll(context, site, ['mars']);
  await page.goto(`/following?topic=${slug}`);
  await expect(page.getByRole('heading', { name: 'Nothing published yet on Quiet matters' })).toBeVisible();
});
