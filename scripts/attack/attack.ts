/**
 * `npm run attack`: two programs made for it, ffuf and wapiti, against a site of its own on this
 * machine, as a visitor, a reader and an admin, for about five minutes. Prints how many answers had
 * which status, and what was found; ends with 1 when that is anything without a reason in findings.ts.
 * `npm run attack -- wapiti` runs one of the two alone. Started by scripts/attack.mjs, which builds first.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, signInAs, signInAsAdmin } from '../../e2e/http.ts';
import { type Site, startSite } from '../../e2e/site.ts';
import { type Finding, judge, limitedRuns, type Run, tableOfFindings, tableOfRuns } from './findings.ts';
import { missingTools, readWithFfuf, scanWithWapiti, writeWithFfuf } from './tools.ts';
import { watch } from './watch.ts';
import { addresses, pages, writes } from './words.ts';

const [, , only = ''] = process.argv;
const missing = missingTools();
if (missing.length > 0) {
  process.stderr.write(
    `${missing.join(' and ')} cannot be found. On Debian: apt-get install ${missing.join(' ')}\n`,
  );
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'your-globe-attack-'));
const site = await startSite();
try {
  const isClean = await attack(site);
  process.exitCode = isClean ? 0 : 1;
} finally {
  await site.remove();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function attack(target: Site): Promise<boolean> {
  const reader = await signInAs(target, 'attacked@example.com');
  const admin = await signInAsAdmin(target);
  const runs: Run[] = [];
  const findings: Finding[] = [];
  const during = async (
    name: string,
    cookie: string | undefined,
    deed: (url: string) => Promise<Finding[]>,
  ) => {
    if (!name.startsWith(only)) return;
    process.stdout.write(`  ${name} …\n`);
    const before = target.output().length;
    const watching = await watch(target, name, cookie);
    try {
      findings.push(...(await deed(watching.url)));
    } catch (error) {
      findings.push({ by: name, what: 'did not run to its end', where: '', detail: String(error) });
    }
    const watched = await watching.close();
    runs.push({ name, watched });
    findings.push(...watched.findings, ...complaints(target.output().slice(before), name));
    if (cookie && (await ask(target, '/api/follows', { cookie })).status !== 200)
      findings.push({ by: name, what: 'the session ended on the way', where: '', detail: '' });
  };
  for (const [role, cookie] of [
    ['visitor', undefined],
    ['reader', reader],
    ['admin', admin],
  ] as const) {
    await during(`ffuf reads, ${role}`, cookie, (url) => readWithFfuf(url, addresses(), folder));
    await during(`ffuf writes, ${role}`, cookie, (url) => writeWithFfuf(url, writes(), folder));
  }
  for (const [role, cookie] of [
    ['visitor', undefined],
    ['reader', reader],
  ] as const)
    await during(`wapiti, ${role}`, cookie, (url) =>
      scanWithWapiti(url, { by: `wapiti, ${role}`, folder, pages: pages() }),
    );

  const judged = judge([...findings, ...limitedRuns(runs)]);
  process.stdout.write(`\n${tableOfRuns(runs)}\n${tableOfFindings(judged)}`);
  return judged.every(({ why }) => why !== null);
}

/** What the server logged as a failure of its own. */
function complaints(output: string, by: string): Finding[] {
  return output
    .split('\n')
    .filter((line) => /⨯|Error\b|"level":50/.test(line))
    .map((line) => ({
      by,
      what: 'the server logged a failure',
      where: line.trim().slice(0, 300),
      detail: '',
    }));
}
