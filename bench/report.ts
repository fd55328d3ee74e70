import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import nextPackage from 'next/package.json' with { type: 'json' };
import type { Section } from './figures.ts';

const BIOME = join(process.cwd(), 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** Writes a document with reports in it, laid out as `npm run check` wants it. */
export function saveDocument(file: string, text: string): void {
  writeFileSync(file, text);
  execFileSync(process.execPath, [BIOME, 'format', '--write', file], { stdio: 'ignore' });
}

/** The report as Markdown: a table for each part. */
export function writeReport(sections: Section[], conditions: string): string {
  return [conditions, ...sections.map(writeSection)].join('\n\n');
}

function writeSection({ title, note, rows }: Section): string {
  return [
    `## ${title}`,
    '',
    note,
    '',
    '| what | ours | beside it | budget | |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ what, ours, rival = '', budget = '', isMet }) =>
        `| ${what} | ${ours} | ${rival} | ${budget} | ${isMet === null ? '' : isMet ? 'met' : '**missed**'} |`,
    ),
  ].join('\n');
}

/** Under which conditions: machine, versions and day. */
export function describeConditions(postgresVersion: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB, ${process.platform}; Node ${process.versions.node}, Next ${nextPackage.version}, PostgreSQL ${postgresVersion}. Servers, database and load share the machine.`;
}
