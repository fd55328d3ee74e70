import pg from 'pg';
import { LARGE_TOPIC, seedNewsroom, TARGET_TOPIC } from '../../bench/newsroom.ts';
import { ask, signInAs } from '../http.ts';
import { databaseServer, type ServerSite, startServerSite } from '../server-mode.ts';
import { type Site, startSite } from '../site.ts';
import { expect, test } from '../test.ts';

/** The large topic is well above what is done within a request, and its merge takes some seconds. */
const SIZE = {
  ...{ topics: 300, articles: 20_000, readers: 30_000, followsEach: 2 },
  ...{ largeFollowers: 30_000, largeArticles: 6_000 },
};
const LARGE = 'Bench large topic';
const TARGET = 'Bench topic 1';
const JOB_MS = 90_000;

test.skip(!databaseServer, 'TEST_DATABASE_URL is not set');
test.describe.configure({ mode: 'serial' });

let first: ServerSite;
let site: Site;
let admin: string;
let reader: string;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  first = await startServerSite();
  site = first;
  await seedNewsroom(first.query, SIZE, () => undefined);
  admin = await signInAs(first, 'admin@example.com');
  // Somebody who follows the large topic.
  reader = await signInAs(first, 'bench-2@example.com');
});
test.afterAll(async () => {
  await site?.remove();
  await first?.remove();
});

test('T36 a large merge is a job; killed twice in its middle it has not begun, and then it is done exactly once', async () => {
  test.setTimeout(300_000);
  expect((await ask(site, `/topic/${LARGE_TOPIC}`)).status).toBe(200);
  const followers = await numberOf(
    `count(distinct user_id) from follows f join topics t on t.id = f.topic_id
     where t.slug in ('${LARGE_TOPIC}', '${TARGET_TOPIC}')`,
  );
  const articles = await numberOf(
    `count(distinct article_id) from article_topics a join topics t on t.id = a.topic_id
     where t.slug in ('${LARGE_TOPIC}', '${TARGET_TOPIC}')`,
  );
  const job = await askToMerge();

  for (const statement of ['insert into topic_merge_articles', 'insert into topic_merge_follows']) {
    await untilRunning(statement);
    expect(await site.end('SIGKILL')).toBeNull();
    // Once the database has noticed, nothing of it is there.
    await expect(async () => expect(await openStatements()).toBe(0)).toPass({ timeout: JOB_MS });
    expect(await numberOf('count(*) from topic_merges')).toBe(0);
    expect(
      await numberOf(`count(*) from topics where slug = '${LARGE_TOPIC}' and merged_into_id is null`),
    ).toBe(1);
    site = await startSite({ from: site, env: first.env });
  }

  await untilState(job, 'done');
  expect(await numberOf('count(*) from topic_merges')).toBe(1);
  expect(await numberOf(`count(*) from follows where topic_id = ${idOf(LARGE_TOPIC)}`)).toBe(0);
  expect(await numberOf(`count(*) from follows where topic_id = ${idOf(TARGET_TOPIC)}`)).toBe(followers);
  expect(await numberOf(`count(*) from article_topics where topic_id = ${idOf(LARGE_TOPIC)}`)).toBe(0);
  expect(await numberOf(`count(*) from article_topics where topic_id = ${idOf(TARGET_TOPIC)}`)).toBe(
    articles,
  );
  const follows = JSON.parse((await ask(site, '/api/follows', { cookie: reader })).body) as {
    follows: { slug: string }[];
  };
  expect(follows.follows.map(({ slug }) => slug)).toContain(TARGET_TOPIC);
  const feed = JSON.parse((await ask(site, '/api/feed?limit=30', { cookie: reader })).body) as {
    items: { reasons: { slug: string }[] }[];
  };
  expect(feed.items.flatMap(({ reasons }) => reasons.map(({ slug }) => slug))).toContain(TARGET_TOPIC);
  // The page kept in the cache since before the merge is gone with it.
  const { status, headers } = await ask(site, `/topic/${LARGE_TOPIC}`);
  expect([status, headers.location]).toEqual([308, `/topic/${TARGET_TOPIC}`]);
});

test('T13 what has become of a job is told to the staff, and to nobody else', async () => {
  const [row] = await first.query('select id from newsroom_jobs limit 1');
  const path = `/api/admin/jobs/${row?.id}`;
  expect((await ask(site, path)).status).toBe(401);
  expect((await ask(site, path, { cookie: reader })).status).toBe(404);
  const { status, body } = await ask(site, path, { cookie: admin });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toMatchObject({ state: 'done', message: `${LARGE} is merged into ${TARGET}.` });
});

test('an editor undoes a large merge, reads that it is under way, with JavaScript and without, and that it is done', async ({
  browser,
  isAccessible,
}) => {
  test.setTimeout(300_000);
  const release = await holdNewsroom();
  const scripted = await browser.newContext({ baseURL: site.url });
  const plain = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  for (const context of [scripted, plain]) await context.addCookies(cookiesOf(admin));
  try {
    const page = await scripted.newPage();
    await page.goto('/admin/merges');
    await page.getByRole('button', { name: `Undo the merge of ${LARGE} into ${TARGET}` }).click();
    await page.getByRole('button', { name: 'Undo the merge', exact: true }).click();
    const doing = page.getByText(
      new RegExp(`^Undoing the merge of ${LARGE} into ${TARGET}.* changes, in the background`),
    );
    await expect(doing).toBeVisible();
    await expect(page.getByText('Being undone', { exact: true })).toBeVisible();
    await isAccessible(page);
    const there = await plain.newPage();
    await there.goto('/admin/merges');
    await expect(there.getByText(`Undoing the merge of ${LARGE} into ${TARGET}`)).toBeVisible();

    // Readers go on reading meanwhile, and following too.
    expect((await ask(site, '/api/feed', { cookie: reader })).status).toBe(200);
    expect((await ask(site, '/api/follows/bench-topic-9', { method: 'PUT', cookie: reader })).status).toBe(
      204,
    );
    await release();
    await expect(doing).toBeHidden({ timeout: JOB_MS });
    await expect(page.getByText(/^Undone .* by /)).toBeVisible();
    await expect(page.getByText(`The merge of ${LARGE} into ${TARGET} is undone.`)).toBeVisible();
  } finally {
    await release();
    await scripted.close();
    await plain.close();
  }
});

test('an editor merges a large topic and is told at its page, also when it turns out to be impossible', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const context = await browser.newContext({ baseURL: site.url });
  await context.addCookies(cookiesOf(admin));
  const release = await holdNewsroom();
  try {
    const page = await context.newPage();
    await page.goto(`/admin/topics/${LARGE_TOPIC}/merge`);
    await page.getByRole('combobox', { name: 'Merge into' }).fill('Bench topic 7');
    await page
      .getByRole('option', { name: /Bench topic 7(?!\d)/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Merge Bench large topic into Bench topic 7$/ }).click();
    await page.getByRole('button', { name: 'Merge into Bench topic 7', exact: true }).click();
    await expect(page.getByText(/You may leave this page/)).toBeVisible();
    // Meanwhile the topic that was to stay is retired.
    await first.query("update topics set retired_at = now() where slug = 'bench-topic-7'");
    await release();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('was not merged', {
      timeout: JOB_MS,
    });
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Nothing has changed.');
    // What was chosen is still there, to choose another.
    await expect(page.getByRole('combobox', { name: 'Merge into' })).toHaveValue('Bench topic 7');
    expect(await numberOf('count(*) from topic_merges where undone_at is null')).toBe(0);
  } finally {
    await release();
    await context.close();
  }
});

test('T39 told to end while it does a job, it hands the job back and ends with 0; started again it does it', async () => {
  test.setTimeout(300_000);
  const release = await holdNewsroom();
  const job = await askToMerge();
  await untilState(job, 'running');
  const started = Date.now();
  expect(await site.end()).toBe(0);
  expect(Date.now() - started).toBeLessThan(30_000);
  expect(await numberOf('count(*) from topic_merges where undone_at is null')).toBe(0);
  site = await startSite({ from: site, env: first.env });
  await release();
  await untilState(job, 'done');
  expect(await numberOf('count(*) from topic_merges where undone_at is null')).toBe(1);
});

async function askToMerge(): Promise<string> {
  const path = `/api/admin/topics/${LARGE_TOPIC}/merge`;
  const { status, headers, body } = await ask(site, path, {
    method: 'POST',
    cookie: admin,
    body: { into: TARGET_TOPIC },
  });
  const { job } = JSON.parse(body) as { job: { id: string; state: string } };
  expect([status, job.state, headers.location]).toEqual([202, 'waiting', `/api/admin/jobs/${job.id}`]);
  return job.id;
}

async function untilState(job: string, state: string): Promise<void> {
  await expect(async () => {
    const { body } = await ask(site, `/api/admin/jobs/${job}`, { cookie: admin });
    expect((JSON.parse(body) as { state: string }).state).toBe(state);
  }).toPass({ timeout: JOB_MS });
}

/** Keeps jobs from going on until it is released, as another large change would. */
async function holdNewsroom(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: first.env.DATABASE_URL });
  await client.connect();
  await client.query('select pg_advisory_lock(71013)');
  let isOver = false;
  return async () => {
    if (isOver) return;
    isOver = true;
    await client.end();
  };
}

async function untilRunning(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: first.env.DATABASE_URL });
  await client.connect();
  try {
    for (const until = Date.now() + JOB_MS; Date.now() < until; ) {
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and state <> 'idle' and position($1 in query) > 0`,
        [statement],
      );
      if (rows.length > 0) return;
    }
    throw new Error(`Nothing has run ${statement}.`);
  } finally {
    await client.end();
  }
}

async function openStatements(): Promise<number> {
  return numberOf(
    'count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null',
  );
}

async function numberOf(what: string): Promise<number> {
  const [row] = await first.query(`select ${what.replace(/^count\(([^)]*)\)/, 'count($1)::int as number')}`);
  return Number(row?.number);
}

function idOf(slug: string): string {
  return `(select id from topics where slug = '${slug}')`;
}

function cookiesOf(header: string) {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: site.url };
  });
}
