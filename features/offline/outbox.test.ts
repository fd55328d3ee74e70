import { beforeEach, describe, expect, it } from 'vitest';
import { NotNow, Outbox, type Waiting } from './outbox.ts';

const READER = 'reader@example.com';
let line: Waiting[];
let sent: string[];
let answer: (request: Request) => Response;
let reader: string | null;

const put = (path: string, method = 'PUT') => new Request(`https://paper.example${path}`, { method });
const name = ({ method, url }: Request) => `${method} ${new URL(url).pathname}`;
const makeOutbox = () =>
  new Outbox(
    {
      getAll: async () => [...line],
      pushRequest: async (entry) => void line.push(entry),
      shiftRequest: async () => line.shift(),
    },
    async (request) => {
      const response = answer(request);
      sent.push(name(request));
      return response;
    },
    async () => reader,
  );

beforeEach(() => {
  line = [];
  sent = [];
  answer = () => new Response(null, { status: 204 });
  reader = READER;
});

describe('the outbox', () => {
  it('sends what waits in the order in which it was wished for', async () => {
    const outbox = makeOutbox();
    await outbox.keep(put('/api/follows/iran'), READER);
    await outbox.keep(put('/api/saved/a-fire'), READER);
    await outbox.keep(put('/api/follows/iran', 'DELETE'), READER);
    expect((await outbox.wishes()).map(({ slug }) => slug)).toEqual(['iran', 'a-fire', 'iran']);
    const outcome = await outbox.sendAll();
    expect(sent).toEqual(['PUT /api/follows/iran', 'PUT /api/saved/a-fire', 'DELETE /api/follows/iran']);
    expect(outcome.sent.map(({ isWanted }) => isWanted)).toEqual([true, true, false]);
    expect(await outbox.wishes()).toEqual([]);
  });

  it.each([
    [
      'the network is gone',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
    ['the server is not ready', () => new Response(null, { status: 503 })],
    ['the server asks to slow down', () => new Response(null, { status: 429 })],
  ])('keeps the one that could not be sent, and all behind it, when %s', async (_, fail) => {
    const outbox = makeOutbox();
    for (const slug of ['a', 'b', 'c']) await outbox.keep(put(`/api/follows/${slug}`), READER);
    answer = (request) => (request.url.endsWith('/b') ? fail() : new Response(null, { status: 204 }));
    await expect(outbox.sendAll()).rejects.toThrow(NotNow);
    expect((await outbox.wishes()).map(({ slug }) => slug)).toEqual(['b', 'c']);
    answer = () => new Response(null, { status: 204 });
    await outbox.sendAll();
    expect(await outbox.wishes()).toEqual([]);
  });

  it('goes on behind what the server refuses for good, and says so', async () => {
    const outbox = makeOutbox();
    for (const slug of ['gone', 'iran']) await outbox.keep(put(`/api/follows/${slug}`), READER);
    answer = (request) => new Response(null, { status: request.url.endsWith('/gone') ? 404 : 204 });
    const { sent: taken, refused } = await outbox.sendAll();
    expect([taken, refused].map((wishes) => wishes.map(({ slug }) => slug))).toEqual([['iran'], ['gone']]);
  });

  it('T14 drops what another reader of this browser wished for, and sends none of it in the name of this one', async () => {
    const outbox = makeOutbox();
    await outbox.keep(put('/api/follows/iran'), 'former@example.com');
    await outbox.keep(put('/api/follows/mars'), READER);
    await outbox.sendAll();
    expect(sent).toEqual(['PUT /api/follows/mars']);
    expect(line).toEqual([]);
  });

  it('drops everything once nobody is signed in', async () => {
    const outbox = makeOutbox();
    await outbox.keep(put('/api/follows/iran'), READER);
    reader = null;
    await outbox.sendAll();
    expect([sent, line]).toEqual([[], []]);
  });

  it('sends each once, however many ask for it at once', async () => {
    const outbox = makeOutbox();
    for (const slug of ['a', 'b']) await outbox.keep(put(`/api/follows/${slug}`), READER);
    await Promise.all([outbox.sendAll(), outbox.sendAll(), outbox.sendAll()]);
    expect(sent).toEqual(['PUT /api/follows/a', 'PUT /api/follows/b']);
  });

  it('clears', async () => {
    const outbox = makeOutbox();
    await outbox.keep(put('/api/follows/iran'), READER);
    await outbox.clear();
    expect(await outbox.wishes()).toEqual([]);
  });
});
