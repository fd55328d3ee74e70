import { z } from 'zod';
import { isCleanText } from '@/lib/http.ts';

const NONE = z.literal('');

/** Which entries are asked for; what is left out or empty, as a form sends it, may be anything. */
const filters = {
  /** The id of whoever did it. */
  person: NONE.or(z.uuid('must be the id of a person')).optional(),
  /** A slug the topic has or had. */
  topic: z
    .string()
    // First, because some letters become two: what is looked for is bounded, not only what was typed.
    .transform((text) => text.trim().toLowerCase())
    .pipe(
      z
        .string()
        .max(100, 'may have at most 100 characters')
        .refine(isCleanText, 'holds characters that no slug has'),
    )
    .optional(),
  action: NONE.or(z.string().regex(/^[a-z]{1,40}\.[a-z-]{1,40}$/, 'must be like topic.rename')).optional(),
};
export const auditFilterDto = z.strictObject(filters);
export type AuditFilter = z.infer<typeof auditFilterDto>;

/** As the filter; `before` is the `nextBefore` of the page before. */
export const auditQueryDto = z.strictObject({
  ...filters,
  // Fifteen digits are fewer than a bigint and a JavaScript number hold.
  before: NONE.or(z.string().regex(/^\d{1,15}$/, 'must be a number')).optional(),
});

const state = z.record(z.string(), z.unknown()).nullable();

export const auditEntryDto = z.object({
  id: z.number().int(),
  at: z.string(),
  /** Who did it, called as they were then. */
  actor: z.object({ id: z.string(), name: z.string() }),
  action: z.string(),
  subject: z.enum(['topic', 'article', 'person', 'merge']),
  subjectKey: z.string(),
  subjectName: z.string(),
  before: state,
  after: state,
});
export type AuditEntryDto = z.infer<typeof auditEntryDto>;

export const auditPageDto = z.object({
  entries: z.array(auditEntryDto),
  /** Null on the last page. */
  nextBefore: z.number().int().nullable(),
});
export type AuditPageDto = z.infer<typeof auditPageDto>;
