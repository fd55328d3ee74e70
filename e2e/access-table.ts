/** Who asks, weakest first. */
export const ROLES = ['anonymous', 'reader', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type Method = (typeof METHODS)[number];

/** A status; with where a redirect leads: the beginning of its Location. */
export type Expected = number | [status: number, location: string];
/** One answer for all, or one for visitors, one for readers, one for editors, and one for admins where theirs is another. */
export type ByRole = Expected | Answers;
type Answers = [visitor: Expected, reader: Expected, editor: Expected, admin?: Expected];

/** What a request needs to be a good one, made by the test beforehand. `merge` is for the staff alone. */
export type Needs = {
  role: Role;
  photo: string;
  mail: string;
  seenUpTo: string;
  /** The mark of what a feed page showed, and the way back from having marked it as read. */
  shown: string;
  marked: string;
  personId: string;
  merge: string;
};

export type Row = {
  /** Addresses of the route. */
  paths: (needs: Needs) => string[];
  /** The methods the file handles. Any other is a 405. */
  handles: Partial<Record<Method, ByRole>>;
  /** Bodies that the route takes, by method. */
  send?: Partial<Record<Method, (needs: Needs) => object>>;
};

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const at = (...paths: string[]) => {
  return () => paths;
};
const page = (paths: string[], answer: ByRole = 200): Row => ({
  paths: () => paths,
  handles: { GET: answer },
});
const signIn = (path: string): Expected => [303, `/signin?returnTo=${encodeURIComponent(path)}`];
const forReaders = (path: string): ByRole => [signIn(path), 200, 200];
const forStaff = (path: string): ByRole => [signIn(path), 404, 200];
/** For those signed in; a visitor is told to sign in. */
const api = (answer: Expected): ByRole => [401, answer, answer];

/** For editors and admins. */
const staffApi = (answer: Expected): ByRole => [401, 403, answer];
let made = 0;

/** The routes of app/, as Next names them without its groups, and what each answers to whom. */
export const PAGES: Record<string, Row> = {
  '/front/[edition]': page(['/', '/front/today']),
  '/directory/[group]': page(['/topics', '/directory/all']),
  '/topics/[order]': page(['/topics/a-z']),
  '/article/[slug]': page(['/article/pompeo-accuses-iran-of-al-qaeda-ties']),
  '/topic/[slug]': page(['/topic/oceans']),
  '/topic/[slug]/before/[position]': page(['/topic/iran/before/99999999999999-1']),
  '/author/[slug]': page(['/author/nora-lindqvist']),
  // A place far in the future: the list from its beginning.
  '/author/[slug]/before/[position]': page(['/author/nora-lindqvist/before/99999999999999-1']),
  '/offline': page(['/offline']),
  '/search': page(['/search', '/search?q=iran', '/search?q=iran&cursor=forged', '/search?q=a%00b']),
  '/following': page(['/following']),
  '/following/manage': page(['/following/manage']),
  '/account': page(['/account'], forReaders('/account')),
  '/saved': page(['/saved', '/saved?q=iran'], forReaders('/saved')),
  '/history': page(['/history', '/history?q=iran'], forReaders('/history')),
  '/account/delete': page(['/account/delete'], forReaders('/account/delete')),
  '/follow/[slug]': page(['/follow/oceans']),
  '/signin': page(['/signin']),
  '/signin/confirm': page(['/signin/confirm']),
  '/newsletters': page(['/newsletters']),
  '/newsletters/confirm': page(['/newsletters/confirm']),
  '/newsletters/unsubscribe': page(['/newsletters/unsubscribe']),
  '/admin/topics': page(['/admin/topics'], forStaff('/admin/topics')),
  '/admin/topics/new': page(['/admin/topics/new'], forStaff('/admin/topics/new')),
  '/admin/topics/tree': page(['/admin/topics/tree'], forStaff('/admin/topics/tree')),
  '/admin/topics/[slug]': page(['/admin/topics/lebanon'], forStaff('/admin/topics/lebanon')),
  '/admin/topics/[slug]/merge': page(['/admin/topics/oceans/merge'], forStaff('/admin/topics/oceans/merge')),
  '/admin/topics/[slug]/articles': page(
    ['/admin/topics/oceans/articles'],
    forStaff('/admin/topics/oceans/articles'),
  ),
  '/admin/articles/[slug]/topics': page(
    ['/admin/articles/pompeo-accuses-iran-of-al-qaeda-ties/topics'],
    forStaff('/admin/articles/pompeo-accuses-iran-of-al-qaeda-ties/topics'),
  ),
  '/admin/merges': page(['/admin/merges'], forStaff('/admin/merges')),
  '/admin/insights': page(['/admin/insights', '/admin/insights?days=7'], forStaff('/admin/insights')),
  '/admin/audit': page(['/admin/audit', '/admin/audit?topic=oceans'], forStaff('/admin/audit')),
  '/admin/people': page(['/admin/people', '/admin/people?q=table'], [signIn('/admin/people'), 404, 404, 200]),
  // Local mode's mailbox is open to whoever sits at the computer; server mode has none (below).
  '/mailbox': page(['/mailbox']),
  '/mailbox/[id]': { paths: ({ mail }) => [`/mailbox/${mail}`], handles: { GET: 200 } },
};

export const HANDLERS: Record<string, Row> = {
  '/healthz': { paths: at('/healthz'), handles: { GET: 200 } },
  '/readyz': { paths: at('/readyz'), handles: { GET: 200 } },
  '/media/[...path]': { paths: ({ photo }) => [photo], handles: { GET: 200, HEAD: 200 } },
  // One reader's, by a secret address; nobody has this one.
  '/feeds/[file]': { paths: at(`/feeds/${'x'.repeat(43)}.xml`), handles: { GET: 404 } },
  // What other machines read of the paper.
  '/feed.xml': { paths: at('/feed.xml'), handles: { GET: 200 } },
  '/feed.json': { paths: at('/feed.json'), handles: { GET: 200 } },
  '/topic/[slug]/feed.xml': { paths: at('/topic/oceans/feed.xml'), handles: { GET: 200 } },
  '/topic/[slug]/feed.json': { paths: at('/topic/oceans/feed.json'), handles: { GET: 200 } },
  '/author/[slug]/feed.xml': { paths: at('/author/nora-lindqvist/feed.xml'), handles: { GET: 200 } },
  '/author/[slug]/feed.json': { paths: at('/author/nora-lindqvist/feed.json'), handles: { GET: 200 } },
  '/sitemap.xml': { paths: at('/sitemap.xml'), handles: { GET: 200 } },
  '/sitemap/[part]': { paths: at('/sitemap/pages.xml', '/sitemap/articles-1.xml'), handles: { GET: 200 } },
  '/news-sitemap.xml': { paths: at('/news-sitemap.xml'), handles: { GET: 200 } },
  // An address of a picture that was leads to the one that is.
  '/preview/[kind]/[slug]/[file]': {
    paths: at('/preview/topic/oceans/before.jpg', '/preview/author/nora-lindqvist/before.jpg'),
    handles: { GET: [307, '/preview/'] },
  },
  '/sw.js': { paths: at('/sw.js'), handles: { GET: 200 } },
  '/robots.txt': { paths: at('/robots.txt'), handles: { GET: 200 } },
  '/api/articles/[slug]': {
    paths: at('/api/articles/pompeo-accuses-iran-of-al-qaeda-ties'),
    handles: { GET: 200 },
  },
  '/api/articles/[slug]/neighbours': {
    paths: at('/api/articles/pompeo-accuses-iran-of-al-qaeda-ties/neighbours?topic=iran'),
    handles: { GET: api(200) },
  },
  '/api/topics': { paths: at('/api/topics', '/api/topics?q=iran&limit=5'), handles: { GET: 200 } },
  '/api/openapi.json': { paths: at('/api/openapi.json'), handles: { GET: 200 } },
  '/api/me': {
    paths: at('/api/me', '/api/me?article=pompeo-accuses-iran-of-al-qaeda-ties'),
    handles: { GET: 200 },
  },
  '/api/saved': { paths: at('/api/saved', '/api/saved?q=iran&limit=5'), handles: { GET: api(200) } },
  '/api/saved/[slug]': {
    paths: at('/api/saved/fire-at-notre-dame', '/api/saved/fire-at-notre-dame?at=2021-01-12T00:00:00Z'),
    handles: { PUT: api(204), DELETE: api(204) },
  },
  '/api/save': {
    paths: at('/api/save'),
    handles: {
      POST: [
        [303, '/signin?returnTo=%2Farticle%2Ffire-at-notre-dame'],
        [303, '/saved?removed=fire-at-notre-dame'],
        [303, '/saved?removed=fire-at-notre-dame'],
      ],
    },
    send: { POST: () => form({ article: 'fire-at-notre-dame', wanted: 'remove' }) },
  },
  '/api/reads': { paths: at('/api/reads', '/api/reads?q=iran&limit=5'), handles: { GET: api(200) } },
  '/api/read': {
    paths: at('/api/read'),
    handles: {
      POST: [
        [303, '/signin?returnTo=%2Fhistory'],
        [303, '/history'],
        [303, '/history'],
      ],
    },
    send: { POST: () => form({ article: 'fire-at-notre-dame', wanted: 'read' }) },
  },
  '/api/feed/read': {
    paths: at('/api/feed/read'),
    handles: { POST: api(200) },
    send: { POST: ({ shown }) => ({ shown }) },
  },
  '/api/feed/read/undo': {
    paths: at('/api/feed/read/undo'),
    handles: { POST: api(204) },
    send: { POST: ({ marked }) => ({ undo: marked }) },
  },
  '/api/account/history/clear': {
    paths: at('/api/account/history/clear'),
    handles: {
      POST: [
        [303, '/signin?returnTo=%2Fhistory'],
        [303, '/history?cleared=1'],
        [303, '/history?cleared=1'],
      ],
    },
    send: { POST: () => form({}) },
  },
  '/api/reads/[slug]': {
    paths: at('/api/reads/pompeo-accuses-iran-of-al-qaeda-ties'),
    handles: { PUT: api(204), DELETE: api(204) },
  },
  '/api/account/history': {
    paths: at('/api/account/history'),
    handles: {
      POST: [signIn('/account'), [303, '/account?saved=history-on'], [303, '/account?saved=history-on']],
    },
    send: { POST: () => form({ keepsHistory: 'on' }) },
  },
  '/api/account': {
    paths: at('/api/account'),
    handles: {
      PATCH: api(204),
      POST: [signIn('/account'), [303, '/account?saved=1'], [303, '/account?saved=1']],
    },
    send: { PATCH: () => ({ name: 'A Reader' }), POST: () => form({ name: 'A Reader' }) },
  },
  '/api/account/feed': {
    paths: at('/api/account/feed'),
    handles: {
      POST: [signIn('/account'), [303, '/account?saved=feed-made'], [303, '/account?saved=feed-made']],
    },
    send: { POST: () => form({ wanted: 'make' }) },
  },
  '/api/account/sessions': {
    paths: at('/api/account/sessions'),
    handles: {
      POST: [signIn('/account'), [303, '/account?saved=sessions'], [303, '/account?saved=sessions']],
    },
    send: { POST: () => form({ session: 'others' }) },
  },
  '/api/account/export': { paths: at('/api/account/export'), handles: { GET: api(200) } },
  // What was typed is not the address: nobody is deleted by a table.
  '/api/account/deletion': {
    paths: at('/api/account/deletion'),
    handles: {
      POST: [signIn('/account'), [303, '/account/delete?error=email'], [303, '/account/delete?error=email']],
    },
    send: { POST: () => form({ wanted: 'delete', email: 'someone@example.com' }) },
  },
  '/api/follows': { paths: at('/api/follows'), handles: { GET: api(200) } },
  '/api/follows/import': {
    paths: at('/api/follows/import'),
    handles: { POST: api(200) },
    send: { POST: () => ({ topics: ['oceans'] }) },
  },
  '/api/follows/[slug]': {
    paths: at('/api/follows/oceans'),
    handles: { PUT: api(204), DELETE: api(204) },
  },
  '/api/follows/[slug]/retirement-told': {
    paths: at('/api/follows/oceans/retirement-told'),
    handles: { PUT: api(204) },
  },
  '/api/follows/[slug]/snooze': {
    // Everyone who asks here follows it.
    paths: at('/api/follows/world/snooze'),
    handles: { PUT: api(200), DELETE: api(204) },
    send: { PUT: () => ({ for: 'day' }) },
  },
  '/api/snooze': {
    paths: at('/api/snooze'),
    handles: {
      POST: [
        [303, '/signin?returnTo=%2Ffollow%2Flebanon'],
        [303, '/follow/lebanon'],
        [303, '/follow/lebanon'],
      ],
    },
    send: { POST: () => form({ topic: 'lebanon', wanted: 'wake' }) },
  },
  '/api/follow-suggestions': { paths: at('/api/follow-suggestions'), handles: { GET: api(200) } },
  '/api/follow': {
    paths: at('/api/follow'),
    handles: {
      POST: [
        [303, '/signin?follow=oceans'],
        [303, '/follow/oceans'],
        [303, '/follow/oceans'],
      ],
    },
    send: { POST: () => form({ topic: 'oceans', wanted: 'follow' }) },
  },
  '/api/following/export.opml': { paths: at('/api/following/export.opml'), handles: { GET: api(200) } },
  '/api/following/export.json': { paths: at('/api/following/export.json'), handles: { GET: api(200) } },
  '/api/following/import': {
    paths: at('/api/following/import'),
    handles: { POST: api(200) },
    send: { POST: () => ({ follows: [] }) },
  },
  '/api/mutes': { paths: at('/api/mutes'), handles: { GET: api(200) } },
  '/api/mutes/[slug]': {
    paths: at('/api/mutes/lebanon'),
    handles: { PUT: api(204), DELETE: api(204) },
  },
  '/api/mute': {
    paths: at('/api/mute'),
    handles: {
      POST: [
        [303, '/signin?returnTo=%2Ffollow%2Flebanon'],
        [303, '/follow/lebanon'],
        [303, '/follow/lebanon'],
      ],
    },
    send: { POST: () => form({ topic: 'lebanon', wanted: 'unmute' }) },
  },
  '/api/feed': { paths: at('/api/feed', '/api/feed?limit=5'), handles: { GET: api(200) } },
  '/api/feed/preview': { paths: at('/api/feed/preview?topics=oceans'), handles: { GET: 200 } },
  '/api/feed/new-count': {
    paths: ({ seenUpTo }) => ['/api/feed/new-count', `/api/feed/new-count?after=${seenUpTo}&topic=world`],
    handles: { GET: api(200) },
  },
  '/api/feed/seen': {
    paths: at('/api/feed/seen'),
    handles: { POST: api(204) },
    send: { POST: ({ seenUpTo }) => ({ upTo: seenUpTo }) },
  },
  '/api/feed/folding': {
    paths: at('/api/feed/folding'),
    handles: { PUT: api(204) },
    send: { PUT: () => ({ folds: true }) },
  },
  '/api/folding': {
    paths: at('/api/folding'),
    handles: {
      POST: [
        [303, '/signin?returnTo=%2Ffollowing'],
        [303, '/following'],
        [303, '/following'],
      ],
    },
    send: { POST: () => form({ folds: 'on' }) },
  },
  '/api/admin/insights': {
    paths: at('/api/admin/insights', '/api/admin/insights?days=90&sort=-followers'),
    handles: { GET: staffApi(200) },
  },
  '/api/admin/insights.csv': { paths: at('/api/admin/insights.csv'), handles: { GET: staffApi(200) } },
  '/api/admin/audit': {
    paths: at('/api/admin/audit', '/api/admin/audit?topic=oceans'),
    handles: { GET: [401, 403, 200] },
  },
  '/api/admin/audit.csv': { paths: at('/api/admin/audit.csv'), handles: { GET: [401, 403, 200] } },
  // No job is there; what a reader is told of one that is, e2e/server/jobs.spec.ts shows.
  '/api/admin/jobs/[id]': {
    paths: at('/api/admin/jobs/01900000-0000-7000-8000-000000000000'),
    handles: { GET: [401, 404, 404] },
  },
  '/api/admin/people': {
    paths: at('/api/admin/people', '/api/admin/people?q=table'),
    handles: { GET: [401, 403, 403, 200] },
  },
  '/api/admin/people/[id]/role': {
    paths: ({ personId }) => [`/api/admin/people/${personId}/role`],
    handles: { PUT: [401, 403, 403, 204] },
    send: { PUT: () => ({ role: 'reader' }) },
  },
  '/api/admin/topics/[slug]/merge': {
    paths: at('/api/admin/topics/oceans/merge'),
    handles: { POST: [401, 403, 200] },
    send: { POST: () => ({ into: 'iran', dryRun: true }) },
  },
  '/api/admin/topics/[slug]/articles': {
    paths: at('/api/admin/topics/oceans/articles', '/api/admin/topics/oceans/articles?q=sea'),
    handles: { GET: staffApi(200), POST: staffApi(200) },
    send: { POST: () => ({ add: [], remove: [] }) },
  },
  '/api/admin/articles': {
    paths: at('/api/admin/articles', '/api/admin/articles?q=iran'),
    handles: { GET: staffApi(200) },
  },
  '/api/admin/articles/[slug]/topics': {
    paths: at('/api/admin/articles/pompeo-accuses-iran-of-al-qaeda-ties/topics'),
    // The change is made on a version that never was.
    handles: { GET: staffApi(200), PUT: staffApi(409), DELETE: staffApi(200) },
    send: { PUT: () => ({ topics: ['oceans'], version: 'never' }) },
  },
  '/api/admin/merges': {
    paths: at('/api/admin/merges', '/api/admin/merges?before=5'),
    handles: { GET: [401, 403, 200] },
  },
  '/api/admin/merges/[id]/undo': {
    paths: ({ merge }) => [`/api/admin/merges/${merge}/undo`],
    handles: { POST: [401, 403, 204] },
  },
  '/api/admin/topics': {
    paths: at('/api/admin/topics'),
    handles: { GET: staffApi(200), POST: staffApi(201) },
    send: {
      POST: ({ role }) => ({ name: `Table of ${role} ${process.pid} ${++made}`, kind: 'topic' }),
    },
  },
  '/api/admin/topics/[slug]': {
    paths: at('/api/admin/topics/lebanon'),
    // The change is made on a version that never was.
    handles: { GET: staffApi(200), PATCH: staffApi(409), DELETE: staffApi(204) },
    send: { PATCH: () => ({ version: 0, description: 'Never.' }) },
  },
  '/api/signin': {
    paths: at('/api/signin'),
    handles: { POST: 202 },
    send: { POST: ({ role }) => ({ email: `asked-by-${role}-${process.pid}@example.com` }) },
  },
  '/api/signin/confirm': {
    paths: at('/api/signin/confirm'),
    handles: { POST: [303, '/signin/confirm'] },
    send: { POST: () => form({ token: 'unknown', email: 'reader@example.com' }) },
  },
  '/api/newsletters/subscribe': {
    paths: at('/api/newsletters/subscribe'),
    handles: { POST: 202 },
    send: {
      POST: ({ role }) => ({ newsletter: 'morning', email: `letters-${role}-${process.pid}@example.com` }),
    },
  },
  '/api/newsletters/confirm': {
    paths: at('/api/newsletters/confirm'),
    handles: { POST: 404 },
    send: { POST: () => form({ token: 'unknown' }) },
  },
  '/api/newsletters/unsubscribe': {
    paths: at('/api/newsletters/unsubscribe'),
    handles: { POST: 404 },
    send: { POST: () => form({ token: 'unknown' }) },
  },
  // Takes the server's own key and nobody's session, the admin's included.
  '/api/internal/expire': { paths: at('/api/internal/expire'), handles: { POST: 401 } },
  '/api/internal/publish': { paths: at('/api/internal/publish'), handles: { POST: 401 } },
  // Last, because it signs everyone out.
  '/api/signout': { paths: at('/api/signout'), handles: { POST: 204 } },
};

/** What `role` is to be told. OPTIONS of the API names a route's methods; HEAD is as GET. */
export function expected(row: Row, isApi: boolean, method: Method, role: Role): Expected {
  const answer = row.handles[method] ?? (method === 'HEAD' ? row.handles.GET : undefined);
  if (answer === undefined) return method === 'OPTIONS' && isApi ? 204 : 405;
  if (!isByRole(answer)) return answer;
  const [visitor, reader, editor, admin = editor] = answer;
  return { anonymous: visitor, reader, editor, admin }[role];
}

function isByRole(answer: ByRole): answer is Answers {
  return Array.isArray(answer) && answer.length > 2;
}
