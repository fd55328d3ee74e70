import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { nextAdmin, type Site } from './site.ts';
import { mailedLink } from './test.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type Question = {
  method?: string;
  headers?: Record<string, string>;
  /** Text as it is, anything else as JSON, `URLSearchParams` as a form. */
  body?: string | URLSearchParams | object;
  /** What signs a reader in: the value of `signInAs`. */
  cookie?: string | undefined;
};

const READS = ['GET', 'HEAD', 'OPTIONS'];
const WAIT_MS = 30_000;

/**
 * Asks a site exactly what is given, over a connection of its own: nothing normalises the path or
 * follows redirects, and any header can be set, Host included. Writes carry the site's own Origin
 * unless `headers` has another (an empty one: none).
 */
export function ask(
  site: Pick<Site, 'port' | 'url'>,
  path: string,
  { method = 'GET', headers = {}, body, cookie }: Question = {},
): Promise<Answer> {
  const [text, type] = encode(body);
  const all: Record<string, string> = {
    ...(!READS.includes(method) && { origin: site.url }),
    ...(type && { 'content-type': type }),
    ...(cookie && { cookie }),
    // Given here, because a body's absence is announced with some methods and not with others.
    ...(text !== undefined && { 'content-length': String(Buffer.byteLength(text)) }),
    host: `localhost:${site.port}`,
    ...headers,
  };
  for (const [name, value] of Object.entries(all)) if (value === '') delete all[name];
  // As browsers do: a server that answers early, without having read the body, need not close.
  const agent = new Agent({ keepAlive: true });
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: site.port, path, method, headers: all, agent, timeout: WAIT_MS },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} was not answered in time.`)));
    sent.on('error', reject);
    sent.end(text);
  }).finally(() => agent.destroy());
}

function encode(body: Question['body']): [text?: string | undefined, type?: string] {
  if (body === undefined || typeof body === 'string') return [body];
  if (body instanceof URLSearchParams) return [body.toString(), 'application/x-www-form-urlencoded'];
  return [JSON.stringify(body), 'application/json'];
}

/**
 * Asks for a page's data as the router does: each way of asking has a query of its own, which the
 * server redirects to.
 */
export async function askForData(
  site: Pick<Site, 'port' | 'url'>,
  path: string,
  { headers = {}, ...question }: Question = {},
): Promise<Answer> {
  const given = { ...question, headers: { rsc: '1', ...headers } };
  const first = await ask(site, path, given);
  return first.status === 307 ? ask(site, first.headers.location ?? path, given) : first;
}

/** Signs an address in by its mailed link. Returns the Cookie header of that reader. */
export async function signInAs(site: Site, email: string): Promise<string> {
  const asked = await ask(site, '/api/signin', { method: 'POST', body: { email } });
  if (asked.status !== 202) throw new Error(`No link for ${email}: ${asked.status} ${asked.body}`);
  const confirmed = await ask(site, '/api/signin/confirm', {
    method: 'POST',
    body: mailedLink(site, email).searchParams,
  });
  if (confirmed.status !== 303) throw new Error(`${email} is not signed in: ${confirmed.status}`);
  return (confirmed.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

const admins = new Map<string, string>();

/** Signs the example site's admin in, once a site: an address gets only a few links in a while. */
export async function signInAsAdmin(site: Site): Promise<string> {
  const known = admins.get(site.url);
  if (known && (await ask(site, '/api/admin/topics', { cookie: known })).status === 200) return known;
  const cookie = await signInAs(site, nextAdmin());
  admins.set(site.url, cookie);
  return cookie;
}

/** Follows topics, one after the other. */
export async function follow(site: Site, cookie: string, slugs: string[]): Promise<void> {
  for (const slug of slugs) {
    const { status } = await ask(site, `/api/follows/${slug}`, { method: 'PUT', cookie });
    if (status !== 204) throw new Error(`${slug} is not followed: ${status}`);
  }
}
