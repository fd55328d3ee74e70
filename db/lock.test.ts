import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataDir } from './lock.ts';

const TRY =
  "import('./db/lock.ts').then((m) => { m.lockDataDir(process.argv[1]); process.stdout.write('got it\\n'); if (process.argv[2]) setInterval(() => {}, 1000); })";
const args = (dir: string, ...more: string[]) => [
  '--disable-warning=ExperimentalWarning',
  '-e',
  TRY,
  dir,
  ...more,
];

describe('the lock of the data folder', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'your-globe-lock-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('T41 a second process is refused with a message that says what to do, and let in after the first has released', () => {
    const release = lockDataDir(dir);
    const refused = spawnSync(process.execPath, args(dir), { encoding: 'utf8' });
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('in use by another process');
    expect(refused.stderr).toContain('DATA_DIR');
    release();
    expect(spawnSync(process.execPath, args(dir), { encoding: 'utf8' }).stdout).toBe('got it\n');
  });

  test('T40 T41 a process killed with kill -9 leaves no lock behind', async () => {
    const holder = spawn(process.execPath, args(dir, 'hold'));
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect(() => lockDataDir(dir)).toThrow('in use');
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await gone;
    lockDataDir(dir)();
  });
});
