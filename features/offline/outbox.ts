import { type Wish, wishOf } from './wishes.ts';

/** A request that waits, and whose it is: the address its reader signs in with. */
export type Waiting = { request: Request; metadata?: unknown };

/** What keeps the waiting requests in order across restarts of the browser (Serwist's queue). */
export interface WaitingLine {
  getAll(): Promise<Waiting[]>;
  pushRequest(entry: Waiting): Promise<void>;
  shiftRequest(): Promise<Waiting | undefined>;
}

/** How sending went: which wishes the server took, and which it refused for good. */
export type Sent = { sent: Wish[]; refused: Wish[] };

/** Not now: the network or the server is not there. What waits goes on waiting. */
export class NotNow extends Error {}

/**
 * The wishes made while there was no network. They are sent in the order in which they were made, each
 * taken off only when the server has answered, so that a browser that is closed halfway sends it again
 * rather than never. What another reader of this browser left is dropped, never sent in one's name.
 */
export class Outbox {
  readonly #line: WaitingLine;
  readonly #send: (request: Request) => Promise<Response>;
  readonly #readerNow: () => Promise<string | null>;
  #sending: Promise<Sent> | null = null;

  /** `readerNow` asks the server who is signed in; it rejects when there is no answer. */
  constructor(
    line: WaitingLine,
    send: (request: Request) => Promise<Response>,
    readerNow: () => Promise<string | null>,
  ) {
    this.#line = line;
    this.#send = send;
    this.#readerNow = readerNow;
  }

  /** What waits, the oldest first. */
  async wishes(): Promise<Wish[]> {
    const waiting = await this.#line.getAll();
    return waiting.flatMap(({ request }) => wishOf(request) ?? []);
  }

  /** Has a request wait behind those that wait already. */
  async keep(request: Request, reader: string): Promise<void> {
    await this.#line.pushRequest({ request, metadata: { reader } });
  }

  /** Forgets all that waits. */
  async clear(): Promise<void> {
    while (await this.#line.shiftRequest());
  }

  /** Sends what waits, once at a time. @throws NotNow when it has to wait longer */
  sendAll(): Promise<Sent> {
    this.#sending ??= this.#sendInTurn().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendInTurn(): Promise<Sent> {
    const outcome: Sent = { sent: [], refused: [] };
    if ((await this.#line.getAll()).length === 0) return outcome;
    const reader = await this.#readerNow();
    for (;;) {
      const [first] = await this.#line.getAll();
      if (!first) return outcome;
      if (reader !== null && isOf(first, reader)) await this.#sendOne(first.request, outcome);
      await this.#line.shiftRequest();
    }
  }

  async #sendOne(request: Request, outcome: Sent): Promise<void> {
    const response = await this.#send(request.clone()).catch(() => {
      throw new NotNow();
    });
    if (response.status >= 500 || response.status === 429) throw new NotNow();
    const wish = wishOf(request);
    if (wish) (response.ok ? outcome.sent : outcome.refused).push(wish);
  }
}

function isOf({ metadata }: Waiting, reader: string): boolean {
  return (metadata as { reader?: unknown } | undefined)?.reader === reader;
}
