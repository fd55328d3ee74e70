import type { Watched } from './watch.ts';

/** Something that looks wrong: who found it, what it is, at which request. */
export type Finding = { by: string; what: string; where: string; detail: string };
/** A finding that is none, and why. `where` is held against the request and the details. */
export type Explained = { what: RegExp; where: RegExp; why: string };

/** All that one tool sent in one role. */
export type Run = { name: string; watched: Watched };

/** Above this share of 429 a run has met a limit instead of the site. */
const MAX_LIMITED = 0.3;

/** What the tools say that is as it is to be. SECURITY.md says the same to people. */
export const EXPLAINED: Explained[] = [
  {
    what: /^Cross Site Request Forgery$/,
    where: /^POST \/api\//,
    why: 'A write is refused unless its Origin is the site’s own (T16), so forms need no token.',
  },
  {
    what: /^HTTP Secure Headers$/,
    where: /^GET \/.*(?:X-XSS-Protection|Strict-Transport-Security) is not set$/,
    why: 'X-XSS-Protection is of browsers that are gone; in its place is a policy that allows no script but ours (T26). Strict-Transport-Security is sent over https, which the attack does without.',
  },
  {
    what: /^Secure Flag cookie$/,
    where: /Secure flag is not set in the cookie : (?:typed|session|signed-in)$/,
    why: 'Cookies are Secure where the site’s address is https; the attack does without.',
  },
  {
    what: /^the server logged a failure$/,
    where: /^⨯ internal image response failed/,
    why: 'Next writes a line for each resized photo that is asked for and is not there; the answer is a 4xx.',
  },
];

export type Judged = Finding & { count: number; why: string | null };

/** Each kind of finding once, with how often it was met and the reason for it, if there is one. */
export function judge(findings: Finding[], explained = EXPLAINED): Judged[] {
  const kinds = new Map<string, Judged>();
  for (const finding of findings) {
    const { by, what, where, detail } = finding;
    const said = `${where} ${detail}`;
    const why = explained.find((one) => one.what.test(what) && one.where.test(said))?.why ?? null;
    const kind = `${by} ${what} ${why ?? where.split('?')[0]}`;
    const known = kinds.get(kind);
    if (known) known.count += 1;
    else kinds.set(kind, { ...finding, count: 1, why });
  }
  return [...kinds.values()];
}

/** Runs that a limit cut short, as findings: what they did not reach was not attacked. */
export function limitedRuns(runs: Run[]): Finding[] {
  return runs
    .filter(({ watched }) => share(watched, (status) => status === 429) > MAX_LIMITED)
    .map(({ name }) => ({
      by: name,
      what: 'mostly 429',
      where: '',
      detail: 'too few answers are those of a page',
    }));
}

/** The runs as lines of a table: how many requests, and which share had which status. */
export function tableOfRuns(runs: Run[]): string {
  const lines = runs.map(({ name, watched }) => {
    const shares = [...watched.statuses]
      .sort(([a], [b]) => a - b)
      .map(([status]) => `${status}: ${percent(share(watched, (other) => other === status))}`);
    return `${name.padEnd(22)} ${String(requestsOf(watched)).padStart(6)} requests  ${shares.join(', ')}`;
  });
  return `${lines.join('\n')}\n`;
}

/** What was found as lines of a table. */
export function tableOfFindings(judged: Judged[]): string {
  if (judged.length === 0) return 'Nothing was found.\n';
  const lines = judged.map(({ by, what, where, detail, count, why }) =>
    [
      `${why ? 'explained' : 'FOUND'.padEnd(9)}  ${what} (${count} times, ${by})`,
      `  ${where}  ${detail}`,
      ...(why ? [`  ${why}`] : []),
    ].join('\n'),
  );
  return `${lines.join('\n')}\n`;
}

export function requestsOf({ statuses }: Watched): number {
  return [...statuses.values()].reduce((sum, count) => sum + count, 0);
}

function share(watched: Watched, isSuch: (status: number) => boolean): number {
  const such = [...watched.statuses]
    .filter(([status]) => isSuch(status))
    .reduce((sum, [, count]) => sum + count, 0);
  return such / Math.max(1, requestsOf(watched));
}

function percent(part: number): string {
  return part > 0 && part < 0.001 ? '<0.1 %' : `${(part * 100).toFixed(1)} %`;
}
