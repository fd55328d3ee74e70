import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addUser } from '@/db/fixtures.ts';
import { auditLog } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { changeArticleTopics, getArticleTopics } from './article-topics.service.ts';
import { articleText, TOPICS } from './content/testing.ts';
import { article, expectConsistent, NOW, topicsOf, usePublishing } from './content/testing-database.ts';
import { letFileDecide } from './file-topics.service.ts';

describeOnEachDatabase('tags by editors and the content folder', (use) => {
  const { publish, folder } = usePublishing(use);
  const direct = async () =>
    (await topicsOf(use(), 'talks')).filter((row) => row.isDirect).map((row) => row.slug);

  test('an article tagged on the site keeps its topics through edits of its file, which change all else', async () => {
    await publish();
    expect(await direct()).toEqual(['iran', 'world', 'nora-lindqvist']);
    const editor = await addUser(use(), 'Edda', { role: 'editor' });
    const { version, isManaged } = await getArticleTopics(use(), editor, 'talks');
    expect(isManaged).toBe(false);
    const { firstVisibleAt } = await article(use(), 'talks');
    await changeArticleTopics(use(), editor, 'talks', { topics: ['mars', 'middle-east'], version }, NOW);

    await publish({ 'articles/talks.md': articleText({ headline: 'Talks go on', topics: '[iran]' }) });
    expect(await direct()).toEqual(['mars', 'middle-east', 'world', 'nora-lindqvist']);
    expect(await article(use(), 'talks')).toMatchObject({ headline: 'Talks go on', firstVisibleAt });
    await expectConsistent(use());

    // Where its topics stand is the tree's matter, as for any article.
    await publish({ 'topics.yaml': TOPICS.replace('kind: place\n  parent: science', 'kind: place') });
    expect((await topicsOf(use(), 'talks')).map((row) => row.slug)).not.toContain('science');
    await expectConsistent(use());
  });

  test('the file may decide again: at once, all else kept, and written down; or not at all', async () => {
    await publish();
    const editor = await addUser(use(), 'Edda', { role: 'editor' });
    const giveBack = (slug = 'talks') => letFileDecide(use(), editor, slug, folder().dir, NOW);
    expect(await giveBack()).toEqual({ tags: [] });
    const { version } = await getArticleTopics(use(), editor, 'talks');
    await changeArticleTopics(use(), editor, 'talks', { topics: ['mars'], version }, NOW);
    const { firstVisibleAt, sourceHash } = await article(use(), 'talks');

    await folder().write({ 'articles/rover.md': '---\n---\n' });
    await expect(giveBack()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/mistake/),
    });
    expect(await direct()).toEqual(['mars', 'world', 'nora-lindqvist']);
    await folder().write({ 'articles/rover.md': articleText({ topics: '[mars]' }) });

    const { tags } = await giveBack();
    expect(tags).toEqual(expect.arrayContaining(['article:talks', 'topic:iran', 'topic:mars']));
    expect(await direct()).toEqual(['iran', 'world', 'nora-lindqvist']);
    expect(await article(use(), 'talks')).toMatchObject({
      firstVisibleAt,
      sourceHash,
      topicsManagedAt: null,
    });
    await expectConsistent(use());
    const [deed] = await use().select().from(auditLog).where(eq(auditLog.action, 'article.follow-file'));
    expect(deed).toMatchObject({ before: { topics: ['mars'] }, after: { topics: ['iran'] } });
    await publish({ 'articles/talks.md': articleText({ topics: '[middle-east]' }) });
    expect(await direct()).toEqual(['middle-east', 'world', 'nora-lindqvist']);

    await expect(giveBack('nothing')).rejects.toMatchObject({ code: 'not_found' });
    const ann = await addUser(use(), 'Ann');
    await expect(letFileDecide(use(), ann, 'talks', folder().dir, NOW)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('T20 one that is withdrawn, or waits for its time, stays so, and is released with its new topics', async () => {
    const due = new Date('2023-01-01T00:00:00Z');
    await publish({ 'articles/talks.md': articleText({ published: due.toISOString() }) });
    const editor = await addUser(use(), 'Edda', { role: 'editor' });
    const { version, state } = await getArticleTopics(use(), editor, 'talks');
    expect(state).toBe('scheduled');
    const changed = await changeArticleTopics(use(), editor, 'talks', { topics: ['mars'], version }, NOW);
    expect(changed.tags).toEqual([]);
    expect(await article(use(), 'talks')).toMatchObject({ isVisible: false, firstVisibleAt: null });
    const { tags } = await publish({}, due);
    expect(tags).toEqual(expect.arrayContaining(['article:talks', 'topic:mars', 'topic:science']));
    expect(tags).not.toContain('topic:iran');
    await expectConsistent(use());
  });
});
