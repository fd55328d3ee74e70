import { expect, test } from '../test.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;
/** When this topic's articles were published; two in one week. */
const WEEKS_AGO = [1, 2, 4, 8, 16, 16];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript @once', () => {
    test.use({ javaScriptEnabled });

    test('a reader finds the feed of a topic, of an author and of the paper, and opens it', async ({
      page,
    }) => {
      const places: [path: string, link: string, feed: string][] = [
        ['/topic/iran', 'RSS feed of Iran', '/topic/iran/feed.xml'],
        ['/author/nora-lindqvist', 'RSS feed of Nora Lindqvist', '/author/nora-lindqvist/feed.xml'],
        ['/', 'RSS', '/feed.xml'],
      ];
      for (const [path, name, feed] of places) {
        await page.goto(path);
        const link = page.getByRole('link', { name, exact: true });
        await expect(link).toBeVisible();
        await link.click();
        await page.waitForURL(`**${feed}`);
        expect(await page.content()).toContain('Your Globe');
      }
    });

    test('a topic’s page tells and draws how much was published in a year', async ({
      page,
      site,
      isAccessible,
    }) => {
      const slugs = WEEKS_AGO.map((_, index) => `film-${test.info().testId}-${index}`);
      for (const [index, slug] of slugs.entries()) {
        const published = new Date(Date.now() - (WEEKS_AGO[index] ?? 0) * WEEK_MS);
        site.publish(slug, { headline: `Film ${slug}`, topics: ['film'], section: 'culture', published });
      }
      const coverage = page.getByRole('region', { name: 'A year of articles' });
      await expect(async () => {
        await page.goto('/topic/film');
        await expect(coverage).toContainText(/^A year of articles.*6 articles from/, { timeout: 1_000 });
      }).toPass();
      await expect(coverage).toContainText(
        / from \d+ \w+ \d{4} to \d+ \w+ \d{4}, most in the week of .*: 2\./,
      );
      await expect(coverage.locator('svg path')).toHaveAttribute('d', /^(M\d+ 72v-\d+h8v\d+z)+$/);
      if (javaScriptEnabled) await isAccessible(page);
      // Where there is little, the list says all.
      await page.goto('/topic/mars');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(coverage).toHaveCount(0);
      // Older pages of the same list need no second drawing.
      await page.goto('/topic/film/before/99999999999999-1');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(coverage).toHaveCount(0);
      for (const slug of slugs) site.withdraw(slug);
      await expect(async () => {
        await page.goto('/topic/film');
        await expect(coverage).toHaveCount(0, { timeout: 1_000 });
      }).toPass();
    });
  });
}
