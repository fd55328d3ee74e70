import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { rateLimits } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { countAgainst, countMailRequest, type RateLimitDeps } from './rate-limit.service.ts';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const LIMIT = { purpose: 'test', max: 5, windowSeconds: 60 };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describeOnEachDatabase('rate limits', (use) => {
  let deps: RateLimitDeps;

  beforeEach(async () => {
    deps = { db: use(), settings: { secret: 'a secret for tests that is long enough 123', mode: 'server' } };
    await deps.db.execute(sql`truncate rate_limits`);
  });

  /** How many of `times` requests at once are let through. */
  async function letThrough(times: number, attempt: (n: number) => Promise<void>): Promise<number> {
    const results = await Promise.allSettled(Array.from({ length: times }, (_, n) => attempt(n)));
    return results.filter((result) => result.status === 'fulfilled').length;
  }

  it('T6 let exactly the limit through when all come at once', async () => {
    expect(await letThrough(50, () => countAgainst(deps, LIMIT, 'ann', NOW))).toBe(5);
  });

  it('T6 hold across servers and restarts: what counts is in the database', async () => {
    for (let n = 0; n < 5; n++) await countAgainst(deps, LIMIT, 'ann', NOW);
    const restarted: RateLimitDeps = { db: use(), settings: { ...deps.settings } };
    await expect(countAgainst(restarted, LIMIT, 'ann', NOW)).rejects.toMatchObject({
      code: 'too_many_requests',
    });
  });

  it('T6 say how many seconds are left, and let through again when the window is over', async () => {
    for (let n = 0; n < 5; n++) await countAgainst(deps, LIMIT, 'ann', NOW);
    await expect(countAgainst(deps, LIMIT, 'ann', later(18.5))).rejects.toMatchObject({
      retryAfterSeconds: 42,
    });
    await expect(countAgainst(deps, LIMIT, 'ann', later(59.9))).rejects.toMatchObject({
      retryAfterSeconds: 1,
    });
    expect(await letThrough(20, () => countAgainst(deps, LIMIT, 'ann', later(60)))).toBe(5);
  });

  it('are kept apart by subject and by purpose', async () => {
    for (let n = 0; n < 5; n++) await countAgainst(deps, LIMIT, 'ann', NOW);
    await countAgainst(deps, LIMIT, 'bob', NOW);
    await countAgainst(deps, { ...LIMIT, purpose: 'other' }, 'ann', NOW);
  });

  it('T6 allow 3 mails an address in 15 minutes', async () => {
    const ask = (seconds: number) =>
      countMailRequest(deps, 'sign-in', 'ann@example.com', `203.0.113.${seconds % 200}`, later(seconds));
    expect(await letThrough(30, (n) => ask(n))).toBe(3);
    await expect(ask(899)).rejects.toMatchObject({ code: 'too_many_requests' });
    await ask(30 + 900);
  });

  it.each([
    ['an IPv4 address', () => '203.0.113.9'],
    ['an IPv6 /64', (n: number) => `2001:db8:1:2::${(n + 1).toString(16)}`],
    ['an unknown client', () => ''],
  ])('T6 allow 20 requests from %s in 15 minutes, for however many addresses', async (_what, address) => {
    const ask = (n: number) => countMailRequest(deps, 'sign-in', `reader${n}@example.com`, address(n), NOW);
    expect(await letThrough(60, ask)).toBe(20);
    await countMailRequest(deps, 'sign-in', 'ann@example.com', '2001:db8:1:3::1', NOW);
  });

  it('do not count a network in local mode, where it is always this machine', async () => {
    const local: RateLimitDeps = { ...deps, settings: { ...deps.settings, mode: 'local' } };
    const ask = (n: number) => countMailRequest(local, 'sign-in', `reader${n}@example.com`, '127.0.0.1', NOW);
    expect(await letThrough(30, ask)).toBe(30);
  });

  it('T10 store no address', async () => {
    await countMailRequest(deps, 'sign-in', 'ann@example.com', '203.0.113.9', NOW);
    const dump = JSON.stringify(await deps.db.select().from(rateLimits));
    expect(dump).not.toContain('ann');
    expect(dump).not.toContain('203.0.113');
  });
});
