// `npm run trust`: every requirement of docs/trust.md, the tests that bear its number, and how they
// ended in the last `npm test`. Ends with 1 when one failed, or has no test and no reason for it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReport, root } from './tooling.mjs';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, isMet } = trust(process.argv.includes('--tests'));
  process.stdout.write(text);
  process.exit(isMet ? 0 : 1);
}

/** The list as text, with every test by name if `hasTests`; `isMet` says that nothing is missing. */
export function trust(hasTests = false) {
  const results = [...unitResults(), ...journeyResults()];
  if (results.length === 0)
    return { text: 'Nothing has been tested yet: run npm test first.\n', isMet: false };
  const rows = judge(requirementsIn(readFileSync(join(root, 'docs', 'trust.md'), 'utf8')), results);
  const lines = rows.flatMap((row) => [
    `${row.number.padEnd(4)} ${row.state.padEnd(9)} ${row.text}`,
    ...(hasTests ? row.tests.map((test) => `       ${test.state.padEnd(7)} ${test.name}`) : []),
  ]);
  const count = (isSuch) => rows.filter(isSuch).length;
  const summary = `${count((row) => row.state.endsWith('passed'))} of ${rows.length} requirements shown, ${count((row) => row.state === 'not yet')} not yet due, ${count(isAmiss)} amiss\n`;
  return { text: `${lines.join('\n')}\n\n${summary}`, isMet: !rows.some(isAmiss) };
}

/** `[{ number, text, reason }]`; `reason` says why a requirement is not due yet. */
export function requirementsIn(markdown) {
  return [...markdown.matchAll(/^- (T\d+) (.*?)(?: _Not yet: (.*)_)?$/gm)].map(
    ([, number, text, reason = null]) => ({ number, text, reason }),
  );
}

/** Each requirement with its tests and what they say together. */
export function judge(requirements, results) {
  return requirements.map((requirement) => {
    const tests = results.filter((result) => numbersIn(result.name).includes(requirement.number));
    return { ...requirement, tests, state: stateOf(requirement, tests) };
  });
}

function stateOf({ reason }, tests) {
  const failed = tests.filter((test) => test.state === 'failed').length;
  const passed = tests.filter((test) => test.state === 'passed').length;
  if (failed > 0) return `${failed} failed`;
  // Tests of a part of it do not make it whole.
  if (reason) return 'not yet';
  return passed > 0 ? `${passed} passed` : 'no test';
}

function isAmiss(row) {
  return row.state === 'no test' || row.state.endsWith('failed');
}

/** The numbers a test's name begins with, at any level of its name. */
function numbersIn(name) {
  return name.split(' › ').flatMap(
    (part) =>
      part
        .match(/^(?:T\d+ )+/)?.[0]
        .trim()
        .split(' ') ?? [],
  );
}

function unitResults() {
  return (readReport('vitest.json')?.testResults ?? []).flatMap((file) =>
    file.assertionResults.map(({ ancestorTitles, title, status }) => ({
      name: [...ancestorTitles, title].join(' › '),
      state: status,
    })),
  );
}

function journeyResults() {
  const walk = (suite, path) => [
    ...(suite.suites ?? []).flatMap((inner) => walk(inner, [...path, inner.title])),
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({
        name: [...path, spec.title, test.projectName].join(' › '),
        state: { expected: 'passed', skipped: 'skipped' }[test.status] ?? 'failed',
      })),
    ),
  ];
  return (readReport('playwright.json')?.suites ?? []).flatMap((file) => walk(file, []));
}
