import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../lib/free-port.ts';
import { ask, signInAs } from '../http.ts';
import { serverEnv } from '../server-mode.ts';
import { type Site, startSite } from '../site.ts';
import { expect, test } from '../test.ts';

const DATABASE = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' };
const SMTP = { SMTP_URL: 'smtp://127.0.0.1:9' };
const POLITE_END_MS = 30_000;

/** How a start that was refused ended. */
async function refusal(
  env: Record<string, string>,
  from?: Site,
): Promise<{ code: number | null; output: string }> {
  const port = await freePort();
  const site = await startSite({ env, wait: false, port, ...(from ? { from } : { isFirst: true }) });
  try {
    if (site.process.exitCode === null)
      await once(site.process, 'close', { signal: AbortSignal.timeout(20_000) });
    return { code: site.process.exitCode, output: site.output() };
  } finally {
    site.process.kill('SIGKILL');
    if (!from) await site.remove();
  }
}

test('T12 it refuses to start on a weak or missing secret, in public without mail, or half configured, and says what to set', async () => {
  const { AUTH_SECRET: _secret, ...noSecret } = serverEnv(3000);
  const full = { ...serverEnv(3000), ...DATABASE, ...SMTP };
  const cases: [string, Record<string, string>, RegExp][] = [
    ['no secret', { ...noSecret, ...DATABASE, ...SMTP }, /AUTH_SECRET must be .*openssl rand/],
    ['a short secret', { ...full, AUTH_SECRET: 'short' }, /AUTH_SECRET must be/],
    ['a dull secret', { ...full, AUTH_SECRET: 'a'.repeat(64) }, /AUTH_SECRET must be/],
    ['a public address with the mailbox on', { HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0 .*mailbox/s],
    ['every address', { HOST: '::' }, /HOST=:: /],
    ['no mail', { ...serverEnv(3000), ...DATABASE }, /SMTP_URL must point/],
    ['no database', { ...serverEnv(3000), ...SMTP }, /DATABASE_URL must point/],
    ['no address', { ...full, APP_URL: '' }, /APP_URL must be/],
    ['another database', { ...full, DATABASE_URL: 'mysql://x/y' }, /DATABASE_URL must point/],
    ['no port', { PORT: 'eighty' }, /PORT must be/],
  ];
  for (const [what, env, message] of cases) {
    const { code, output } = await refusal(env);
    expect(output, what).toMatch(message);
    expect(output, what).not.toMatch(/\n\s+at /);
    expect(code, what).toBe(1);
  }
});

test('T39 told to end, it finishes what it is answering, refuses what comes, and ends with 0; started again it has everything', async () => {
  const site = await startSite();
  try {
    const cookie = await signInAs(site, 'leaving@example.com');
    const body = JSON.stringify({ name: 'Changed while it ended' });
    const inFlight = request({
      port: site.port,
      host: '127.0.0.1',
      path: '/api/account',
      method: 'PATCH',
      headers: {
        cookie,
        origin: site.url,
        host: `localhost:${site.port}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        // The server says "go on" once it has the request: it is in flight from then on.
        expect: '100-continue',
      },
    });
    inFlight.flushHeaders();
    await once(inFlight, 'continue');
    inFlight.write(body.slice(0, 5));
    const reading = Array.from({ length: 20 }, () =>
      ask(site, '/topic/oceans').then(
        ({ status, body: page }) =>
          status === 503 || page.endsWith('</html>') ? 'whole' : `cut off ${status}`,
        (error: NodeJS.ErrnoException) => error.code,
      ),
    );
    const started = Date.now();
    const ended = site.end();

    // Nobody new is let in, though one is still being answered.
    await expect(async () => {
      const late = await ask(site, '/api/me').catch((error: NodeJS.ErrnoException) => error.code);
      expect(typeof late === 'object' ? late?.status : late).toMatch?.(/ECONNREFUSED|ECONNRESET/);
    }).toPass({ timeout: 10_000 });
    expect(site.process.exitCode).toBeNull();
    for (const outcome of await Promise.all(reading)) {
      expect(['whole', 'ECONNREFUSED', 'ECONNRESET']).toContain(outcome);
    }

    inFlight.end(body.slice(5));
    const [response] = (await once(inFlight, 'response')) as [import('node:http').IncomingMessage];
    expect(response.statusCode).toBe(204);
    response.resume();
    expect(await ended).toBe(0);
    expect(Date.now() - started).toBeLessThan(POLITE_END_MS);

    const again = await startSite({ from: site });
    const me = JSON.parse((await ask(again, '/api/me', { cookie })).body) as { user: { name: string } };
    expect(me.user.name).toBe('Changed while it ended');
    expect(await again.end()).toBe(0);
  } finally {
    await site.remove();
  }
});

test('T39 told to end while it publishes for the first time, it ends with 0 too, and nothing is lost or half there', async () => {
  const site = await startSite({ wait: false, isFirst: true });
  try {
    const isListening = () =>
      ask(site, '/healthz')
        .then(({ status }) => status === 200)
        .catch(() => false);
    await expect.poll(isListening, { intervals: [20], timeout: 60_000 }).toBe(true);
    expect(await site.end()).toBe(0);
    expect(site.output(), 'it was still publishing').not.toContain('Your Globe is at');
    const again = await startSite({ from: site });
    expect((await ask(again, '/article/fire-at-notre-dame')).status).toBe(200);
    expect(await again.end()).toBe(0);
  } finally {
    await site.remove();
  }
});

test('T41 a second process on one data folder is refused with a clear message, and harms nothing', async () => {
  const site = await startSite();
  try {
    const cookie = await signInAs(site, 'first@example.com');
    const { code, output } = await refusal({}, site);
    expect(output).toContain(`The data folder ${site.dataDir} is in use by another process of Your Globe.`);
    expect(output).toContain('set DATA_DIR to another folder');
    expect(code).toBe(1);
    expect((await ask(site, '/api/follows/oceans', { method: 'PUT', cookie })).status).toBe(204);
    expect(await site.end()).toBe(0);
  } finally {
    await site.remove();
  }
});

test('started again on its data it shows what changed in the content meanwhile', async () => {
  const site = await startSite();
  try {
    const slug = 'pompeo-accuses-iran-of-al-qaeda-ties';
    const file = join(site.contentDir, 'articles', `${slug}.md`);
    expect(await site.end()).toBe(0);
    const changed = readFileSync(file, 'utf8').replace(
      /^headline: .*$/m,
      'headline: "Changed while nobody was looking"',
    );
    writeFileSync(file, changed);
    site.publish('written-meanwhile', { headline: 'Written meanwhile', topics: ['oceans'] });
    site.withdraw('fire-at-notre-dame');
    const again = await startSite({ from: site });
    expect((await ask(again, `/article/${slug}`)).body).toContain('Changed while nobody was looking');
    expect((await ask(again, '/')).body).toContain('Written meanwhile');
    expect((await ask(again, '/article/fire-at-notre-dame')).status).toBe(404);
    expect(await again.end()).toBe(0);
  } finally {
    await site.remove();
  }
});
