import { beforeEach, expect, test } from 'vitest';
import { type Boss, openBoss, POLL_SECONDS } from './boss.ts';
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
      if (id === 'a') done.resolve();
    });
    await boss.send('a');
    await boss.send('b');
    await done.promise;
    // More than once before b, where sending that took longer than the pause after a failure.
    expect(seen.join('')).toMatch(/^a+ba$/);
    await boss.stop();
    expect(errors).toEqual([]);
  });

  test('jobs that wait are done one after the other, not one at each look, also when one of them fails', async () => {
    const sent = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const seen: string[] = [];
    const boss = await open(async (id) => {
      await sent.promise;
      seen.push(id);
      if (id === 'c') throw new Error('Another time.');
      if (id === 'e') done.resolve();
    });
    for (const id of ['a', 'b', 'c', 'd', 'e']) await boss.send(id);
    const begun = performance.now();
    sent.resolve();
    await done.promise;
    expect(performance.now() - begun).toBeLessThan(POLL_SECONDS * 1_000);
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    await boss.stop();
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
