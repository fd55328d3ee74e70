import { globSync, readFileSync } from 'node:fs';
import { expected, HANDLERS, METHODS, type Needs, PAGES, ROLES, type Role } from '../access-table.ts';
import { ask, follow, signInAs, signInAsAdmin } from '../http.ts';
import { databaseServer, startServerSite } from '../server-mode.ts';
import type { Site } from '../site.ts';
import { expect, test } from '../test.ts';

/** The example site's admin. */
const ADMIN = 'editor@example.com';
/** An id of the right shape that is nobody's. */
const NOBODY = '01890000-0000-7000-8000-00000000dead';

test('T13 the table names every page and every route handler of app/, with its methods, and no other', () => {
  const onDisk = (file: string) =>
    Object.fromEntries(
      globSync(`app/**/${file}`, { exclude: ['app/_*/**'] }).map((path) => [
        `/${path
          .split('/')
          .slice(1, -1)
          .filter((part) => !part.startsWith('('))
          .join('/')}`,
        readFileSync(path, 'utf8'),
      ]),
    );
  const pages = onDisk('page.tsx');
  expect(Object.keys(pages).length).toBeGreaterThan(10);
  expect(Object.keys(PAGES).sort()).toEqual(Object.keys(pages).sort());

  const handlers = Object.entries(onDisk('route.ts')).map(([path, source]) => [
    path,
    [...source.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm)]
      .map(([, name]) => name)
      .sort(),
  ]);
  const inTable = Object.entries(HANDLERS).map(([path, row]) => [path, Object.keys(row.handles).sort()]);
  expect(Object.fromEntries(inTable)).toEqual(Object.fromEntries(handlers));

  // Actions would be addresses that no table shows.
  for (const path of globSync('{app,features,components}/**/*.{ts,tsx}')) {
    expect(readFileSync(path, 'utf8'), path).not.toMatch(/^\s*['"]use server['"]/m);
  }
});

test('T13 every address answers every method as the table says, to visitors, readers, editors and admins', async ({
  site,
}) => {
  test.skip(!databaseServer, 'TEST_DATABASE_URL is not set');
  test.setTimeout(300_000);
  const server = await startServerSite();
  try {
    await driveTable(
      server,
      { editor: 'table-editor@example.com', admin: 'admin@example.com' },
      async (email) => {
        await server.query(`update users set role = 'editor' where email = $1`, [email]);
      },
    );
  } finally {
    await server.remove();
  }
  // Local mode too, whose only staff is the admin.
  await driveTable(site, { admin: ADMIN });
});

async function driveTable(
  site: Site,
  staff: { editor?: string; admin: string },
  makeEditor?: (email: string) => Promise<void>,
): Promise<void> {
  const isLocal = staff.editor === undefined;
  const emails: Record<string, string | undefined> = { ...staff, reader: 'table-reader@example.com' };
  const wrong: string[] = [];
  let asked = 0;
  for (const role of ROLES.filter((name) => name === 'anonymous' || emails[name])) {
    const email = emails[role];
    const cookie = email && (await signInAs(site, email));
    if (role === 'editor' && email) await makeEditor?.(email);
    if (cookie) await follow(site, cookie, ['world']);
    const needs = await prepare(site, role, cookie);
    for (const [route, row] of Object.entries({ ...PAGES, ...HANDLERS })) {
      for (const method of METHODS) {
        const isRead = method === 'GET' || method === 'HEAD';
        const isMissing = isRead && route.startsWith('/mailbox') && !isLocal;
        const wanted = isMissing ? 404 : expected(row, route.startsWith('/api/'), method, role);
        const [status, location = ''] = [wanted].flat() as [number, string?];
        for (const path of row.paths(needs)) {
          const body = row.send?.[method]?.(needs);
          const { status: got, headers } = await ask(site, path, { method, cookie, ...(body && { body }) });
          const led = headers.location ?? '';
          if (got !== status || !led.startsWith(location))
            wrong.push(`${role} ${method} ${path}: ${got} ${led}, not ${wanted}`);
          asked += 1;
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(500);
}

async function prepare(site: Site, role: Role, cookie: string | undefined): Promise<Needs> {
  if (site.mails().length === 0)
    await ask(site, '/api/signin', { method: 'POST', body: { email: 'first@example.com' } });
  const article = await ask(site, '/api/articles/pompeo-accuses-iran-of-al-qaeda-ties');
  const { photo } = JSON.parse(article.body) as { photo: { src: string } };
  const mailbox = await ask(site, '/mailbox');
  const mail = mailbox.body.match(/\/mailbox\/([\w-]+)/)?.[1] ?? 'none';
  const feed =
    cookie &&
    (JSON.parse((await ask(site, '/api/feed', { cookie })).body) as { seenUpTo: string; shown: string });
  const body = { shown: feed ? feed.shown : '' };
  const read = feed && (await ask(site, '/api/feed/read', { method: 'POST', cookie, body }));
  const isStaff = role === 'editor' || role === 'admin';
  return {
    role,
    photo: photo.src,
    mail,
    seenUpTo: feed ? feed.seenUpTo : '',
    shown: body.shown,
    marked: read ? (JSON.parse(read.body) as { undo: string }).undo : '',
    personId: role === 'admin' && cookie ? await readerId(site, cookie) : NOBODY,
    merge: isStaff && cookie ? await mergeTopics(site, cookie) : 'none',
  };
}

/** The id of a reader, which only admins learn. */
async function readerId(site: Site, cookie: string): Promise<string> {
  const { body } = await ask(site, '/api/admin/people?q=table-reader@example.com', { cookie });
  return (JSON.parse(body) as { exact: { id: string } }).exact.id;
}

/** Merges one topic into another and returns the number of the merge; the table undoes it. */
async function mergeTopics(site: Site, cookie: string): Promise<string> {
  const body = { into: 'vaccines' };
  const { body: done } = await ask(site, '/api/admin/topics/malaria/merge', { method: 'POST', cookie, body });
  return String((JSON.parse(done) as { mergeId: number }).mergeId);
}

test('T13 no other way of writing an address, and no header, opens the newsroom to a reader', async ({
  site,
}) => {
  const reader = await signInAs(site, `curious-${process.pid}@example.com`);
  const admin = await signInAsAdmin(site);
  const secret = 'Topics by name';
  expect((await ask(site, '/admin/topics', { cookie: admin })).body).toContain(secret);
  const paths = [
    ...[
      '/admin/topics/',
      '//admin/topics',
      '/./admin/topics',
      '/x/../admin/topics',
      '/x/%2e%2e/admin/topics',
    ],
    ...['/%61dmin/topics', '/ADMIN/topics', '/admin%2Ftopics', '/admin%5ctopics', '/admin\\topics'],
    ...['/admin/topics.rsc', '/admin/topics.json', '/admin/topics.segments/_tree.segment.rsc'],
    ...['/admin/topics?_rsc=1', '/admin/topics;x', '/admin//topics', '/_next/data/x/admin/topics.json'],
    ...['/(site)/admin/topics', '/front/..%2fadmin%2ftopics', '/admin/topics#/x'],
  ];
  const headers: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    {
      'x-original-url': '/admin/topics',
      'x-rewrite-url': '/admin/topics',
      'x-matched-path': '/admin/topics',
    },
    { 'x-invoke-path': '/admin/topics', 'x-nextjs-data': '1', 'x-now-route-matches': '1' },
    { 'x-forwarded-host': 'localhost', 'x-client-address': '127.0.0.1', authorization: 'Bearer x' },
  ];
  for (const cookie of [undefined, reader]) {
    for (const path of ['/', '/admin/topics', ...paths]) {
      for (const extra of headers) {
        const answer = await ask(site, path, { headers: extra, cookie });
        const what = `${path} ${JSON.stringify(extra)} ${answer.status}`;
        expect(answer.status, what).toBeLessThan(500);
        expect(answer.body, what).not.toContain(secret);
        expect(answer.body, what).not.toContain('followerCount');
      }
    }
  }
});

test('T19 a role given or taken in the database counts from the next request on', async () => {
  test.skip(!databaseServer, 'TEST_DATABASE_URL is not set');
  const site = await startServerSite();
  try {
    const email = 'promoted@example.com';
    const cookie = await signInAs(site, email);
    const statuses = async () => [
      (await ask(site, '/admin/topics', { cookie })).status,
      (await ask(site, '/api/admin/topics', { cookie })).status,
      (JSON.parse((await ask(site, '/api/me', { cookie })).body) as { user: { role: string } }).user.role,
    ];
    const become = (role: string) => site.query('update users set role = $1 where email = $2', [role, email]);
    expect(await statuses()).toEqual([404, 403, 'reader']);
    for (let turn = 0; turn < 3; turn++) {
      await become('editor');
      expect(await statuses()).toEqual([200, 200, 'editor']);
      await become('reader');
      expect(await statuses()).toEqual([404, 403, 'reader']);
    }
    await site.query('delete from sessions');
    expect((await ask(site, '/api/admin/topics', { cookie })).status).toBe(401);
    expect((await ask(site, '/admin/topics', { cookie })).status).toBe(303);
  } finally {
    await site.remove();
  }
});
