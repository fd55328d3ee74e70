/**
 * `npm run bench -- --size full|small`: what PERFORMANCE asks for, measured on the built site beside a
 * bare Next of the same version, as one report. With `--write` it goes to docs/performance.md with its
 * plots. Started by scripts/bench.mjs, which builds and finds a PostgreSQL (DATABASE_URL: a server whose
 * databases named `bench_…` are this program's).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDatabase, describeServer } from './database.ts';
import type { Section } from './figures.ts';
import { load } from './load.ts';
import { FULL_SIZE, SMALL_SIZE } from './newsroom.ts';
import { type BarPlot, drawBars } from './plots.ts';
import { measureQueries, type QueryFigures } from './queries.ts';
import { describeConditions, saveDocument, writeReport } from './report.ts';
import { measureSearches } from './searches.ts';
import {
  type DuelFigures,
  lifeSection,
  lighthouseSection,
  loadSection,
  newsroomSection,
  querySection,
  searchSection,
  weightSection,
} from './sections.ts';
import { serveBare, serveSite } from './serving.ts';
import { chromiumPath, inChromium } from './weights.ts';

const RUNS = {
  small: { sizes: [SMALL_SIZE], samples: 6, pageTimes: 2, load: { connections: [8], seconds: 1, rounds: 1 } },
  full: {
    // The smaller paper first: what is asked is that the larger one costs no more.
    sizes: [{ ...FULL_SIZE, articles: 100_000, largeArticles: 10_000 }, FULL_SIZE],
    samples: 400,
    pageTimes: 20,
    load: { connections: [1, 8, 64], seconds: 8, rounds: 2 },
  },
};
const DOCS = join(process.cwd(), 'docs');
const MARK = '<!-- measured -->';

const { values } = parseArgs({
  options: { size: { type: 'string', default: 'small' }, write: { type: 'boolean', default: false } },
});
const server = process.env.DATABASE_URL;
const run = values.size === 'full' ? RUNS.full : values.size === 'small' ? RUNS.small : null;
if (!server || !run) {
  process.stderr.write('Run it as npm run bench -- --size full|small [--write].\n');
  process.exit(1);
}
await measure(server, run);
process.exit(0);

async function measure(
  serverUrl: string,
  { sizes, samples, pageTimes, load: options }: (typeof RUNS)['full' | 'small'],
) {
  const sections: Section[] = [];
  const byCorpus: { corpus: number; figures: QueryFigures[] }[] = [];
  let url = '';
  let version = '';
  for (const size of sizes) {
    const database = await benchDatabase(serverUrl, size, say);
    say(`statements at ${size.articles} articles`);
    const figures = await measureQueries(database.db, samples);
    byCorpus.push({ corpus: size.articles, figures });
    sections.push(querySection(size.articles, figures));
    ({ url, version } = { url: database.url, version: await describeServer(database.db) });
    if (size === sizes.at(-1)) {
      say('searches');
      sections.push(searchSection(size.articles, await measureSearches(database.db, samples)));
    }
    await database.close();
  }
  const [bare, site] = [await serveBare(), await serveSite(url)];
  say('newsroom pages');
  sections.push(await newsroomSection(site, pageTimes));
  say('load');
  const { section, figures } = await loadSection(site, bare, options);
  sections.push(section);
  const chromium = chromiumPath();
  if (chromium) {
    say('bytes');
    sections.push(await inChromium(chromium, (browser) => weightSection(browser, site, bare)));
    if (run === RUNS.full) {
      say('Lighthouse');
      sections.push(lighthouseSection(chromium, site, bare));
    }
  }
  const embedded = await serveSite(null);
  await load({ url: `${embedded.url}/` }, { connections: 8, seconds: options.seconds });
  sections.push(lifeSection(site, embedded));
  await Promise.all([site.end(), bare.end(), embedded.end()]);

  const report = writeReport(sections, describeConditions(version));
  process.stdout.write(`\n${report}\n`);
  if (values.write) write(report, [feedPlot(byCorpus), loadPlot(figures)]);
}

function feedPlot(byCorpus: { corpus: number; figures: QueryFigures[] }[]): BarPlot {
  const [first] = byCorpus;
  return {
    title: "The feed's first page, p99",
    unit: 'ms',
    series: byCorpus.map(({ corpus }) => `${corpus.toLocaleString('en')} articles`),
    groups: (first?.figures ?? []).map(({ readerClass }, i) => ({
      label: readerClass,
      values: byCorpus.map(({ figures }) => figures[i]?.first.p99 ?? 0),
    })),
    limit: { at: 3, label: 'budget: 3 ms' },
  };
}

function loadPlot(figures: DuelFigures[]): BarPlot {
  return {
    title: 'Requests a second, 8 at once',
    unit: '/s',
    series: ['Your Globe', 'bare Next'],
    groups: figures
      .filter(({ connections }) => connections === 8)
      .map(({ what, ours, rival }) => ({ label: what, values: [ours.perSecond, rival.perSecond] })),
  };
}

/** Replaces what stands below the mark in docs/performance.md, whose words above it are ours. */
function write(report: string, [feed, throughput]: [BarPlot, BarPlot]): void {
  mkdirSync(join(DOCS, 'performance'), { recursive: true });
  writeFileSync(join(DOCS, 'performance', 'feed.svg'), drawBars(feed));
  writeFileSync(join(DOCS, 'performance', 'load.svg'), drawBars(throughput));
  const file = join(DOCS, 'performance.md');
  const [words = ''] = readFileSync(file, 'utf8').split(MARK);
  const pictures = `![${feed.title}](performance/feed.svg)\n\n![${throughput.title}](performance/load.svg)`;
  saveDocument(file, `${words}${MARK}\n\n${pictures}\n\n${report}\n`);
}

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}
