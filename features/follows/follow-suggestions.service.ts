import type { Db } from '@/db/client.ts';
import { listFollowSuggestions } from '@/db/queries/follow-suggestions.ts';
import type { FollowSuggestionDto } from './follow-suggestions.dto.ts';

const SUGGESTIONS = 6;

/**
 * Topics that are often in the same articles as what the reader follows, the closest first; counted
 * from the newest articles of their latest follows. Never what they follow, snooze or mute, nor what
 * stands beneath it; never authors, sections, or topics that are retired or merged.
 */
export async function suggestFollows(db: Db, userId: string): Promise<FollowSuggestionDto[]> {
  const rows = await listFollowSuggestions(db, userId, SUGGESTIONS);
  return rows.map(({ slug, name, withSlug, withName, isWithAuthor }) => ({
    ...{ slug, name },
    often: { slug: withSlug, name: withName, isAuthor: isWithAuthor },
  }));
}
