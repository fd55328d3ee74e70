import { createServer, type Server, type Socket } from 'node:net';
import type { Mail } from './site.ts';

export type SmtpSink = {
  url: string;
  /** What has arrived, newest first. */
  mails(): Mail[];
  /** Each mail as it came over the wire, newest first. */
  sources(): string[];
  close(): Promise<void>;
};

/** A mail server that takes everything and delivers nothing (RFC 5321, as far as a sender needs it). */
export async function startSmtpSink(): Promise<SmtpSink> {
  const received: { to: string; source: string }[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, (to, source) => received.unshift({ to, source }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => received.map(({ to, source }) => parse(to, source)),
    sources: () => received.map(({ source }) => source),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(socket: Socket, deliver: (to: string, source: string) => void): void {
  let unread = '';
  let recipient = '';
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 sink');
  socket.setEncoding('latin1').on('data', (part: string) => {
    unread += part;
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const end = unread.indexOf(mark);
      if (end < 0) return;
      const text = unread.slice(0, end);
      unread = unread.slice(end + mark.length);
      if (isData) {
        isData = false;
        deliver(recipient, text.replace(/^\.\./gm, '.'));
        say('250 taken');
      } else {
        const verb = text.slice(0, 4).toUpperCase();
        if (verb === 'RCPT') recipient = text.match(/<([^>]*)>/)?.[1] ?? '';
        isData = verb === 'DATA';
        say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok');
        if (verb === 'QUIT') socket.end();
      }
    }
  });
}

function parse(to: string, source: string): Mail {
  const parts = [source, ...source.split(/^--[^\r\n]+$/m)];
  const body = (type: string) => {
    const part = parts.find((candidate) =>
      new RegExp(`^content-type: ${type}`, 'im').test(candidate.trimStart().split('\r\n\r\n')[0] ?? ''),
    );
    const [head = '', ...rest] = (part ?? '').trimStart().split('\r\n\r\n');
    return decode(rest.join('\r\n\r\n'), head);
  };
  return {
    to,
    subject: source.match(/^subject: (.*)$/im)?.[1]?.trim() ?? '',
    text: body('text/plain'),
    html: body('text/html'),
  };
}

function decode(text: string, head: string): string {
  const encoding = head.match(/^content-transfer-encoding: (\S+)/im)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
