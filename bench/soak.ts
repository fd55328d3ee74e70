/**
 * `npm run soak -- --minutes 10 [--pglite]`: readers of all kinds for some minutes on the built site, and
 * whether its memory grows. With `--write` it goes to docs/performance.md. Started by scripts/bench.mjs,
 * which builds and finds a PostgreSQL (DATABASE_URL, as for bench.ts).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDatabase, describeServer, fillEmbedded } from './database.ts';
import { ms, type Row, type Section } from './figures.ts';
import { SMALL_SIZE } from './newsroom.ts';
import { drawLines, type LinePlot } from './plots.ts';
import { describeConditions, saveDocument, writeReport } from './report.ts';
import { type Served, serveSite } from './serving.ts';
import { type Slope, slopeOf } from './slope.ts';
import { type Answered, startTraffic } from './traffic.ts';

const SAMPLE_MS = 10_000;
const SETTLE_MS = 3_000;
/** Slower growth than this is not told from none in ten minutes. */
const FLAT_MB_A_MINUTE = 1;
const BUDGET_MB = { postgresql: 450, embedded: 900 };
const DOCS = join(process.cwd(), 'docs');

type Sample = { minute: number; resident: number; heap: number };
type Soaked = {
  samples: Sample[];
  answered: Answered[];
  live: { early: number; late: number };
  minutes: number;
};

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    pglite: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const server = process.env.DATABASE_URL;
if (!server || !(minutes > 0 && minutes <= 600)) {
  process.stderr.write('Run it as npm run soak -- --minutes 10 [--pglite] [--write].\n');
  process.exit(1);
}
const kind = values.pglite ? 'embedded' : 'postgresql';
const { site, version } = await (values.pglite ? serveEmbedded() : servePostgres(server));
const soaked = await soak(site);
await site.end();
report(soaked, version);
process.exit(0);

async function servePostgres(url: string): Promise<{ site: Served; version: string }> {
  const database = await benchDatabase(url, SMALL_SIZE, say);
  const version = await describeServer(database.db);
  await database.close();
  return { site: await serveSite(database.url, { isProbed: true }), version };
}

async function serveEmbedded(): Promise<{ site: Served; version: string }> {
  const fill = (dataDir: string) => fillEmbedded(dataDir, SMALL_SIZE, say);
  return { site: await serveSite(null, { fill, isProbed: true }), version: 'embedded (PGlite)' };
}

/** Traffic for the given time. What lives on the heap is measured after a quarter of it, when caches are warm, and at the end. */
async function soak(served: Served): Promise<Soaked> {
  const samples: Sample[] = [];
  const startedAt = performance.now();
  const minute = () => (performance.now() - startedAt) / 60_000;
  const traffic = startTraffic(served);
  const live = async () => {
    await traffic.pause();
    served.collect();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    return served.heap();
  };
  let early = 0;
  while (minute() < minutes) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(SAMPLE_MS, minutes * 6_000)));
    samples.push({ minute: minute(), resident: served.memory(), heap: served.heap() });
    if (early === 0 && minute() >= minutes / 4) {
      early = await live();
      traffic.goOn();
    }
  }
  const late = await live();
  traffic.goOn();
  return { samples, answered: await traffic.end(), live: { early, late }, minutes: minute() };
}

function report({ samples, answered, live, minutes: took }: Soaked, database: string): void {
  const later = samples.filter(({ minute }) => minute >= minutes / 2);
  const slope = (pick: (sample: Sample) => number) =>
    slopeOf(later.map((sample) => [sample.minute, pick(sample)]));
  const peak = Math.max(...samples.map(({ resident }) => resident));
  const requests = answered.reduce((sum, { times }) => sum + times.count, 0);
  const failures = answered.flatMap((one) => one.failures);
  const growth = live.late - live.early;
  const resident = slope((sample) => sample.resident);
  const rows: Row[] = [
    {
      what: 'requests',
      ours: `${requests.toLocaleString('en')}, ${Math.round(requests / took / 60)}/s`,
      isMet: null,
    },
    {
      what: 'answers that were not as expected',
      ours: String(failures.length),
      budget: '0',
      isMet: failures.length === 0,
    },
    {
      what: 'resident memory, highest',
      ours: `${Math.round(peak)} MB`,
      budget: `${BUDGET_MB[kind]} MB`,
      isMet: peak <= BUDGET_MB[kind],
    },
    {
      what: 'resident memory, second half',
      ours: inWords(resident),
      budget: 'flat',
      isMet: isFlat(resident),
    },
    { what: 'heap in use, second half', ours: inWords(slope(({ heap }) => heap)), isMet: null },
    {
      what: 'heap that is needed, after a quarter and at the end',
      ours: `${live.early.toFixed(1)} MB, ${live.late.toFixed(1)} MB`,
      budget: 'flat',
      isMet: growth / (took * 0.75) < FLAT_MB_A_MINUTE,
    },
    ...answered.map(({ what, times }) => ({
      what,
      ours: `${times.count.toLocaleString('en')}: ${ms(times.p50)} / ${ms(times.p99)}`,
      isMet: null,
    })),
  ];
  const section: Section = {
    title: `${Math.round(minutes * 10) / 10} minutes of readers, ${kind === 'embedded' ? 'embedded database' : 'PostgreSQL'}`,
    note: `Eight readers at once ask for all of this in turn, of the 200 newest of ${SMALL_SIZE.articles.toLocaleString('en')} articles and of 60 topics; memory is read every ten seconds. A line fitted through the second half says whether it grows: flat is less than ${FLAT_MB_A_MINUTE} MB a minute, or less than twice the line's uncertainty. Of each kind: how many, p50 / p99.`,
    rows,
  };
  const text = writeReport([section], describeConditions(database));
  process.stdout.write(`\n${text}\n${failures.slice(0, 20).join('\n')}\n`);
  if (values.write) write(text, plotOf(samples));
}

function plotOf(samples: Sample[]): LinePlot {
  return {
    title: `Memory of the server, ${kind === 'embedded' ? 'embedded database' : 'PostgreSQL'}`,
    unit: 'MB',
    timeUnit: 'minutes',
    series: [
      { name: 'resident', points: samples.map(({ minute, resident }) => [minute, resident]) },
      { name: 'heap in use', points: samples.map(({ minute, heap }) => [minute, heap]) },
    ],
    limit: { at: BUDGET_MB[kind], label: `budget: ${BUDGET_MB[kind]} MB` },
  };
}

/** Replaces what stands between the marks of this kind in docs/performance.md. */
function write(text: string, plot: LinePlot): void {
  const name = `soak-${kind}`;
  mkdirSync(join(DOCS, 'performance'), { recursive: true });
  writeFileSync(join(DOCS, 'performance', `${name}.svg`), drawLines(plot));
  const file = join(DOCS, 'performance.md');
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split(`<!-- ${name} -->`);
  const [, after = ''] = rest.split(`<!-- /${name} -->`);
  const picture = `![${plot.title}](performance/${name}.svg)`;
  saveDocument(file, `${before}<!-- ${name} -->\n\n${text}\n\n${picture}\n\n<!-- /${name} -->${after}`);
}

function isFlat({ perMinute, uncertainty }: Slope): boolean {
  return perMinute < Math.max(FLAT_MB_A_MINUTE, 2 * uncertainty);
}

function inWords(slope: Slope): string {
  const { perMinute, uncertainty } = slope;
  return `${perMinute.toFixed(2)} ± ${uncertainty.toFixed(2)} MB a minute${isFlat(slope) ? ', flat' : ''}`;
}

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}
