import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMailer, type Mail } from './mail.service.ts';
import { getOutboxMail, listOutbox, writeToOutbox } from './outbox.service.ts';

const MAIL: Mail = {
  to: 'ann@example.com',
  subject: 'Grüße',
  text: 'Text',
  html: '<p>Text</p>',
  headers: { 'X-Test': '1' },
};
const FROM = 'Your Globe <no-reply@news.example.com>';

describe('mail in local mode', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'outbox-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('is written to the data folder, for its owner only', async () => {
    await createMailer({ mode: 'local', smtpUrl: null, mailFrom: FROM, dataDir }).send(MAIL);
    const [name, ...rest] = await readdir(join(dataDir, 'mail'));
    expect(rest).toEqual([]);
    expect((await stat(join(dataDir, 'mail'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'mail', name ?? ''))).mode & 0o777).toBe(0o600);
    expect(await listOutbox(dataDir)).toEqual([
      { ...MAIL, from: FROM, id: expect.any(String), sentAt: expect.any(String) },
    ]);
  });

  it('is listed newest first, also within a millisecond', async () => {
    const times = [
      '2026-11-20T09:00:00.001Z',
      '2026-11-20T09:00:00.001Z',
      '2026-11-19T09:00:00.000Z',
      '2026-11-20T10:00:00.000Z',
    ];
    for (const [n, time] of times.entries()) {
      await writeToOutbox(dataDir, { ...MAIL, from: FROM, subject: String(n) }, new Date(time));
    }
    expect((await listOutbox(dataDir)).map((mail) => mail.subject)).toEqual(['3', '1', '0', '2']);
  });

  it('is no mail at all in a fresh data folder', async () => {
    expect(await listOutbox(join(dataDir, 'fresh'))).toEqual([]);
  });

  it('does not show other files, whatever the id asked for', async () => {
    await writeToOutbox(dataDir, { ...MAIL, from: FROM });
    await writeFile(join(dataDir, 'secret.json'), '{}');
    await writeFile(join(dataDir, 'mail', 'notes.json'), '{}');
    expect(await listOutbox(dataDir)).toHaveLength(1);
    for (const id of ['../secret', '..%2fsecret', 'notes', '', '20261120T090000001-0001-00000000']) {
      expect(await getOutboxMail(dataDir, id)).toBeNull();
    }
  });
});

describe('mail in server mode', () => {
  let server: Server;
  let received: string;
  let sockets: Socket[];

  /** A mail server just good enough for one mail; `answer` may leave a command without reply. */
  async function listen(answer: (line: string) => string | null): Promise<string> {
    received = '';
    sockets = [];
    server = createServer((socket) => {
      sockets.push(socket);
      let isData = false;
      socket.write('220 test ESMTP\r\n');
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        received += chunk;
        for (const line of String(chunk).split('\r\n').filter(Boolean)) {
          if (isData && line !== '.') continue;
          isData = line === 'DATA';
          const reply = answer(line);
          if (reply) socket.write(`${reply}\r\n`);
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  const send = (smtpUrl: string, mail: Mail = MAIL) =>
    createMailer({ mode: 'server', smtpUrl, mailFrom: FROM, dataDir: '/nowhere' }).send(mail);

  it('is handed to the mail server, with one recipient, as text and HTML', async () => {
    await send(
      await listen((line) => (line === 'DATA' ? '354 go on' : line === 'QUIT' ? '221 bye' : '250 ok')),
    );
    expect(received).toContain('MAIL FROM:<no-reply@news.example.com>');
    expect(received.match(/RCPT TO:.*/g)).toEqual(['RCPT TO:<ann@example.com>']);
    expect(received).toContain('X-Test: 1');
    expect(received).toContain('Content-Type: text/plain');
    expect(received).toContain('Content-Type: text/html');
  });

  it('T8 goes to the one address given, even where that looks like a list', async () => {
    const url = await listen((line) => (line === 'DATA' ? '354 go on' : '250 ok'));
    await send(url, { ...MAIL, to: 'a@x.example,b@evil.example' }).catch(() => undefined);
    expect(received).not.toMatch(/RCPT TO:<b@evil\.example>/);
  });

  it('T43 says that it is unavailable when the mail server refuses', async () => {
    const url = await listen((line) => (line.startsWith('RCPT') ? '550 no such user' : '250 ok'));
    await expect(send(url)).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 60 });
  });

  it('T43 says that it is unavailable after 10 seconds of silence', async () => {
    const url = await listen((line) => (line.startsWith('MAIL') ? null : '250 ok'));
    const started = performance.now();
    await expect(send(url)).rejects.toMatchObject({ code: 'unavailable' });
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 20_000);
});
