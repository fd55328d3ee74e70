import { beforeEach, expect, test } from 'vitest';
import { type Boss, openBoss } from './boss.ts';
import { describeOnEachDatabase } from './testing.ts';

describeOnEachDatabase('the queue of jobs', (use) => {
  let errors: Error[];
  let turn = 0;
  let queue: string;
  beforeEach(() => {
    errors = [];
    queue = `test-${++turn}`;
  });
  const open = (work: (id: string) => Promise<void>) =>
    openBoss(use(), queue, work, (error) => errors.push(error));

  test('does what it is sent, one at a time, and again what was thrown at', async () => {
    const seen: string[] = [];
    const done = Promise.withResolvers<void>();
    let atOnce = 0;
    const boss = await open(async (id) => {
      expect(++atOnce).toBe(1);
      seen.push(id);
      await Promise.resolve();
      atOnce -= 1;
      if (id === 'a' && !seen.includes('b')) throw new Error('Another time.');
      if (seen.filter((one) => one === 'a').length === 2 && seen.includes('b')) done.resolve();
    });
    await boss.send('a');
    await boss.send('b');
    await done.promise;
    expect(seen).toEqual(['a', 'b', 'a']);
    await boss.stop();
    expect(errors).toEqual([]);
  });

  test('T39 stopped while it works, it hands the job back, and the next process does it', async () => {
    const begun = Promise.withResolvers<void>();
    const boss = await open(() => {
      begun.resolve();
      return new Promise(() => undefined);
    });
    await boss.send('long');
    await begun.promise;
    await boss.stop();
    const again = Promise.withResolvers<string>();
    const next: Boss = await open(async (id) => again.resolve(id));
    expect(await again.promise).toBe('long');
    await next.stop();
  });
});
