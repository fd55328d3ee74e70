import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { listFeed } from '@/db/queries/feed.ts';
import { newsroomJobs, topicMerges, users } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { expectConsistent } from '@/features/articles/content/testing-database.ts';
import { getJob, getNotableJobs, resendOpenJobs, runJob } from '@/features/jobs/jobs.service.ts';
import { followedBy, NOW, openNewsroom, picture } from './testing.ts';
import { changeTopic, getEditedTopic } from './topic-editing.service.ts';
import { doTopicJob, requestChange, requestMerge, requestUndo } from './topic-jobs.service.ts';
import { getMerges, mergeTopics } from './topic-merges.service.ts';

const LATER = new Date(NOW.getTime() + 60_000);

describeOnEachDatabase('large changes of topics', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  let ann: string;
  let sent: string[];
  const background = { queue: { send: async (id: string) => void sent.push(id) }, maxRows: 3 };
  beforeEach(async () => {
    room = await openNewsroom(use());
    await use().delete(newsroomJobs);
    sent = [];
    const world = await room.topic('world', null, { kind: 'section', name: 'World' });
    const persia = await room.topic('persia', null, { name: 'Persia' });
    await room.topic('iran', world, { name: 'Iran' });
    ann = await room.reader('Ann', [persia]);
    await room.reader('Bob', [persia]);
    await room.article('poets', [persia]);
    await room.article('gardens', [persia]);
  });
  const merge = (maxRows = 3) =>
    requestMerge(use(), { ...background, maxRows }, room.editor, { from: 'persia', into: 'iran' }, NOW);
  const run = (id: string) =>
    runJob(
      use(),
      id,
      (job, finish) => doTopicJob(use(), job, finish, LATER),
      () => LATER,
    );
  const jobOf = (outcome: object) => (outcome as { job: { id: string; state: string } }).job;

  test('what touches few rows is done at once, and is nobody’s job', async () => {
    const outcome = await merge(4);
    expect(outcome).toMatchObject({ merge: { followerCount: 2, articleCount: 2 } });
    expect(sent).toEqual([]);
    expect(await use().select().from(newsroomJobs)).toEqual([]);
  });

  test('a merge of many rows is asked for, told, done and told again', async () => {
    const before = await picture(use());
    const { id, state } = jobOf(await merge());
    expect(state).toBe('waiting');
    expect(sent).toEqual([id]);
    // Asked for again it is the same job.
    expect(jobOf(await merge()).id).toBe(id);
    expect(sent).toEqual([id]);
    expect(await picture(use())).toEqual(before);
    const doing = 'Merging Persia into Iran begins in a moment: 4 changes, in the background.';
    expect(await getNotableJobs(use(), room.editor, NOW)).toMatchObject([{ id, state, message: doing }]);

    expect(await run(id)).toEqual(['topic:persia', 'topic:iran', 'topics', 'topic-tree']);
    const [ledger] = await use().select().from(topicMerges);
    expect(await getJob(use(), room.editor, id)).toEqual({
      ...{ id, kind: 'merge', state: 'done', message: 'Persia is merged into Iran.' },
      result: { mergeId: ledger?.id },
    });
    expect(await getNotableJobs(use(), room.editor, LATER)).toEqual([]);
    expect(await followedBy(use(), ann)).toEqual(['iran']);
    const { items } = await listFeed(use(), ann, { position: null, limit: 10, topicSlug: null });
    expect(items.map((item) => item.slug)).toEqual(['gardens', 'poets']);
    await expectConsistent(use());
  });

  test('its undoing and a move are jobs too', async () => {
    const before = await picture(use());
    await run(jobOf(await merge()).id);
    const [ledger] = (await getMerges(use(), room.editor, null)).merges;
    const undo = jobOf(await requestUndo(use(), background, room.editor, ledger?.id ?? 0, NOW));
    await run(undo.id);
    // Undone already: told at once, and no job.
    await expect(requestUndo(use(), background, room.editor, ledger?.id ?? 0, NOW)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await picture(use())).toEqual(before);
    expect((await getJob(use(), room.editor, undo.id)).message).toBe(
      'The merge of Persia into Iran is undone.',
    );

    const { version } = await getEditedTopic(use(), room.editor, 'persia');
    const change = { version, parent: 'iran' };
    const small = { ...background, maxRows: 1 };
    const move = jobOf(await requestChange(use(), small, room.editor, 'persia', change, NOW));
    expect((await getEditedTopic(use(), room.editor, 'persia')).parent).toBeNull();
    await run(move.id);
    expect(await getJob(use(), room.editor, move.id)).toMatchObject({
      state: 'done',
      result: { slug: 'persia' },
    });
    expect((await getEditedTopic(use(), room.editor, 'iran')).articleCount).toBe(2);
    await expectConsistent(use());
  });

  test('a change that moves nothing is no job, however large the topic', async () => {
    const { version } = await getEditedTopic(use(), room.editor, 'persia');
    const change = { version, description: 'Of old.' };
    const none = { ...background, maxRows: 0 };
    const outcome = await requestChange(use(), none, room.editor, 'persia', change, NOW);
    expect(outcome).toMatchObject({ topic: { description: 'Of old.' } });
  });

  test('what cannot be is refused when it is asked for, beside its field, and is no job', async () => {
    const none = { ...background, maxRows: 0 };
    const { version } = await getEditedTopic(use(), room.editor, 'persia');
    await expect(
      requestChange(use(), none, room.editor, 'persia', { version, parent: 'nowhere' }, NOW),
    ).rejects.toMatchObject({ details: { fields: { parent: 'is not a topic' } } });
    await expect(
      requestChange(use(), none, room.editor, 'persia', { version: version - 1, parent: 'iran' }, NOW),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      requestMerge(use(), none, room.editor, { from: 'persia', into: 'nowhere' }, NOW),
    ).rejects.toMatchObject({ code: 'bad_request' });
    await expect(requestUndo(use(), none, room.editor, 4711, NOW)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(sent).toEqual([]);
  });

  test('what became impossible meanwhile has failed, says why, and has changed nothing', async () => {
    const { id } = jobOf(await merge());
    await mergeTopics(use(), room.editor, 'persia', 'iran', NOW);
    const before = await picture(use());
    expect(await run(id)).toEqual([]);
    const failed = {
      ...{ id, state: 'failed', result: null },
      message: 'Persia was not merged into Iran. Persia is merged into Iran already. Nothing has changed.',
    };
    expect(await getJob(use(), room.editor, id)).toMatchObject(failed);
    expect(await getNotableJobs(use(), room.editor, LATER)).toMatchObject([failed]);
    expect(await picture(use())).toEqual(before);
  });

  test('T19 a job of an editor whose role was taken away meanwhile is not done', async () => {
    const { id } = jobOf(await merge());
    await use().update(users).set({ role: 'reader' }).where(eq(users.id, room.editor));
    await run(id);
    await use().update(users).set({ role: 'editor' }).where(eq(users.id, room.editor));
    expect(await getJob(use(), room.editor, id)).toMatchObject({ state: 'failed' });
    expect(await followedBy(use(), ann)).toEqual(['persia']);
  });

  test('T13 a reader sees no job and asks for none', async () => {
    const { id } = jobOf(await merge());
    const nobody = { code: 'forbidden' };
    const none = { ...background, maxRows: 0 };
    await expect(getJob(use(), ann, id)).rejects.toMatchObject(nobody);
    await expect(getNotableJobs(use(), ann, NOW)).rejects.toMatchObject(nobody);
    await expect(requestMerge(use(), none, ann, { from: 'persia', into: 'iran' }, NOW)).rejects.toMatchObject(
      nobody,
    );
    await expect(requestUndo(use(), none, ann, 1, NOW)).rejects.toMatchObject(nobody);
    await expect(
      requestChange(use(), none, ann, 'persia', { version: 1, parent: 'iran' }, NOW),
    ).rejects.toMatchObject(nobody);
    await expect(getJob(use(), room.editor, 'nonsense')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('T36 run twice at once and once more, a merge is done exactly once', async () => {
    const { id } = jobOf(await merge());
    await Promise.all([run(id), run(id)]);
    // Killed after it was stored and before anyone was told: the caches are told again.
    expect(await run(id)).toContain('topic:persia');
    expect(await getJob(use(), room.editor, id)).toMatchObject({ state: 'done' });
    expect(await use().select().from(topicMerges)).toHaveLength(1);
    await expectConsistent(use());
  });

  test('T36 a try that a lost connection ends leaves nothing, and the next one does it', async () => {
    const before = await picture(use());
    const { id } = jobOf(await merge());
    const lost = Object.assign(new Error('Connection terminated'), { code: 'ECONNRESET' });
    const broken = runJob(
      use(),
      id,
      (job, finish) =>
        doTopicJob(
          use(),
          job,
          async (tx, outcome) => {
            await finish(tx, outcome);
            throw lost;
          },
          LATER,
        ),
      () => LATER,
    );
    await expect(broken).rejects.toThrow('Connection terminated');
    expect(await picture(use())).toEqual(before);
    expect(await getJob(use(), room.editor, id)).toMatchObject({ state: 'running' });
    await resendOpenJobs(use(), background.queue);
    expect(sent).toEqual([id, id]);
    await run(id);
    expect(await getJob(use(), room.editor, id)).toMatchObject({ state: 'done' });
  });

  test('a job that nobody could be told of is forgotten, and whoever asked hears of it', async () => {
    const deaf = { maxRows: 3, queue: { send: () => Promise.reject(new Error('The queue is away.')) } };
    await expect(
      requestMerge(use(), deaf, room.editor, { from: 'persia', into: 'iran' }, NOW),
    ).rejects.toThrow('The queue is away.');
    expect(await use().select().from(newsroomJobs)).toEqual([]);
  });

  test('a change of the version that was seen is refused in the job too', async () => {
    const { version } = await getEditedTopic(use(), room.editor, 'persia');
    const small = { ...background, maxRows: 1 };
    const { id } = jobOf(
      await requestChange(use(), small, room.editor, 'persia', { version, parent: 'iran' }, NOW),
    );
    await changeTopic(use(), room.editor, 'persia', { version, description: 'Newer.' }, NOW);
    await run(id);
    expect((await getJob(use(), room.editor, id)).message).toBe(
      'Persia was not saved. Someone else has changed this topic since you opened it. Nothing has changed.',
    );
  });
});
