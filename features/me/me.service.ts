import type { Db } from '@/db/client.ts';
import { findMe, type MeRow } from '@/db/queries/me.ts';
import { askAsSession, type SessionUser } from '@/features/accounts/session.service.ts';

/**
 * Whose session a cookie's token is, as `getSessionUser` tells it, with what they follow, mute and have snoozed,
 * by slug, and their new-count (100 stands for 100 or more), all in one query; null where it is nobody's.
 */
export async function getMe(db: Db, token: string): Promise<{ user: SessionUser; me: MeRow } | null> {
  const asked = await askAsSession(db, token, (session) => findMe(db, session));
  return asked && { user: asked.user, me: asked.answer };
}
