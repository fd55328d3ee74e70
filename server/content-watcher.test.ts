import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ContentWatcher, watchContent } from './content-watcher.ts';

const NOTHING = { added: [], changed: [], withdrawn: [], released: [], tags: [], nextDueAt: null };
const TROUBLE = {
  title: 'The content folder has 1 mistake.',
  mistakes: [{ file: 'articles/a.md', line: 3, message: 'dek is missing' }],
  nextDueAt: null,
};

let dir: string;
let server: Server;
let watcher: ContentWatcher | undefined;
let requests: IncomingMessage[];
let answer: (response: ServerResponse, count: number) => void;
let lines: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'your-globe-watch-'));
  await mkdir(join(dir, 'articles'));
  [requests, lines] = [[], []];
  answer = (response) => json(response, 200, NOTHING);
  server = createServer((request, response) => {
    requests.push(request);
    answer(response, requests.length);
    server.emit('asked');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  await watcher?.stop();
  watcher = undefined;
  server.closeAllConnections();
  server.close();
  await rm(dir, { recursive: true, force: true });
});

function watch(): ContentWatcher {
  const { port } = server.address() as AddressInfo;
  const log = (line: string) => {
    lines.push(line);
    server.emit('logged');
  };
  watcher = watchContent({ contentDir: dir, origin: `http://127.0.0.1:${port}`, key: 'the.key', log });
  return watcher;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

const asked = () => once(server, 'asked', { signal: AbortSignal.timeout(20_000) });
const logged = () => once(server, 'logged', { signal: AbortSignal.timeout(20_000) });

describe('watchContent', () => {
  test('publishes on demand, with the key, and tells what happened', async () => {
    const nextDueAt = '2099-01-01T00:00:00.000Z';
    answer = (response) => json(response, 200, { ...NOTHING, added: ['a'], released: ['a'], nextDueAt });
    const result = await watch().publishNow();
    expect(result.nextDueAt).toEqual(new Date(nextDueAt));
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/api/internal/publish' });
    expect(requests[0]?.headers.authorization).toBe('Bearer the.key');
    expect(lines).toEqual(['Published: 1 added (a), 1 released (a).']);
  });

  test('publishes by itself when a file is written, renamed or removed, in a new folder too', async () => {
    await watch().publishNow();
    for (const change of [
      () => writeFile(join(dir, 'articles/a.md'), 'one'),
      () => rename(join(dir, 'articles/a.md'), join(dir, 'articles/b.md')),
      () => rm(join(dir, 'articles/b.md')),
      () => mkdir(join(dir, 'photos')),
      () => writeFile(join(dir, 'photos/a.webp'), 'one'),
    ]) {
      const next = asked();
      await change();
      await next;
    }
    expect(requests.length).toBeGreaterThanOrEqual(6);
  });

  test('takes a burst of changes as one', async () => {
    await watch().publishNow();
    const next = asked();
    await Promise.all(Array.from({ length: 50 }, (_, n) => writeFile(join(dir, `articles/${n}.md`), 'x')));
    await next;
    await watcher?.stop();
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  test('calls that come while one runs share the next', async () => {
    const held: ServerResponse[] = [];
    answer = (response, count) => (count === 1 ? held.push(response) : json(response, 200, NOTHING));
    const { publishNow } = watch();
    const next = asked();
    const first = publishNow();
    await next;
    const others = [publishNow(), publishNow(), publishNow()];
    for (const response of held) json(response, 200, NOTHING);
    await Promise.all([first, ...others]);
    expect(requests).toHaveLength(2);
  });

  test('tells mistakes as file:line message, once for as long as they are the same', async () => {
    answer = (response) => json(response, 422, TROUBLE);
    const { publishNow } = watch();
    await expect(publishNow()).rejects.toThrow('The content folder has 1 mistake.');
    await expect(publishNow()).rejects.toThrow('The content folder has 1 mistake.');
    expect(lines).toEqual([
      'The content folder has 1 mistake. Nothing of it was published:',
      'articles/a.md:3 dek is missing',
    ]);
    answer = (response) => json(response, 200, NOTHING);
    await publishNow();
    answer = (response) => json(response, 422, TROUBLE);
    await expect(publishNow()).rejects.toThrow();
    expect(lines).toHaveLength(4);
  });

  test('T20 asks again once the next article is due, and not before', async () => {
    const dueAt = new Date(Date.now() + 400);
    const times: number[] = [];
    answer = (response, count) => {
      times.push(Date.now());
      json(response, 200, { ...NOTHING, nextDueAt: count === 1 ? dueAt.toISOString() : null });
    };
    await watch().publishNow();
    await asked();
    expect(times[1]).toBeGreaterThanOrEqual(dueAt.getTime());
  });

  test('tries again when the server fails', async () => {
    await watch().publishNow();
    answer = (response, count) => (count === 2 ? json(response, 503, {}) : json(response, 200, NOTHING));
    const failed = logged();
    await writeFile(join(dir, 'articles/a.md'), 'one');
    await failed;
    expect(lines).toEqual(['Publishing failed and is tried again in 5 s: the server answered 503']);
    await asked();
    expect(requests).toHaveLength(3);
  });

  test('does not need the folder to be there, and is quiet after stop', async () => {
    await rm(dir, { recursive: true });
    const { publishNow, stop } = watch();
    await publishNow();
    await stop();
    await mkdir(dir);
    await expect(publishNow()).rejects.toThrow();
    expect(requests).toHaveLength(1);
    expect(lines).toEqual([]);
  });
});
