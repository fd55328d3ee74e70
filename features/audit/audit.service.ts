import type { Db, DbOrTx } from '@/db/client.ts';
import {
  type AuditConditions,
  type AuditEntry,
  type AuditRow,
  addAuditEntries,
  listAuditActions,
  listAuditActors,
  listAuditEntries,
} from '@/db/queries/audit.ts';
import { listOldSlugs } from '@/db/queries/topic-editing.ts';
import { getSlugOwner } from '@/db/queries/topics.ts';
import { type Actor, requireStaff } from '@/features/accounts/staff.service.ts';
import type { AuditEntryDto, AuditFilter, AuditPageDto } from './audit.dto.ts';

const PAGE_SIZE = 50;
/** The most entries one export holds: the newest of those asked for. */
const MAX_EXPORTED = 50_000;
const EXPORT_BATCH = 1_000;

/** What was done: a noun and a verb, to what, and how it looked before and after. */
export type Deed = Pick<AuditEntry, 'action' | 'subject' | 'subjectKey' | 'subjectName' | 'before' | 'after'>;

/** Writes down what an actor does, in the transaction that does it: there is no deed without its entry. */
export async function recordDeeds(tx: DbOrTx, actor: Actor, deeds: Deed[], now: Date): Promise<void> {
  await addAuditEntries(
    tx,
    deeds.map((deed) => ({ ...deed, at: now, actorId: actor.id, actorName: actor.name })),
  );
}

/** A page of the log, the newest first. @throws AppError `not_signed_in`, `forbidden` */
export async function getAuditPage(
  db: Db,
  userId: string,
  filter: AuditFilter,
  beforeId: number | null,
): Promise<AuditPageDto> {
  await requireStaff(db, userId, 'editor');
  const rows = await listAuditEntries(db, await conditionsOf(db, filter), beforeId, PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    entries: shown.map(toDto),
    nextBefore: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Whom and what the log can be asked for. */
export type AuditChoices = { people: { id: string; name: string }[]; actions: string[] };

/** Everyone and every action that the log names. @throws AppError `not_signed_in`, `forbidden` */
export async function getAuditChoices(db: Db, userId: string): Promise<AuditChoices> {
  await requireStaff(db, userId, 'editor');
  return { people: await listAuditActors(db), actions: await listAuditActions(db) };
}

/**
 * The log for an export, the newest first, read in batches as they are asked for: 50,000 entries at
 * most. `sizes` are for tests.
 * @throws AppError `not_signed_in`, `forbidden` at once, before the first batch
 */
export async function exportAudit(
  db: Db,
  userId: string,
  filter: AuditFilter,
  sizes: { batch: number; max: number } = { batch: EXPORT_BATCH, max: MAX_EXPORTED },
): Promise<AsyncGenerator<AuditEntryDto[], void>> {
  await requireStaff(db, userId, 'editor');
  return batches(db, await conditionsOf(db, filter), sizes);
}

async function* batches(db: Db, conditions: AuditConditions, { batch, max }: { batch: number; max: number }) {
  let beforeId: number | null = null;
  for (let left = max; left > 0; left -= batch) {
    const limit = Math.min(batch, left);
    const rows = await listAuditEntries(db, conditions, beforeId, limit);
    if (rows.length > 0) yield rows.map(toDto);
    if (rows.length < limit) return;
    beforeId = rows.at(-1)?.id ?? null;
  }
}

/** A topic is asked for by any slug it has or had, and its entries bear the slug it had at the time. */
async function conditionsOf(db: Db, { person, topic, action }: AuditFilter): Promise<AuditConditions> {
  return {
    actorId: person || undefined,
    action: action || undefined,
    topicSlugs: topic ? await slugsOf(db, topic) : undefined,
  };
}

async function slugsOf(db: Db, slug: string): Promise<string[]> {
  const topic = await getSlugOwner(db, slug);
  return topic ? [topic.slug, ...(await listOldSlugs(db, topic.id))] : [slug];
}

function toDto({ actorId, actorName, at, ...row }: AuditRow): AuditEntryDto {
  return { ...row, at: at.toISOString(), actor: { id: actorId, name: actorName } };
}
