import { spawnSync } from 'node:child_process';
import { z } from 'zod';

/** Not among the packages, because only measuring needs it and it brings a hundred of its own. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const TIMEOUT_MS = 180_000;

const report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.object({
    'largest-contentful-paint': z.object({ numericValue: z.number() }),
    'total-blocking-time': z.object({ numericValue: z.number() }),
    'cumulative-layout-shift': z.object({ numericValue: z.number() }),
  }),
});

/** Scores from 0 to 100; times in milliseconds. */
export type Scores = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcp: number;
  tbt: number;
  cls: number;
};

/** Lighthouse's mobile profile on this page; null when Lighthouse could not be had or did not finish. */
export function lighthouse(chromium: string, url: string, cookie?: string): Scores | null {
  const args = ['--yes', LIGHTHOUSE, url, '--output=json', '--output-path=stdout', '--quiet'];
  args.push('--chrome-flags=--headless=new --no-sandbox');
  if (cookie) args.push(`--extra-headers=${JSON.stringify({ Cookie: cookie })}`);
  const { stdout } = spawnSync('npx', args, {
    env: { ...process.env, CHROME_PATH: chromium },
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parsed = report.safeParse(parse(stdout));
  if (!parsed.success) return null;
  const { categories, audits } = parsed.data;
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcp: audits['largest-contentful-paint'].numericValue,
    tbt: audits['total-blocking-time'].numericValue,
    cls: audits['cumulative-layout-shift'].numericValue,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
