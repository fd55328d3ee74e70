import { beforeEach, expect, test } from 'vitest';
import { setContext } from '@/app/_server/context.ts';
import type { Db } from '@/db/client.ts';
import { addArticle, addSession, addTopic, addUser } from '@/db/fixtures.ts';
import { articles, saves } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { TEST_SETTINGS } from '@/features/accounts/testing.ts';
import { getFeedPage } from '@/features/feed/feed.service.ts';
import { followTopic } from '@/features/follows/follows.service.ts';
import { getArticleMarks, keepHistory } from '@/features/reads/reads.service.ts';
import { SAVE_LIMIT } from '@/features/saved/saved.dto.ts';
import { openNewsroom } from '@/features/topics/testing.ts';
import { POST as clear } from '../account/history/clear/route.ts';
import { POST as setHistory } from '../account/history/route.ts';
import { POST as markAll } from '../feed/read/route.ts';
import { POST as unmarkAll } from '../feed/read/undo/route.ts';
import { POST as read } from '../read/route.ts';
import { POST as save } from './route.ts';

const AT = '2026-11-20T08:00:00.000Z';

describeOnEachDatabase('the forms of a reader’s own articles', (use) => {
  let db: Db;
  let ann: string;
  let iran: number;
  let cookie: string;

  beforeEach(async () => {
    db = use();
    await openNewsroom(db);
    setContext({ db, settings: { ...TEST_SETTINGS } as never, mailer: { send: async () => undefined } });
    ann = await addUser(db, 'Ann');
    cookie = `__Host-session=${await addSession(db, ann)}`;
    iran = await addTopic(db, 'iran', { name: 'Iran' });
    for (const slug of ['first', 'second']) await addArticle(db, slug, [iran], { publishedAt: new Date(AT) });
    await followTopic(db, ann, 'iran');
  });

  async function send(
    route: (request: Request) => Promise<Response>,
    fields: Record<string, string>,
    headers: Record<string, string> = { cookie },
  ) {
    const body = new URLSearchParams(fields);
    const request = new Request(`${TEST_SETTINGS.appUrl}/api`, { method: 'POST', headers, body });
    const answer = await route(request);
    return [answer.status, answer.headers.get('Location')];
  }
  const marks = () => getArticleMarks(db, ann, 'first');

  test('save leads to the list, which says so; remove with its way back; each back to the page it stood on', async () => {
    const article = 'first';
    expect(await send(save, { article, wanted: 'save' })).toEqual([303, '/saved?saved=first']);
    expect(await marks()).toMatchObject({ isSaved: true });
    expect(await send(save, { article, wanted: 'remove', at: AT, q: 'fir' })).toEqual([
      ...[303, `/saved?q=fir&removed=first&at=${encodeURIComponent(AT)}`],
    ]);
    expect(await marks()).toMatchObject({ isSaved: false });
    expect(await send(save, { article, wanted: 'save', at: AT })).toEqual([303, '/saved?saved=first']);
    expect((await db.select().from(saves))[0]?.savedAt.toISOString()).toBe(AT);
    const returnTo = '/following?topic=iran&unread=1';
    expect(await send(save, { article, wanted: 'remove', returnTo })).toEqual([303, returnTo]);
  });

  test('T1 no form leads away from the site', async () => {
    for (const returnTo of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const fields = { article: 'first', returnTo };
      expect(await send(save, { ...fields, wanted: 'save' })).toEqual([303, '/']);
      expect(await send(read, { ...fields, wanted: 'read' })).toEqual([303, '/']);
      expect(await send(setHistory, { keepsHistory: 'on', returnTo })).toEqual([303, '/']);
    }
    const location = '/signin?returnTo=%2Farticle%2F%252F%252Fevil.example';
    expect(await send(save, { article: '//evil.example', wanted: 'save' }, {})).toEqual([303, location]);
  });

  test('a visitor signs in first, and comes back to where they were', async () => {
    const article = 'first';
    expect(await send(save, { article, wanted: 'save' }, {})).toEqual([
      ...[303, '/signin?returnTo=%2Farticle%2Ffirst'],
    ]);
    expect(await send(read, { article, wanted: 'read' }, {})).toEqual([303, '/signin?returnTo=%2Fhistory']);
    expect(await send(markAll, { shown: 'x' }, {})).toEqual([303, '/signin?returnTo=%2Ffollowing']);
    expect(await send(clear, {}, {})).toEqual([303, '/signin?returnTo=%2Fhistory']);
  });

  test('past the limit the list says so, instead of a problem document', async () => {
    for (let n = 0; n < SAVE_LIMIT; n += 1_000) {
      const many = Array.from({ length: 1_000 }, (_, i) => ({
        ...{ slug: `many-${n + i}`, headline: 'Many', dek: 'Many', bodyHtml: '', wordCount: 1 },
        ...{ sectionId: iran, publishedAt: new Date(AT), sourceHash: `many-${n + i}` },
      }));
      const rows = await db.insert(articles).values(many).returning({ id: articles.id });
      await db
        .insert(saves)
        .values(rows.map(({ id }) => ({ userId: ann, articleId: id, savedAt: new Date(AT) })));
    }
    expect(await send(save, { article: 'first', wanted: 'save' })).toEqual([303, '/saved?error=limit']);
  });

  test('an article is marked as read and unread, all that was shown too, and back', async () => {
    expect(await send(read, { article: 'first', wanted: 'read' })).toEqual([303, '/history']);
    expect(await marks()).toMatchObject({ isRead: true });
    expect(await send(read, { article: 'first', wanted: 'unread' })).toEqual([303, '/history?removed=first']);
    const secret = TEST_SETTINGS.secret;
    const { shown } = await getFeedPage({ db, secret }, ann);
    const returnTo = '/following?unread=1';
    const [, location = ''] = await send(markAll, { shown, returnTo });
    expect(location).toMatch(/^\/following\?unread=1&marked=[\w.-]+$/);
    expect(await marks()).toMatchObject({ isRead: true });
    const undo = new URLSearchParams(String(location).split('?')[1]).get('marked') ?? '';
    expect(await send(unmarkAll, { undo, returnTo })).toEqual([303, returnTo]);
    expect(await marks()).toMatchObject({ isRead: false });
    // Of a reader who keeps no history nothing is noted, and their page says why.
    await keepHistory(db, ann, false);
    expect(await send(markAll, { shown, returnTo })).toEqual([303, returnTo]);
    expect(await marks()).toMatchObject({ isRead: false, keepsHistory: false });
  });

  test('a history is cleared, and turned on from its own page', async () => {
    await send(read, { article: 'first', wanted: 'read' });
    expect(await send(clear, {})).toEqual([303, '/history?cleared=1']);
    expect(await marks()).toMatchObject({ isRead: false });
    expect(await send(setHistory, { keepsHistory: 'on', returnTo: '/history' })).toEqual([303, '/history']);
  });
});
