import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { nextAdmin, type Site } from '../site.ts';
import { expect, test, watchConsole } from '../test.ts';

/** Topics of this journey's own, so that the paper stays as other journeys expect it. Returns their slugs. */
async function makeTopics(page: Page, site: Site, names: string[]): Promise<string[]> {
  const slugs: string[] = [];
  for (const name of names) {
    const answer = await page.request.post('/api/admin/topics', {
      headers: { Origin: site.url },
      data: { name, kind: 'topic' },
    });
    expect(answer.status()).toBe(201);
    slugs.push(((await answer.json()) as { slug: string }).slug);
  }
  return slugs;
}

/** Writes an article's file and waits until its page is there. */
async function publish(page: Page, site: Site, slug: string, fields: Parameters<Site['publish']>[1]) {
  site.publish(slug, fields);
  await expect(async () => expect((await page.request.get(`/article/${slug}`)).status()).toBe(200)).toPass();
}

const textOf = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

test('an article tagged late is on every page and in the reader’s feed at once, and the file does not undo it @once', async ({
  page,
  context,
  browser,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  const run = `${test.info().project.name} ${process.pid}`;
  const slug = `estuary-${run.replace(' ', '-')}`;
  const headline = `Estuary ${run} is surveyed`;
  await signIn(context, nextAdmin());
  const [tides, herons] = (await makeTopics(page, site, [`Tidal mills ${run}`, `Grey herons ${run}`])) as [
    string,
    string,
  ];
  const body = `Nobody had counted the grey herons ${run} before.\n\nThe second paragraph says why.`;
  await publish(page, site, slug, { headline, topics: ['oceans'], body });

  const reader = await browser.newContext({ baseURL: site.url });
  await signIn(reader);
  await reader.request.put(`/api/follows/${herons}`, { headers: { Origin: site.url } });
  const surfaces = [`/topic/${herons}`, '/following', '/api/feed'];
  for (const path of surfaces) expect(await textOf(reader.request, path), path).not.toContain(headline);
  const { newCount } = (await (await reader.request.get('/api/feed/new-count')).json()) as {
    newCount: number;
  };

  await page.goto(`/admin/articles/${slug}/topics`);
  await expect(page).toHaveTitle(new RegExp(`^Topics of “${headline}” · `));
  const topics = page.getByRole('list', { name: 'Topics of this article, in order' });
  await expect(topics.getByRole('listitem')).toHaveText([/Oceans/]);
  // Suggested by its words, which are shown where they stand; one press adds.
  const suggested = page.getByRole('region', { name: 'Suggested by its words' });
  const suggestion = suggested.getByRole('listitem').filter({ hasText: 'Grey herons' }).first();
  await expect(suggestion).toContainText('Nobody had counted the grey herons');
  await expect(suggestion.locator('mark')).toHaveText(`grey herons ${run}`);
  await isAccessible(page);
  await suggestion.getByRole('button', { name: 'Add Grey herons' }).click();
  await expect(suggested).toBeFocused();

  const picker = page.getByRole('combobox', { name: 'Another topic' });
  await picker.fill('tidal mills');
  await page.getByRole('option', { name: `Tidal mills ${run}` }).click();
  await page.getByRole('button', { name: 'Add topic' }).click();
  await expect(picker).toHaveValue('');
  await expect(topics.getByRole('listitem')).toHaveText([/Oceans/, /Grey herons/, /Tidal mills/]);

  // By keyboard: the focus stays with the topic that is moved, and goes on from one that is removed.
  const up = page.getByRole('button', { name: /^Move Tidal mills .* up$/ });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(up).toBeFocused();
  await expect(topics.getByRole('listitem')).toHaveText([/Oceans/, /Tidal mills/, /Grey herons/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Move Tidal mills .* down$/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(topics.getByRole('listitem')).toHaveText([/Oceans/, /Tidal mills/, /Grey herons/]);
  await page.getByRole('button', { name: 'Remove Oceans' }).click();
  await expect(page.getByRole('button', { name: /^Remove Tidal mills/ })).toBeFocused();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.getByRole('button', { name: 'Save topics' }).click();
  await expect(page.getByText(`The topics of “${headline}” are saved.`)).toBeVisible();
  await expect(page.getByText('The topics of this article are kept here, not in its file.')).toBeVisible();
  await isAccessible(page);

  for (const path of surfaces) expect(await textOf(reader.request, path), path).toContain(headline);
  expect(await textOf(reader.request, `/topic/${tides}`)).toContain(headline);
  expect(await textOf(reader.request, '/topic/oceans')).not.toContain(headline);
  expect(await textOf(reader.request, `/article/${slug}`)).toContain(`/follow/${herons}`);
  // It is not news: it was there before.
  const after = (await (await reader.request.get('/api/feed/new-count')).json()) as { newCount: number };
  expect(after.newCount).toBe(newCount);

  const corrected = `${headline} again`;
  site.publish(slug, { headline: corrected, topics: ['oceans'], body });
  await expect(async () =>
    expect(await textOf(page.request, `/article/${slug}`)).toContain(corrected),
  ).toPass();
  expect(await textOf(page.request, `/topic/${herons}`)).toContain(corrected);
  expect(await textOf(page.request, '/topic/oceans')).not.toContain(headline);

  await page.getByRole('button', { name: 'Let the file decide again' }).click();
  await expect(topics.getByRole('listitem')).toHaveText([/Oceans/]);
  expect(await textOf(page.request, '/topic/oceans')).toContain(corrected);
  expect(await textOf(page.request, `/topic/${herons}`)).not.toContain(corrected);

  const log = await textOf(page.request, '/admin/audit?action=article.retag');
  expect(log).toContain('Article retagged');
  expect(log).toContain(headline);
  site.withdraw(slug);
  await reader.close();
  expect(complaints).toEqual([]);
});

test('two editors retag one article: the second sees what the first did, and chooses @once', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const run = `${test.info().project.name} ${process.pid}`;
  const slug = `harbour-${run.replace(' ', '-')}`;
  await signIn(context, nextAdmin());
  await makeTopics(page, site, [`Lighthouses ${run}`, `Buoys ${run}`]);
  await publish(page, site, slug, { headline: `Harbour ${run} opens`, topics: ['oceans'] });
  const path = `/api/admin/articles/${slug}/topics`;
  const slugOf = (name: string) => `${name} ${run}`.toLowerCase().replaceAll(' ', '-');
  const saveElsewhere = async (topics: string[]) => {
    const { version } = (await (await page.request.get(path)).json()) as { version: string };
    const answer = await page.request.put(path, { headers: { Origin: site.url }, data: { topics, version } });
    expect(answer.status()).toBe(200);
  };

  await page.goto(`/admin/articles/${slug}/topics`);
  const topics = page.getByRole('list', { name: 'Topics of this article, in order' }).getByRole('listitem');
  const conflict = page.getByRole('alert').filter({ hasText: 'have changed since you opened it' });
  const add = async (part: string) => {
    await page.getByRole('combobox', { name: 'Another topic' }).fill(part);
    await page.getByRole('option', { name: `${part} ${run}` }).click();
    await page.getByRole('button', { name: 'Add topic' }).click();
  };
  await add('Buoys');
  await saveElsewhere([slugOf('Lighthouses')]);
  await page.getByRole('button', { name: 'Save topics' }).click();
  await expect(conflict).toContainText(`They added`);
  await expect(conflict).toContainText(`Lighthouses ${run}`);
  await expect(conflict).toContainText('They took out');
  await expect(topics).toHaveText([/Oceans/, /Buoys/]);
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(page.getByText(/^The topics of .* are saved\.$/)).toBeVisible();

  await page.getByRole('button', { name: /^Remove Buoys/ }).click();
  await saveElsewhere([slugOf('Lighthouses'), 'oceans']);
  await page.getByRole('button', { name: 'Save topics' }).click();
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(topics).toHaveText([/Lighthouses/, /Oceans/]);
  await expect(conflict).toHaveCount(0);

  // The last one is not taken out: said beside the list, which stays as it was put.
  for (const name of [/^Remove Lighthouses/, /^Remove Oceans/])
    await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Save topics' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText(
    'would name no topic besides the section.',
  );
  await expect(topics).toHaveCount(0);
  site.withdraw(slug);
});

test('articles of a topic are searched, added, moved and taken out, several at once', async ({
  page,
  context,
  site,
  signIn,
  isAccessible,
}) => {
  const complaints = watchConsole(page);
  const run = `${test.info().project.name} ${process.pid}`;
  await signIn(context, nextAdmin());
  const [canals, locks] = (await makeTopics(page, site, [`Canals ${run}`, `Locks ${run}`])) as [
    string,
    string,
  ];
  const slugs = ['alpha', 'beta', 'gamma'].map((name) => `${name}-${run.replace(' ', '-')}`);
  const headlineOf = (slug: string) => `Écluse ${slug} is drained`;
  for (const slug of slugs)
    await publish(page, site, slug, { headline: headlineOf(slug), topics: ['oceans'] });

  await page.goto(`/admin/topics/${canals}`);
  await page.getByRole('link', { name: '0 articles' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Articles of Canals ${run}` })).toBeVisible();
  await expect(page.getByText('No article is in this topic.')).toBeVisible();
  const rows = page.getByRole('region', { name: `Articles of Canals ${run}` }).getByRole('listitem');
  const picker = page.getByRole('combobox', { name: 'Article' });
  for (const [index, slug] of slugs.entries()) {
    await picker.fill(`ECLUSE ${slug.split('-')[0]}`);
    await page.getByRole('option', { name: headlineOf(slug) }).click();
    await page.getByRole('button', { name: `Add to Canals ${run}` }).click();
    await expect(rows).toHaveCount(index + 1);
    await expect(picker).toHaveValue('');
  }
  for (const slug of slugs)
    expect(await textOf(page.request, `/topic/${canals}`)).toContain(headlineOf(slug));

  await page.getByRole('searchbox', { name: 'Words of the headline' }).fill('ecluse beta');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(headlineOf(slugs[1] as string));
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(rows).toHaveCount(3);

  for (const slug of slugs.slice(0, 2))
    await page.getByRole('checkbox', { name: `Select ${headlineOf(slug)}` }).check();
  const bar = page.getByRole('region', { name: 'Selected articles' });
  await expect(bar).toContainText('2 articles selected');
  await bar.getByRole('button', { name: 'Move to…' }).click();
  await expect(bar.getByRole('combobox', { name: 'Move to' })).toBeFocused();
  await bar.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(bar.getByRole('combobox', { name: 'Move to' })).toHaveAccessibleDescription(
    /Choose a topic first\./,
  );
  await bar.getByRole('combobox', { name: 'Move to' }).fill('locks');
  await page.getByRole('option', { name: `Locks ${run}` }).click();
  await isAccessible(page);
  await bar.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText(`2 articles moved to Locks ${run}.`)).toBeVisible();
  await expect(rows).toHaveCount(1);
  expect(await textOf(page.request, `/topic/${locks}`)).toContain(headlineOf(slugs[0] as string));
  expect(await textOf(page.request, `/topic/${canals}`)).not.toContain(headlineOf(slugs[0] as string));

  await page.getByRole('checkbox', { name: /^Select all 1/ }).check();
  await bar.getByRole('button', { name: `Remove from Canals ${run}` }).click();
  await expect(page.getByText(`1 article taken out of Canals ${run}.`)).toBeVisible();
  await expect(page.getByText('No article is in this topic.')).toBeVisible();

  await expectBarInSight(page);

  // What a topic beneath brings says so, and cannot be selected here.
  await page.goto('/admin/topics/middle-east/articles');
  const indirect = page
    .getByRole('listitem')
    .filter({ hasText: /through .*Iran/ })
    .first();
  await expect(indirect).toBeVisible();
  await expect(indirect.getByRole('checkbox')).toHaveCount(0);
  for (const slug of slugs) site.withdraw(slug);
  expect(complaints).toEqual([]);
});

/** What may be done with selected articles stays in sight beneath a long list, and hides nothing that has the focus. */
async function expectBarInSight(page: Page): Promise<void> {
  const bar = page.getByRole('region', { name: 'Selected articles' });
  const size = page.viewportSize();
  await page.goto('/admin/topics/united-states/articles');
  for (const [width, height, text] of [
    [390, 844, 100],
    [320, 568, 100],
    [640, 400, 100],
    [390, 844, 200],
  ] as const) {
    const at = `${width} × ${height} px, text at ${text} %`;
    await page.setViewportSize({ width, height });
    await page.evaluate((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
      window.scrollTo(0, 0);
    }, text);
    const boxes = page.getByRole('checkbox', { name: /^Select (?!all)/ });
    for (let index = 0; index < Math.min(await boxes.count(), 4); index++) {
      const box = boxes.nth(index);
      await box.focus();
      await box.press('Space');
      await expect(bar, at).toBeInViewport({ ratio: 1 });
      await expect.poll(() => isUncovered(box), { message: `${at}, row ${index}` }).toBe(true);
      expect((await bar.boundingBox())?.height, at).toBeLessThan(height / 2);
    }
    const scrolled = await page.evaluate(() => window.scrollY);
    await bar.getByRole('button', { name: 'Move to…' }).press('Enter');
    await expect(bar.getByRole('combobox', { name: 'Move to' })).toBeFocused();
    await expect(bar.getByRole('button', { name: 'Move', exact: true }), at).toBeInViewport({ ratio: 1 });
    await page.keyboard.type('o');
    expect(await page.evaluate(() => window.scrollY), at).toBe(scrolled);
    await page.reload();
  }
  if (size) await page.setViewportSize(size);
}

const isUncovered = (control: Locator) =>
  control.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height - 2) === element;
  });
