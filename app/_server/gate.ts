import { isReachable } from '@/db/client.ts';
import { isConnectionError } from '@/db/errors.ts';
import { readSessionToken } from '@/features/accounts/cookies.ts';
import { hasRole } from '@/features/accounts/roles.ts';
import { getSessionUser } from '@/features/accounts/session.service.ts';
import { isArticle } from '@/features/articles/article-topics.service.ts';
import { isPublished } from '@/features/articles/articles.service.ts';
import { getOutboxMail } from '@/features/mail/outbox.service.ts';
import { findTopic } from '@/features/topics/topics.service.ts';
import { AppError } from '@/lib/errors.ts';
import { getContext } from './context.ts';

/** What the door answers in place of a page; null lets the request through to it. */
export type GateAnswer = { status: 303; location: string } | { status: 404 } | { status: 503 } | null;

/** Pages for whoever is signed in. One whose account is about to be deleted is led to where it can be kept. */
const SIGNED_IN = ['/account', '/account/delete', '/following/manage', '/saved', '/history'];

/** Pages under `/admin/topics/` that are not about one topic. */
const TOPIC_ROOMS = ['new', 'tree'];

/**
 * Decides, before a page's answer begins, whether it may begin: with cache components Next sends
 * every page's status before the page has run, so `redirect` and `notFound` inside a personal page
 * come too late for a true 303 or 404 (ADR 002). Pages check again for themselves; this only makes
 * the status right, and spares rendering a page for each address that nothing has. `path` is decodable
 * and without its query.
 */
export async function gate(path: string, cookieHeader: string): Promise<GateAnswer> {
  try {
    const [, room, slug, part] = path.split('/').map(decodeURIComponent);
    if (room === 'admin') return await gateAdmin(path, cookieHeader);
    if (SIGNED_IN.includes(path)) {
      const who = await user(cookieHeader);
      // What is followed without an account is managed there too.
      if (!who) return path === '/following/manage' ? null : { status: 303, location: signInPath(path) };
      return who.deletionDueAt && path !== '/account' ? { status: 303, location: '/account' } : null;
    }
    if (room === 'follow' && slug) {
      await findTopic(getContext().db, slug);
      return (await user(cookieHeader))?.deletionDueAt ? { status: 303, location: '/account' } : null;
    }
    if (slug && room === 'article')
      return (await isPublished(getContext().db, slug)) ? null : { status: 404 };
    if (slug && (room === 'topic' || room === 'author')) {
      // Feeds answer for themselves, as their readers understand it.
      if (!part?.startsWith('feed.')) await findTopic(getContext().db, slug);
      return null;
    }
    if (path === '/search') return (await isReachable(getContext().db)) ? null : { status: 503 };
    if (room === 'mailbox') return await gateMailbox(slug);
    return null;
  } catch (error) {
    if (isConnectionError(error)) return { status: 503 };
    if (error instanceof AppError && error.code === 'not_found') return { status: 404 };
    throw error;
  }
}

async function gateAdmin(path: string, cookieHeader: string): Promise<GateAnswer> {
  const who = await user(cookieHeader);
  if (!who) return { status: 303, location: signInPath(path) };
  if (who.deletionDueAt) return { status: 303, location: '/account' };
  const [, , room, slug] = path.split('/').map(decodeURIComponent);
  if (!hasRole(who, room === 'people' ? 'admin' : 'editor')) return { status: 404 };
  if (room === undefined) return { status: 303, location: '/admin/topics' };
  if (room === 'articles' && slug) return (await isArticle(getContext().db, slug)) ? null : { status: 404 };
  return room === 'topics' && slug && !TOPIC_ROOMS.includes(slug) ? gateTopic(path, slug) : null;
}

/** Old addresses lead to the topic's present one; authors are not edited here. */
async function gateTopic(path: string, slug: string): Promise<GateAnswer> {
  const topic = await findTopic(getContext().db, slug);
  if (topic.kind === 'author') return { status: 404 };
  if (topic.slug === slug) return null;
  const rest = path.split('/').slice(4);
  return { status: 303, location: ['/admin/topics', topic.slug, ...rest].join('/') };
}

async function gateMailbox(id: string | undefined): Promise<GateAnswer> {
  const { mode, dataDir } = getContext().settings;
  const isThere = mode === 'local' && (!id || (await getOutboxMail(dataDir, id)) !== null);
  return isThere ? null : { status: 404 };
}

async function user(cookieHeader: string) {
  const { db, settings } = getContext();
  const token = readSessionToken(cookieHeader, settings);
  return token ? getSessionUser(db, token) : null;
}

function signInPath(path: string): string {
  return `/signin?${new URLSearchParams({ returnTo: path })}`;
}
