import { expect, test, watchConsole } from '../test.ts';

test('from any page to an article by its words, narrowed, and to the topic they name', async ({
  page,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  await page.goto('/article/pompeo-accuses-iran-of-al-qaeda-ties');
  await page.getByRole('navigation', { name: 'Yours' }).getByRole('link', { name: 'Search' }).click();
  const field = page.getByRole('combobox', { name: 'Search articles and topics' });
  await expect(field).toBeFocused();
  await page.keyboard.type('iran sanctions');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=iran\+sanctions/);
  const found = page.getByRole('list', { name: 'Articles with iran sanctions' });
  const pompeo = found.getByRole('link', { name: /Pompeo accuses Iran/i });
  await expect(pompeo).toBeVisible();
  await expect(
    found
      .locator('mark')
      .filter({ hasText: /^Iran$/ })
      .first(),
  ).toBeVisible();
  await isAccessible(page);

  await page.getByText('Narrow it down').click();
  await page.getByLabel('Topic', { exact: true }).selectOption({ label: 'Iran' });
  await page.getByLabel('To', { exact: true }).fill('2020-12-31');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/topic=iran/);
  await expect(page.getByLabel('Topic', { exact: true })).toHaveValue('iran');
  await expect(pompeo).toHaveCount(0);
  await page.getByLabel('To', { exact: true }).fill('2021-01-12');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(pompeo).toBeVisible();
  await page.getByRole('link', { name: 'Best match' }).click();
  await expect(page.getByText('The best of the newest 200 articles with these words.')).toBeVisible();
  await expect(pompeo).toBeVisible();

  await page.goto('/search?q=Iran');
  const topics = page.getByRole('region', { name: 'Topics' });
  await expect(topics.getByRole('link', { name: 'Iran', exact: true })).toHaveAttribute(
    'href',
    '/topic/iran',
  );
  // A cursor of another search leads to the first page of this one.
  const first = await page.getByRole('main').getByRole('article').first().textContent();
  await page.goto('/search?q=Iran&cursor=djEuMS4x.AAAAAAAAAAAAAAAAAAAAAA');
  expect(await page.getByRole('main').getByRole('article').first().textContent()).toBe(first);
  expect(complaints).toEqual([]);
});

test('topics are suggested while one types, reached by arrow keys, and followed there @once', async ({
  page,
  context,
  signIn,
  isAccessible,
}) => {
  await signIn(context);
  const known = page.waitForResponse('**/api/me');
  await page.goto('/search');
  await known;
  const field = page.getByRole('combobox', { name: 'Search articles and topics' });
  await field.pressSequentially('pompao');
  const grid = page.getByRole('grid', { name: 'Topics' });
  await expect(grid.getByRole('row')).toHaveCount(1);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await isAccessible(page);
  await page.keyboard.press('ArrowDown');
  const name = grid.getByRole('gridcell').first();
  await expect(field).toHaveAttribute('aria-activedescendant', (await name.getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('button', { name: 'Following Mike Pompeo' })).toBeVisible();
  await expect(field).toBeFocused();
  await expect(async () => {
    const me = (await (await context.request.get('/api/me')).json()) as { followedTopics: string[] };
    expect(me.followedTopics).toEqual(['mike-pompeo']);
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(grid).toHaveCount(0);
  await expect(field).toHaveValue('pompao');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mike Pompeo' })).toBeVisible();
});

test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });

  test('a search finds, helps where nothing is found, and says what cannot be searched for', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Yours' }).getByRole('link', { name: 'Search' }).click();
    const field = page.getByRole('searchbox', { name: 'Search articles and topics' });
    const search = async (text: string) => {
      await field.fill(text);
      await page.getByRole('button', { name: 'Search', exact: true }).click();
    };
    await search('"secret ties"');
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
    await search('Mike Pompao');
    await expect(page.getByRole('heading', { name: 'No article has “Mike Pompao”' })).toBeVisible();
    const guess = page.getByRole('region', { name: 'Did you mean' });
    await expect(guess.getByRole('link', { name: 'Mike Pompeo', exact: true })).toBeVisible();
    await expect(guess.getByRole('button', { name: 'Follow Mike Pompeo' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Newest articles' }).getByRole('article')).toHaveCount(5);
    await search('the of');
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'Add a word that says what you look for',
    );
    await expect(field).toHaveValue('the of');
    await page.goto(`/search?q=${'word+'.repeat(1_000)}`);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('200 characters or fewer');
    await page.goto('/search?q=a%00b');
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  });
});

test('T20 T21 what is published is found at once, its markup is text, and withdrawn it is gone at once @once', async ({
  page,
  site,
}) => {
  const complaints = watchConsole(page);
  const headline = `Zyzzyva <img src=x onerror="document.title='hacked'"> <script>alert(1)</script>`;
  site.publish('searched-for', { headline, topics: ['mars'] });
  await expect(async () => {
    await page.goto('/search?q=zyzzyva');
    await expect(page.getByRole('main').getByRole('article')).toContainText(headline, { timeout: 500 });
  }).toPass();
  await page.goto(`/search?q=${encodeURIComponent(headline.slice(0, 120))}`);
  await expect(page).toHaveTitle(/Search/);
  site.withdraw('searched-for');
  await expect(async () => {
    await page.goto('/search?q=zyzzyva');
    await expect(page.getByRole('heading', { name: 'No article has “zyzzyva”' })).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  expect(complaints).toEqual([]);
});
