import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '@/db/client.ts';
import { addUser } from '@/db/fixtures.ts';
import { addAuditEntries } from '@/db/queries/audit.ts';
import { auditLog } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { changeTopic, createTopic } from '@/features/topics/topic-editing.service.ts';
import { undoMerge } from '@/features/topics/topic-merge-undo.service.ts';
import { mergeTopics } from '@/features/topics/topic-merges.service.ts';
import type { AuditEntryDto, AuditFilter } from './audit.dto.ts';
import { exportAudit, getAuditChoices, getAuditPage } from './audit.service.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const NOBODY = '01890000-0000-7000-8000-00000000dead';

describeOnEachDatabase('the audit log', (use) => {
  let db: Db;
  let edda: string;

  // The log itself cannot be emptied: each test looks at the entries of editors of its own.
  beforeEach(async () => {
    db = use();
    await db.execute(sql`truncate users, topics, topic_redirects, topic_merges cascade`);
    edda = await addUser(db, 'Edda', { role: 'editor' });
  });

  async function write(count: number, fields: Partial<typeof auditLog.$inferInsert> = {}): Promise<void> {
    const entry = {
      at: NOW,
      actorId: edda,
      actorName: 'Edda',
      action: 'topic.edit',
      subject: 'topic' as const,
      subjectKey: 'iran',
      subjectName: 'Iran',
      ...fields,
    };
    await addAuditEntries(
      db,
      Array.from({ length: count }, () => entry),
    );
  }

  /** All entries, page by page; `between` happens after each page. */
  async function readAll(filter: AuditFilter, between?: () => Promise<void>): Promise<AuditEntryDto[]> {
    const all: AuditEntryDto[] = [];
    for (let before: number | null = null, isMore = true; isMore; ) {
      const page = await getAuditPage(db, edda, filter, before);
      all.push(...page.entries);
      before = page.nextBefore;
      isMore = before !== null;
      await between?.();
    }
    return all;
  }

  it.each([
    sql`update audit_log set actor_name = 'Nobody'`,
    sql`delete from audit_log`,
    sql`truncate audit_log`,
    sql`truncate audit_log restart identity cascade`,
  ])('is kept by the database itself: statement %# is refused', async (statement) => {
    await write(2);
    const before = await db.select().from(auditLog).orderBy(auditLog.id);
    await expect(db.execute(statement)).rejects.toMatchObject({
      cause: { message: 'The audit log is append-only.', code: '42501' },
    });
    expect(await db.select().from(auditLog).orderBy(auditLog.id)).toEqual(before);
  });

  it('T13 T19 is for editors and admins, by the role they have at this moment', async () => {
    const reader = await addUser(db, 'Rita');
    const tries = (userId: string) => [
      () => getAuditPage(db, userId, {}, null),
      () => getAuditChoices(db, userId),
      () => exportAudit(db, userId, {}),
    ];
    for (const attempt of tries(reader)) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    for (const attempt of tries(NOBODY))
      await expect(attempt()).rejects.toMatchObject({ code: 'not_signed_in' });
    for (const attempt of tries(edda)) await expect(attempt()).resolves.toBeDefined();
    await db.execute(sql`update users set role = 'reader' where id = ${edda}`);
    for (const attempt of tries(edda)) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tells who did what and when, with what was there before and after', async () => {
    await createTopic(db, edda, creation('Persia'), NOW);
    await changeTopic(db, edda, 'persia', { name: 'Iran', version: 1 }, NOW);
    const { entries } = await getAuditPage(db, edda, { person: edda }, null);
    expect(entries.map(({ id: _id, ...entry }) => entry)).toEqual([
      {
        at: NOW.toISOString(),
        actor: { id: edda, name: 'Edda' },
        action: 'topic.rename',
        subject: 'topic',
        subjectKey: 'persia',
        subjectName: 'Iran',
        before: { name: 'Persia' },
        after: { name: 'Iran' },
      },
      expect.objectContaining({ action: 'topic.create', before: null }),
    ]);
  });

  it('finds a topic by any slug it has or had, merges on either side included', async () => {
    for (const name of ['Persia', 'Iran', 'Oceans']) await createTopic(db, edda, creation(name), NOW);
    await changeTopic(db, edda, 'oceans', { slug: 'seas', version: 1 }, NOW);
    const { merge } = await mergeTopics(db, edda, 'persia', 'iran', NOW);
    await undoMerge(db, edda, merge.mergeId, NOW);
    const actions = async (topic: string) =>
      (await readAll({ person: edda, topic })).map((entry) => entry.action);
    expect(await actions('iran')).toEqual(['merge.undo', 'topic.merge', 'topic.create']);
    expect(await actions('persia')).toEqual(['merge.undo', 'topic.merge', 'topic.create']);
    expect(await actions('seas')).toEqual(['topic.rename', 'topic.create']);
    expect(await actions('oceans')).toEqual(['topic.rename', 'topic.create']);
    expect(await actions('nowhere')).toEqual([]);
    expect(await actions("' or true --")).toEqual([]);
  });

  it('combines its filters', async () => {
    const ada = await addUser(db, 'Ada', { role: 'admin' });
    const by = { [edda]: 'Edda', [ada]: 'Ada' };
    for (const [actorId, actorName] of Object.entries(by)) {
      for (const action of ['topic.edit', 'topic.move'])
        for (const subjectKey of ['iran', 'oceans'])
          await write(1, { actorId, actorName, action, subjectKey });
    }
    const count = async (filter: AuditFilter) => (await readAll(filter)).length;
    expect(await count({ person: ada })).toBe(4);
    expect(await count({ person: ada, topic: 'iran' })).toBe(2);
    expect(await count({ person: ada, topic: 'iran', action: 'topic.move' })).toBe(1);
    expect(await count({ person: ada, topic: '', action: '' })).toBe(4);
    expect(await count({ person: ada, action: 'person.role' })).toBe(0);
  });

  it.each([0, 1, 50, 51, 100, 120])('shows each of %i entries once, page by page', async (count) => {
    await write(count);
    const ids = (await readAll({ person: edda })).map((entry) => entry.id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect(ids.length).toBe(count);
  });

  it('skips and repeats nothing that stood there, while more is written down between the pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 1, max: 60 }),
        async (count, more) => {
          edda = await addUser(db, 'Edda', { role: 'editor' });
          await write(count);
          const standing = (await db.select().from(auditLog).where(sql`actor_id = ${edda}`)).map(
            (row) => row.id,
          );
          const ids = (await readAll({ person: edda }, () => write(more))).map((entry) => entry.id);
          expect(ids).toEqual(standing.sort((a, b) => b - a));
        },
      ),
      { numRuns: 8, seed: 71015 },
    );
  });

  it('offers everyone and every action it names, once, people as they were last called', async () => {
    const ada = await addUser(db, 'Ada', { role: 'admin' });
    await write(3);
    await write(2, { actorId: ada, actorName: 'Åda' });
    await write(1, { actorId: ada, actorName: 'Ada Lovelace', action: 'article.retag' });
    const { people, actions } = await getAuditChoices(db, edda);
    expect(people.filter((person) => [ada, edda].includes(person.id))).toEqual([
      { id: ada, name: 'Ada Lovelace' },
      { id: edda, name: 'Edda' },
    ]);
    expect(new Set(people.map((person) => person.id)).size).toBe(people.length);
    expect(actions).toEqual([...new Set(actions)].sort());
    expect(actions).toEqual(expect.arrayContaining(['article.retag', 'topic.edit']));
  });

  it.each([
    [0, []],
    [4, [4]],
    [5, [5]],
    [12, [5, 5, 2]],
    [20, [5, 5, 3]],
  ])('exports %i entries in batches of 5, 13 at most: %j', async (count, sizes) => {
    await write(count);
    const batches: number[] = [];
    const ids: number[] = [];
    for await (const entries of await exportAudit(db, edda, { person: edda }, { batch: 5, max: 13 })) {
      batches.push(entries.length);
      ids.push(...entries.map((entry) => entry.id));
    }
    expect(batches).toEqual(sizes);
    expect(ids).toEqual((await readAll({ person: edda })).map((entry) => entry.id).slice(0, 13));
  });
});

function creation(name: string) {
  return {
    name,
    kind: 'topic' as const,
    parent: null,
    description: '',
    aliases: [],
    wikidataId: null,
    mediaTopicId: null,
  };
}
