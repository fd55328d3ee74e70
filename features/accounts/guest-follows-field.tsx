'use client';
import { useGuest } from '@/features/me/use-guest.ts';

/**
 * Sends what is followed in this browser without an account along with a form for a sign-in link, so
 * that it is followed wherever the link is opened.
 */
export function GuestFollowsField() {
  const { me } = useGuest();
  if (me.followedTopics.length === 0) return null;
  return <input type="hidden" name="follows" value={me.followedTopics.join(',')} />;
}
