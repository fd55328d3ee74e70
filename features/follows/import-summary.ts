import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { ImportReportDto } from './follow-list.dto.ts';

/** How many entries of a list met each end, and the names of as many as there is room for. */
const part = z.object({ count: z.number().int().min(0), names: z.array(z.string().max(300)).max(1_000) });
const summary = z.union([
  z.object({
    followed: part,
    followedBefore: part,
    unknown: part,
    retired: part,
    noRoom: part,
  }),
  /** Why nothing was imported. */
  z.object({ error: z.string().max(300) }),
]);
export type ImportSummary = z.infer<typeof summary>;

/** Names are left out until what is left fits; counts never are. */
const NAMES_TRIED = [1_000, 300, 200, 120, 80, 50, 30, 20, 10, 5, 0];
const INFLATED_MAX_BYTES = 100_000;

/** A report as text for a cookie, of at most `maxBytes`. */
export function packReport(report: ImportReportDto, maxBytes: number): string {
  for (const most of NAMES_TRIED) {
    const shorten = (names: string[]) => ({ count: names.length, names: names.slice(0, most) });
    const packed = pack({
      // What was followed is in the list below; what was not is nowhere else.
      followed: { count: report.followed.length, names: [] },
      followedBefore: { count: report.followedBefore.length, names: [] },
      unknown: shorten(report.unknown.map((name) => name.slice(0, 100).toWellFormed())),
      retired: shorten(report.retired.map(({ name }) => name)),
      noRoom: shorten(report.noRoom.map(({ name }) => name)),
    });
    if (packed.length <= maxBytes) return packed;
  }
  throw new Error('A report without names is short.');
}

/** Why a list was not imported, as text for a cookie. */
export function packError(message: string): string {
  return pack({ error: message.slice(0, 300).toWellFormed() });
}

/** What `packReport` or `packError` wrote; null for anything else. */
export function unpackSummary(packed: string | undefined): ImportSummary | null {
  if (!packed) return null;
  try {
    const json = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: INFLATED_MAX_BYTES });
    return summary.parse(JSON.parse(json.toString('utf8')));
  } catch {
    // Not ours: whoever wrote it learns nothing, and is told nothing.
    return null;
  }
}

function pack(value: ImportSummary): string {
  return deflateRawSync(JSON.stringify(value)).toString('base64url');
}
