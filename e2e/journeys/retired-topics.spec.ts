import type { BrowserContext, Page } from '@playwright/test';
import { databaseServer, type ServerSite, startServerSite } from '../server-mode.ts';
import { expect, mailedLink, test, watchConsole } from '../test.ts';

test.describe('a topic that readers follow is retired', () => {
  test.skip(!databaseServer, 'TEST_DATABASE_URL is not set');
  let server: ServerSite;
  test.beforeEach(async () => {
    server = await startServerSite();
  });
  test.afterEach(() => server.remove());

  /** Signs in, and follows these topics. */
  async function follow(context: BrowserContext, email: string, slugs: string[]): Promise<void> {
    const headers = { Origin: server.url };
    await context.request.post(`${server.url}/api/signin`, { headers, form: { email } });
    const form = Object.fromEntries(mailedLink(server, email).searchParams);
    const confirmed = await context.request.post(`${server.url}/api/signin/confirm`, {
      headers,
      form,
      maxRedirects: 0,
    });
    expect(confirmed.status()).toBe(303);
    for (const slug of slugs) {
      expect((await context.request.put(`${server.url}/api/follows/${slug}`, { headers })).status()).toBe(
        204,
      );
    }
  }

  /** As the newsroom retires a topic. */
  const retire = (slug: string, successor: string | null) =>
    server.query(
      `update topics set retired_at = now() - interval '1 minute',
         successor_id = (select id from topics where slug = $2) where slug = $1`,
      [slug, successor],
    );
  const slugs = async (page: Page) => {
    const { follows } = await (await page.request.get(`${server.url}/api/follows`)).json();
    return (follows as { slug: string }[]).map((entry) => entry.slug).sort();
  };

  test('they are told once, and may follow its successor instead', async ({
    page,
    context,
    isAccessible,
  }) => {
    const complaints = watchConsole(page);
    await follow(context, 'ann@example.com', ['malaria', 'heritage', 'museums', 'oceans']);
    await retire('malaria', 'vaccines');
    await retire('heritage', 'museums');
    await page.goto(`${server.url}/following`);
    const notices = page.getByRole('list', { name: 'Retired topics' });
    const malaria = notices.getByRole('listitem').filter({ hasText: 'Malaria is retired' });
    const heritage = notices.getByRole('listitem').filter({ hasText: 'Heritage is retired' });
    await expect(malaria).toContainText('In its place there is Vaccines.');
    await expect(heritage).toContainText('In its place there is Museums, which you follow already.');
    await isAccessible(page);

    await malaria.getByRole('button', { name: 'Follow Vaccines instead' }).click();
    await expect(malaria).toHaveCount(0);
    await expect(page.getByText('You follow Vaccines now.')).toBeVisible();
    expect(await slugs(page)).toEqual(['heritage', 'museums', 'oceans', 'vaccines']);
    await heritage.getByRole('button', { name: 'Keep Heritage' }).click();
    await expect(page.getByText('You still follow Heritage.')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Following', level: 1 })).toBeVisible();
    await expect(notices).toHaveCount(0);
    expect(await slugs(page)).toEqual(['heritage', 'museums', 'oceans', 'vaccines']);

    await page.goto(`${server.url}/following/manage`);
    await expect(page.getByRole('listitem').filter({ hasText: 'Heritage' }).first()).toContainText(
      'Retired: no new articles are filed under it. In its place there is Museums.',
    );
    await isAccessible(page);
    await page.goto(`${server.url}/topic/heritage`);
    await expect(page.getByText('This topic is retired')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Following Museums' }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /(Follow|Following) Heritage/ })).toHaveCount(0);
    await isAccessible(page);
    expect(complaints).toEqual([]);
  });

  test('without JavaScript the notice is there, with the ways to the topics @once', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await follow(context, 'bob@example.com', ['malaria']);
    await retire('malaria', 'vaccines');
    const page = await context.newPage();
    await page.goto(`${server.url}/following`);
    const notice = page.getByRole('list', { name: 'Retired topics' }).getByRole('listitem');
    await expect(notice).toContainText('Malaria is retired: no new articles are filed under it.');
    await expect(notice.getByRole('link', { name: 'Vaccines' })).toHaveAttribute('href', '/topic/vaccines');
    await expect(notice.getByRole('button', { name: /^Keep/ })).toHaveCount(0);
    await notice.getByRole('button', { name: 'Follow Vaccines instead' }).click();
    await expect(page.getByRole('heading', { name: 'Follow Vaccines?' })).toBeVisible();
    await page.goto(`${server.url}/follow/heritage`);
    await retire('heritage', null);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Heritage is retired' })).toBeVisible();
    await context.close();
  });
});
