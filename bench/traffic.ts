import { summarise, type Times } from './figures.ts';
import { sessionToken } from './readers.ts';
import type { Served } from './serving.ts';

/** What readers ask for, mixed as they do. */

const AT_ONCE = 8;
/** Between two requests of one reader, so that others can use the machine. */
const PAUSE_MS = 15;
const READERS = 20;
/** The newest articles of those in bench/newsroom.ts, and the topics that are opened: they fit into the caches, which are full after a minute. */
const ARTICLES = 200;
const OLDER = 2_800;
const TOPICS = 60;

type Ask = { path: string; method?: string; reader?: number; status: number };
/** How many of a hundred requests are such, and what they ask, by their number. */
type Kind = { what: string; share: number; ask: (n: number) => Ask };

const KINDS: Kind[] = [
  {
    what: 'article page',
    share: 32,
    ask: (n) => ({ path: `/article/bench-article-${OLDER + drawn(n, ARTICLES)}`, status: 200 }),
  },
  { what: 'front page', share: 10, ask: () => ({ path: '/', status: 200 }) },
  {
    what: 'topic page',
    share: 10,
    ask: (n) => ({ path: `/topic/bench-topic-${drawn(n, TOPICS)}`, status: 200 }),
  },
  { what: 'search', share: 5, ask: (n) => ({ path: `/search?q=word${drawn(n, 3_000)}`, status: 200 }) },
  { what: 'unknown slug', share: 8, ask: (n) => ({ path: `/article/nothing-${n}`, status: 404 }) },
  { what: '/api/me', share: 13, ask: (n) => ({ path: '/api/me', reader: n, status: 200 }) },
  { what: '/api/feed', share: 10, ask: (n) => ({ path: '/api/feed?limit=20', reader: n, status: 200 }) },
  { what: '/following', share: 6, ask: (n) => ({ path: '/following', reader: n, status: 200 }) },
  { what: 'follow', share: 3, ask: (n) => ({ ...followed(n), method: 'PUT' }) },
  { what: 'unfollow', share: 3, ask: (n) => ({ ...followed(n), method: 'DELETE' }) },
];

/** What became of the requests of one kind. */
export type Answered = { what: string; times: Times; failures: string[] };

export type Traffic = {
  /** Waits until all that was asked for is answered, and asks for nothing more until `goOn`. */
  pause(): Promise<void>;
  goOn(): void;
  /** Ends it, and says what became of it. */
  end(): Promise<Answered[]>;
};

/** Has readers ask for all of this, one after the other each, until it is ended. */
export function startTraffic(site: Served): Traffic {
  const answered = new Map(
    KINDS.map(({ what }) => [what, { times: [] as number[], failures: [] as string[] }]),
  );
  let next = 0;
  let isOver = false;
  let isPaused = false;
  let atWork = 0;
  const worker = async () => {
    while (!isOver) {
      if (isPaused) {
        await wait(PAUSE_MS);
        continue;
      }
      const n = next++;
      const kind = kindOf(n);
      const mine = answered.get(kind.what);
      atWork += 1;
      const startedAt = performance.now();
      const problem = await send(site, kind.ask(n));
      atWork -= 1;
      mine?.times.push(performance.now() - startedAt);
      if (problem) mine?.failures.push(problem);
      await wait(PAUSE_MS);
    }
  };
  const workers = Array.from({ length: AT_ONCE }, worker);
  return {
    pause: async () => {
      isPaused = true;
      while (atWork > 0) await wait(PAUSE_MS);
    },
    goOn: () => {
      isPaused = false;
    },
    end: async () => {
      isOver = true;
      await Promise.all(workers);
      return [...answered].map(([what, { times, failures }]) => ({
        what,
        times: summarise(times),
        failures,
      }));
    },
  };
}

/** What was wrong with the answer; null when it was as expected. */
async function send(site: Served, { path, method = 'GET', reader, status }: Ask): Promise<string | null> {
  const cookie =
    reader === undefined ? {} : { cookie: `session=${sessionToken(2, reader % READERS)}; signed-in=1` };
  try {
    const answer = await fetch(site.url + path, { method, headers: { ...cookie, origin: site.url } });
    await answer.arrayBuffer();
    return answer.status === status ? null : `${method} ${path}: ${answer.status}`;
  } catch (error) {
    return `${method} ${path}: ${String(error)}`;
  }
}

function kindOf(n: number): Kind {
  let rest = drawn(n, 100);
  const kind = KINDS.find(({ share }) => {
    rest -= share;
    return rest < 1;
  });
  return kind ?? (KINDS[0] as Kind);
}

function followed(n: number): Ask {
  return { path: `/api/follows/bench-topic-${drawn(n, 40)}`, reader: n, status: 204 };
}

/** A number from 1 to `most` that looks drawn, the same for the same `n`, and another for another `most`. */
function drawn(n: number, most: number): number {
  let mixed = Math.imul(n * 1_009 + most, 2_654_435_761);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_507);
  return 1 + (((mixed ^ (mixed >>> 13)) >>> 0) % most);
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
