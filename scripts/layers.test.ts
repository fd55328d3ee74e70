import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const TOOL = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** One violation of each rule: the file that breaks it and what it imports. */
const PLANTED: Record<string, { file: string; imports: string }> = {
  'lib-imports-npm-only': { file: 'lib/a.ts', imports: '../db/rows.ts' },
  'db-imports-lib-only': { file: 'db/a.ts', imports: '../features/topics/topics.service.ts' },
  'components-are-pure-views': { file: 'components/a.tsx', imports: '../features/topics/topic.dto.ts' },
  'features-do-not-know-who-asks': { file: 'features/topics/b.ts', imports: '../../app/page.ts' },
  'services-stay-off-the-browser': {
    file: 'features/topics/view.tsx',
    imports: './topics.service.ts',
  },
  'schemas-stay-off-the-browser': {
    file: 'features/topics/use-topic.ts',
    imports: './topic.dto.ts',
  },
  'features-meet-through-services': { file: 'features/feed/c.ts', imports: '../topics/inner.ts' },
  'server-door-is-plain-node': { file: 'server/a.ts', imports: '../app/page.ts' },
  'views-of-app-load-through-the-server': { file: 'app/providers.tsx', imports: '../db/rows.ts' },
  'tests-are-not-imported': { file: 'lib/b.ts', imports: './x.test.ts' },
};
const SOUND = {
  'app/page.ts': "import '../features/feed/d.ts';",
  'db/rows.ts': 'export const rows = 1;',
  'features/topics/topics.service.ts': "import '../../db/rows.ts';",
  'features/topics/topic.dto.ts': 'export const dto = 1;',
  'features/topics/inner.ts': 'export const inner = 1;',
  'features/feed/d.ts': "import '../topics/topics.service.ts';",
  'lib/x.test.ts': 'export const x = 1;',
};

describe('the layers', () => {
  let folder: string;
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const cruise = () => {
    const folders = ['app', 'components', 'db', 'features', 'lib', 'server'];
    const args = [TOOL, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64e6 });
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] };
    };
    return summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'your-globe-layers-'));
    for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json']) cpSync(name, join(folder, name));
    for (const name of ['components/ok.ts', 'server/ok.ts']) write(name, 'export {};');
    for (const [file, text] of Object.entries(SOUND)) write(file, text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a tree that keeps them has nothing to say', () => {
    expect(cruise()).toEqual([]);
  });

  test('one planted violation of each rule is caught, and nothing else', () => {
    for (const { file, imports } of Object.values(PLANTED)) write(file, `import '${imports}';`);
    write('lib/one.ts', "import './two.ts';");
    write('lib/two.ts', "import './one.ts';");
    const found = cruise();
    for (const [rule, { file }] of Object.entries(PLANTED)) expect(found).toContain(`${rule} ${file}`);
    expect(found.filter((line) => line.startsWith('no-cycles'))).not.toEqual([]);
  });
});
