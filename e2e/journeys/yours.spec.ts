import type { BrowserContext, Page } from '@playwright/test';
import { parseXml } from '@rgrove/parse-xml';
import { ask, signInAs } from '../http.ts';
import { databaseServer, startServerSite } from '../server-mode.ts';
import { expect, putAll, test } from '../test.ts';

const FOLLOWED = ['follows/iran', 'follows/oceans', 'follows/nora-lindqvist'];

// Forms and links alone, so that scripts change nothing about them.
test.describe('without JavaScript @once', () => {
  test.use({ javaScriptEnabled: false });

  test('a list goes from one account to another as a file, and a broken one changes nothing', async ({
    page,
    context,
    browser,
    site,
    signIn,
  }) => {
    const first = await browser.newContext();
    await signIn(first);
    await putAll(first, site, FOLLOWED);
    const opml = await first.request.get(`${site.url}/api/following/export.opml`);
    expect(opml.headers()).toMatchObject({
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="following.opml"',
    });
    const text = await opml.text();
    expect(text).toContain(`xmlUrl="${site.url}/author/nora-lindqvist/feed.xml"`);

    await signIn(context);
    await putAll(context, site, ['follows/iran']);
    const more = text.replace(
      '</body>',
      '<outline text="Atlantis &amp; more" xmlUrl="https://x.example/"/></body>',
    );
    await importFile(page, 'list.opml', more);
    const told = page.getByRole('main').getByRole('status').filter({ hasText: 'You follow 2 more' });
    await expect(told).toContainText('1 of the list you followed already.');
    await expect(told).toContainText('Not known here: 1. Atlantis & more');
    expect(await followedBy(context, site.url)).toEqual(['iran', 'nora-lindqvist', 'oceans']);

    await importFile(page, 'list.opml', text.slice(0, -30));
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('not valid XML');
    await expect(alert).toContainText('Nothing has changed.');
    await importFile(page, 'bomb.opml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><opml/>');
    await expect(alert).toContainText('DOCTYPE');

    const json = await first.request.get(`${site.url}/api/following/export.json`);
    await importFile(page, 'list.json', await json.text());
    await expect(page.getByRole('main').getByText('Nothing new to follow')).toBeVisible();
    await first.close();
  });

  test('a private feed is read by whoever has its address, until it is ended @once', async ({
    page,
    context,
    site,
    signIn,
  }) => {
    await signIn(context);
    await putAll(context, site, ['follows/iran', 'follows/space', 'mutes/sanctions']);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Make an address' }).click();
    await expect(page.getByText('Your feed has an address')).toBeVisible();
    const rss = await page.getByText(/\/feeds\/[\w-]{43}\.xml$/).textContent();
    const path = (rss ?? '').slice(site.url.length);
    const { headers, status, body } = await ask(site, path);
    expect([status, headers['cache-control'], headers['referrer-policy'], headers['x-robots-tag']]).toEqual([
      200,
      'private, no-store',
      'no-referrer',
      'noindex',
    ]);
    const inFeed = JSON.parse((await ask(site, path.replace('.xml', '.json'))).body) as {
      items: { url: string }[];
    };
    const shown = await context.request.get(`${site.url}/api/feed?limit=30`);
    const { items } = (await shown.json()) as { items: { slug: string }[] };
    expect(items.length).toBeGreaterThan(3);
    expect(inFeed.items.map(({ url }) => url)).toEqual(
      items.map(({ slug }) => `${site.url}/article/${slug}`),
    );
    expect(parseXml(body).root?.name).toBe('rss');
    const again = await ask(site, path, { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.body]).toEqual([304, '']);

    await page.goto('/account?again=1');
    await page.getByRole('button', { name: 'End the feed' }).click();
    await expect(page.getByText('Your feed has ended')).toBeVisible();
    await expect(page.getByText(path)).toHaveCount(0);
    expect((await ask(site, path)).status).toBe(404);
    expect(site.output()).not.toContain(path.slice(7, 40));
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript @once', () => {
    test.use({ javaScriptEnabled });

    test('an account is taken along as a file, deleted, and had back', async ({
      page,
      context,
      site,
      signIn,
    }) => {
      const email = await signIn(context);
      await putAll(context, site, ['follows/iran']);
      await page.goto('/account');
      const file = await context.request.get(`${site.url}/api/account/export`);
      expect(file.headers()['content-disposition']).toBe('attachment; filename="account.json"');
      expect(await file.json()).toMatchObject({ account: { email }, follows: [{ slug: 'iran' }] });

      await page.getByRole('link', { name: 'Delete your account' }).click();
      await page.getByLabel('Type your e-mail address').fill('someone@example.com');
      await page.getByRole('button', { name: 'Delete my account' }).click();
      await expect(page.getByText('This is not the address of your account.')).toBeVisible();
      await expect(page.getByLabel('Type your e-mail address')).toHaveValue('someone@example.com');
      await page.getByLabel('Type your e-mail address').fill(email);
      await page.getByRole('button', { name: 'Delete my account' }).click();
      await expect(
        page.getByRole('heading', { level: 1, name: 'Your account will be deleted' }),
      ).toBeVisible();
      expect(
        site.mails().find(({ to, subject }) => to === email && subject.includes('deleted')),
      ).toBeDefined();

      // Nothing else is shown or changed meanwhile, but what is kept can still be taken along.
      const write = await context.request.put(`${site.url}/api/follows/oceans`, {
        headers: { Origin: site.url },
      });
      expect([
        write.status(),
        (await context.request.get(`${site.url}/api/account/export`)).status(),
      ]).toEqual([403, 200]);
      for (const path of ['/following', '/following/manage', '/account/delete']) {
        await page.goto(path);
        await expect(
          page.getByRole('heading', { level: 1, name: 'Your account will be deleted' }),
        ).toBeVisible();
      }
      await page.getByRole('button', { name: 'Keep my account' }).click();
      await expect(page.getByText('Your account is kept, as it was')).toBeVisible();
      expect(await followedBy(context, site.url)).toEqual(['iran']);
    });
  });
}

test('T9 a session elsewhere is seen and ended, and the one here goes on', async ({
  page,
  context,
  browser,
  site,
  signIn,
  isAccessible,
}) => {
  const email = await signIn(context);
  const phone = await browser.newContext();
  await signIn(phone, email);
  const nameOf = async (who: BrowserContext) => {
    const me = await who.request.get(`${site.url}/api/me`);
    return ((await me.json()) as { user: { email: string } | null }).user?.email;
  };
  expect(await nameOf(phone)).toBe(email);
  await page.goto('/account');
  await expect(page.getByText('this device')).toHaveCount(1);
  await isAccessible(page);
  await page.getByRole('button', { name: /^End the session of / }).click();
  await expect(page.getByText('The session has ended')).toBeVisible();
  await expect(page.getByRole('button', { name: /^End the session of / })).toHaveCount(0);
  expect([await nameOf(phone), await nameOf(context)]).toEqual([undefined, email]);
  await phone.close();
});

test('T14 an account whose seven days are over is gone, and its reader begins anew @once', async () => {
  test.skip(!databaseServer, 'TEST_DATABASE_URL is not set');
  test.setTimeout(120_000);
  const site = await startServerSite();
  try {
    const email = 'leaving@example.com';
    const cookie = await signInAs(site, email);
    await ask(site, '/api/follows/iran', { method: 'PUT', cookie });
    const body = new URLSearchParams({ wanted: 'delete', email });
    const asked = await ask(site, '/api/account/deletion', { method: 'POST', cookie, body });
    expect([asked.status, asked.headers.location]).toEqual([303, '/account']);
    const following = await ask(site, '/following/manage', { cookie });
    expect([following.status, following.headers.location]).toEqual([303, '/account']);

    await site.query(`update users set deletion_due_at = now() - interval '1 second' where email = $1`, [
      email,
    ]);
    expect((await ask(site, '/account', { cookie })).status).toBe(303);
    const back = await signInAs(site, email);
    const { body: follows } = await ask(site, '/api/follows', { cookie: back });
    expect(JSON.parse(follows)).toEqual({ follows: [] });
    expect((await ask(site, '/api/me', { cookie })).body).toContain('"user":null');
  } finally {
    await site.remove();
  }
});

async function importFile(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/following/manage');
  const file = { name, mimeType: 'text/xml', buffer: Buffer.from(text) };
  await page.getByLabel('Import a list').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/following/manage?imported=1');
}

async function followedBy(context: BrowserContext, url: string): Promise<string[]> {
  const { follows } = (await (await context.request.get(`${url}/api/follows`)).json()) as {
    follows: { slug: string }[];
  };
  return follows.map(({ slug }) => slug).sort();
}
