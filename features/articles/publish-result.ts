import { z } from 'zod';

/**
 * What publishing did. Articles by slug, each list sorted. Node runs this file as it is (the
 * content watcher reads the answer of the publishing route with it), so it imports packages only.
 */
export const publishResultDto = z.object({
  added: z.array(z.string()),
  changed: z.array(z.string()),
  withdrawn: z.array(z.string()),
  /** Articles that readers see from now on: new ones, due ones, and ones that came back. */
  released: z.array(z.string()),
  /** Cache tags of everything concerned. */
  tags: z.array(z.string()),
  /** When the next held-back article is due; null when none is. */
  nextDueAt: z.coerce.date().nullable(),
});
export type PublishResult = z.infer<typeof publishResultDto>;

/** The answer of the publishing route when the content folder has mistakes: a problem document (RFC 9457). */
export const contentProblemDto = z.object({
  title: z.string(),
  mistakes: z.array(z.object({ file: z.string(), line: z.number(), message: z.string() })),
  nextDueAt: z.coerce.date().nullable(),
});
