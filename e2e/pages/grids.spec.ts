import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../test.ts';

const ARTICLE = '/article/pompeo-accuses-iran-of-al-qaeda-ties';
/** Headlines have two lines or four: columns may end this much apart, which is no hole yet. */
const RAGGED_PX = 96;

/** How far apart the columns of cards end, from the longest to the shortest. */
async function raggedness(part: Locator): Promise<number> {
  const boxes = await part
    .getByRole('article')
    .evaluateAll((cards) =>
      cards.map((card) => card.getBoundingClientRect()).map(({ x, bottom }) => ({ x, bottom })),
    );
  const ends = new Map<number, number>();
  for (const { x, bottom } of boxes) ends.set(Math.round(x), Math.max(bottom, ends.get(Math.round(x)) ?? 0));
  return Math.max(...ends.values()) - Math.min(...ends.values());
}

async function resize(page: Page, width: number) {
  await page.setViewportSize({ width, height: 900 });
}

for (const width of [800, 1280, 1600]) {
  test(`no section of the front page has a hole at ${width} px`, async ({ page }) => {
    await resize(page, width);
    await page.goto('/');
    const sections = page.getByRole('main').getByRole('region');
    const count = await sections.count();
    expect(count).toBeGreaterThan(5);
    for (let index = 0; index < count; index++) {
      const section = sections.nth(index);
      const name = await section.getByRole('heading').first().textContent();
      expect(await raggedness(section), `${name}`).toBeLessThan(RAGGED_PX);
    }
  });
}

test('on a phone only the first story of a section is large', async ({ page }) => {
  await resize(page, 390);
  await page.goto('/');
  const cards = page.getByRole('region', { name: 'World' }).getByRole('article');
  const heights = await cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect().height));
  const [first = 0, ...others] = heights;
  expect(others.length).toBeGreaterThan(2);
  expect(first).toBeGreaterThan(300);
  for (const height of others) expect(height).toBeLessThan(190);
});

test('related articles are rows on a phone and stand side by side on wide pages', async ({ page }) => {
  const cards = page.getByRole('region', { name: 'More on this story' }).getByRole('article');
  const boxes = () => cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON()));
  await resize(page, 390);
  await page.goto(ARTICLE);
  const rows = await boxes();
  expect(rows).toHaveLength(4);
  for (const { height } of rows) expect(height).toBeLessThan(190);
  await resize(page, 1280);
  expect(new Set((await boxes()).map(({ top }) => Math.round(top))).size).toBe(1);
});

test('a photo stands where it will be, also on a page of which its words have not come yet', async ({
  page,
}) => {
  await page.setViewportSize({ width: 412, height: 823 });
  for (const path of ['/', '/topic/iran', '/article/pompeo-accuses-iran-of-al-qaeda-ties']) {
    await page.goto(path);
    const moved = await page
      .getByRole('main')
      .getByRole('article')
      .evaluateAll((cards) =>
        cards.flatMap((card) => {
          const photo = card.firstElementChild;
          const words = photo?.nextElementSibling;
          if (!photo?.querySelector('img') || !words || words.nextElementSibling) return [];
          const { x, width } = photo.getBoundingClientRect();
          words.remove();
          const alone = photo.getBoundingClientRect();
          card.append(words);
          return [Math.abs(alone.x - x) + Math.abs(alone.width - width)];
        }),
      );
    expect(moved.length, path).toBeGreaterThan(1);
    expect(Math.max(...moved), path).toBe(0);
  }
});
