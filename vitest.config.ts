import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** This file mostly waits for its clocks, for a minute: begun first, nobody waits for it at the end. */
const WAITS = 'db/boss.test.ts';
const FOLDERS = '{app,bench,components,content,db,features,lib,scripts,server}';
/** Files that put something else in a module's place: others must not find it so, nor have loaded it before. */
const MOCKED = `${FOLDERS}/**/*.mocked.test.ts`;

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId }: TestSpecification) => moduleId.endsWith(WAITS);
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    globalSetup: ['db/testing-template.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Threads begin sooner than processes, and share what is compiled. A third works while two wait for a clock.
    pool: 'threads',
    maxWorkers: 3,
    sequence: { sequencer: WaitingFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: [`${FOLDERS}/**/*.test.ts`],
          exclude: [MOCKED],
          // What a file imports stays loaded for the next: a third of the time. Modules keep nothing of a test.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocked', include: [MOCKED], isolate: true } },
    ],
  },
});
