import type { QueryClient } from '@tanstack/react-query';
import { showMessage } from '@/components/ui/messages.ts';
import { feedKey } from '@/features/feed/feed.queries.ts';
import { type GuestFollow, readGuest } from '@/features/me/guest.ts';
import { releaseGuest } from '@/features/me/guest-keeping.ts';
import { meKey } from '@/features/me/me.queries.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import type { ImportedFollowsDto } from './follows.dto.ts';
import { followsKey, sendImport } from './follows.queries.ts';

/**
 * Sends what is followed in this browser without an account to the account of whoever has signed in,
 * lets go of it once the server has confirmed, and says what became of it: once, whichever of several
 * tabs is the first. Without an answer all stays, and the next page tries again. Returns whether it was done.
 */
export async function bringGuestFollows(client: QueryClient): Promise<boolean> {
  const bring = async () => {
    const { follows } = readGuest();
    if (follows.length === 0) return false;
    const slugs = follows.map(({ slug }) => slug);
    const imported = await sendImport(slugs);
    releaseGuest(slugs);
    showMessage(whatCameOf(imported, follows));
    tellOtherTabs('follows');
    for (const queryKey of [meKey, followsKey, feedKey]) void client.invalidateQueries({ queryKey });
    return true;
  };
  try {
    // Pages that are not served securely have no locks; there two tabs may say it twice.
    return await (navigator.locks ? navigator.locks.request('guest-follows', bring) : bring());
  } catch {
    return false;
  }
}

const REASONS: [ImportedFollowsDto['refused'][number]['reason'], string][] = [
  ['limit', 'past the most you can follow'],
  ['retired', 'retired'],
  ['unknown', 'no longer there'],
];

/** As many names as can be taken in at a glance. */
const MAX_NAMES = 6;

function whatCameOf({ kept, refused }: ImportedFollowsDto, follows: GuestFollow[]): string {
  const names = new Map(follows.map(({ slug, name }) => [slug, name]));
  const lost = REASONS.flatMap(([reason, words]) => {
    const those = refused.filter((each) => each.reason === reason);
    return those.length > 0 ? `${listed(those.map(({ slug }) => names.get(slug) ?? slug))} (${words})` : [];
  });
  const keptAll = kept.length === 1 ? `your topic, ${kept[0]?.name}` : `your ${kept.length} topics`;
  return [
    kept.length > 0 ? `We kept ${keptAll}.` : '',
    lost.length > 0 ? `Not kept: ${lost.join('; ')}.` : '',
  ]
    .join(' ')
    .trim();
}

function listed(names: string[]): string {
  const rest = names.length - MAX_NAMES;
  return rest > 0 ? `${names.slice(0, MAX_NAMES).join(', ')} and ${rest} more` : names.join(', ');
}
