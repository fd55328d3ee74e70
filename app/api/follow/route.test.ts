import { beforeEach, expect, test } from 'vitest';
import { setContext } from '@/app/_server/context.ts';
import type { Db } from '@/db/client.ts';
import { addSession, addTopic, addUser } from '@/db/fixtures.ts';
import { follows, sessions, topicRedirects, topics, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { TEST_SETTINGS } from '@/features/accounts/testing.ts';
import { FOLLOW_LIMIT } from '@/features/follows/follows.dto.ts';
import { meOf } from '@/features/me/testing.ts';
import { POST } from './route.ts';

describeOnEachDatabase('the form of /follow/[slug]', (use) => {
  let db: Db;
  let ann: string;
  let cookie: string;

  beforeEach(async () => {
    db = use();
    for (const table of [follows, sessions, users, topicRedirects, topics]) await db.delete(table);
    setContext({ db, settings: { ...TEST_SETTINGS } as never, mailer: { send: async () => undefined } });
    ann = await addUser(db, 'Ann');
    cookie = `__Host-session=${await addSession(db, ann)}`;
    await addTopic(db, 'iran', { name: 'Iran' });
  });

  async function send(topic: string, wanted: string, headers: Record<string, string> = { cookie }) {
    const body = new URLSearchParams({ topic, wanted });
    const request = new Request(`${TEST_SETTINGS.appUrl}/api/follow`, { method: 'POST', headers, body });
    const answer = await POST(request);
    return [answer.status, answer.headers.get('Location')];
  }

  test('follows and unfollows, and leads back to the page that shows it', async () => {
    expect(await send('iran', 'follow')).toEqual([303, '/follow/iran']);
    expect((await meOf(db, ann)).followedTopics).toEqual(['iran']);
    expect(await send('iran', 'unfollow')).toEqual([303, '/follow/iran']);
    expect((await meOf(db, ann)).followedTopics).toEqual([]);
  });

  test('leads a visitor to signing in, with the wish', async () => {
    expect(await send('iran', 'follow', {})).toEqual([303, '/signin?follow=iran&returnTo=%2Ffollow%2Firan']);
  });

  test('past the limit leads back to the page, which says so, instead of to a problem document', async () => {
    const many = await db
      .insert(topics)
      .values(
        Array.from({ length: FOLLOW_LIMIT }, (_, i) => ({
          slug: `t${i}`,
          name: `T${i}`,
          kind: 'topic' as const,
        })),
      )
      .returning({ topicId: topics.id });
    await db.insert(follows).values(many.map(({ topicId }) => ({ userId: ann, topicId })));
    expect(await send('iran', 'follow')).toEqual([303, '/follow/iran?error=limit']);
  });

  test('for a retired topic leads back to the page, which says so', async () => {
    await addTopic(db, 'brexit', { retiredAt: new Date() });
    expect(await send('brexit', 'follow')).toEqual([303, '/follow/brexit']);
    expect((await meOf(db, ann)).followedTopics).toEqual([]);
  });

  test('an unknown topic is not found', async () => {
    expect(await send('atlantis', 'follow')).toEqual([404, null]);
  });
});
