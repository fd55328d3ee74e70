import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followAsGuest, readGuest, subscribeToGuest, writeGuest } from './guest.ts';
import { keepGuestSeen, mendGuest, releaseGuest } from './guest-keeping.ts';
import { GUEST_FOLLOW_LIMIT } from './guest-limit.ts';
import { noteSession } from './session-end.ts';

const IRAN = { slug: 'iran', name: 'Iran' };
const SPACE = { slug: 'space', name: 'Space' };
const EARLY = '2021-01-12T18:40:00.000Z';
const LATE = '2021-01-13T18:40:00.000Z';

/** A browser's storage as far as it is used here. */
class FakeStorage {
  entries = new Map<string, string>();
  isRefused = false;
  getItem(key: string) {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.isRefused) throw new DOMException('', 'QuotaExceededError');
    this.entries.set(key, value);
  }
  removeItem(key: string) {
    this.entries.delete(key);
  }
  /** As browsers have it: the keys are properties. */
  view() {
    return new Proxy(this, {
      ownKeys: () => [...this.entries.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    });
  }
}

describe('what a browser keeps of a reader without an account', () => {
  let storage: FakeStorage;
  const kept = () => storage.getItem('guest');
  const slugs = () => readGuest().follows.map(({ slug }) => slug);

  beforeEach(() => {
    storage = new FakeStorage();
    vi.stubGlobal('localStorage', storage);
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('StorageEvent', Event);
    readGuest();
  });
  afterEach(() => vi.unstubAllGlobals());

  test('follows and unfollows, and tells whoever listens; the same is the same object', () => {
    const listener = vi.fn();
    const stop = subscribeToGuest(listener);
    expect(followAsGuest(IRAN, true)).toBeNull();
    expect(followAsGuest(SPACE, true)).toBeNull();
    expect(followAsGuest(IRAN, true)).toBeNull();
    expect(slugs()).toEqual(['space', 'iran']);
    expect(readGuest().me).toMatchObject({ user: null, followedTopics: ['space', 'iran'] });
    expect(readGuest()).toBe(readGuest());
    expect(listener).toHaveBeenCalledTimes(3);
    stop();
    followAsGuest(SPACE, false);
    expect(listener).toHaveBeenCalledTimes(3);
    expect(slugs()).toEqual(['iran']);
  });

  test('whoever follows nothing any more leaves nothing behind', () => {
    followAsGuest(IRAN, true);
    keepGuestSeen(LATE);
    followAsGuest(IRAN, false);
    expect([...storage.entries]).toEqual([]);
  });

  test('fifty are kept and no more, and nothing of them is lost', () => {
    for (let n = 0; n < GUEST_FOLLOW_LIMIT; n++)
      expect(followAsGuest({ slug: `t${n}`, name: `T${n}` }, true)).toBeNull();
    const before = kept();
    expect(followAsGuest(IRAN, true)).toBe('full');
    expect(kept()).toBe(before);
    expect(followAsGuest({ slug: 't3', name: 'T3' }, true)).toBeNull();
    expect(followAsGuest({ slug: 't3', name: 'T3' }, false)).toBeNull();
    expect(followAsGuest(IRAN, true)).toBeNull();
    expect(slugs()).toHaveLength(GUEST_FOLLOW_LIMIT);
  });

  test('storage that is refused, full or forbidden, is no accident', () => {
    storage.isRefused = true;
    expect(followAsGuest(IRAN, true)).toBe('refused');
    expect(slugs()).toEqual([]);
    vi.stubGlobal('localStorage', undefined);
    expect(followAsGuest(IRAN, true)).toBe('refused');
    expect(slugs()).toEqual([]);
    keepGuestSeen(LATE);
    subscribeToGuest(() => undefined)();
  });

  test('what was seen moves forward only', () => {
    followAsGuest(IRAN, true);
    expect(readGuest().seenUpTo).toBeNull();
    keepGuestSeen(LATE);
    keepGuestSeen(EARLY);
    expect(readGuest().seenUpTo).toBe(LATE);
  });

  test('renamed and merged topics are followed by their present slug, once', () => {
    for (const slug of ['persia', 'iran', 'gone']) followAsGuest({ slug, name: slug }, true);
    mendGuest([
      { asked: 'persia', ...IRAN },
      { asked: 'iran', ...IRAN },
    ]);
    expect(readGuest().follows).toEqual([IRAN, { slug: 'gone', name: 'gone' }]);
  });

  test('what the account has taken over goes, what was followed meanwhile stays', () => {
    followAsGuest(IRAN, true);
    followAsGuest(SPACE, true);
    releaseGuest(['iran', 'mars']);
    expect(slugs()).toEqual(['space']);
    releaseGuest(['space']);
    expect([...storage.entries]).toEqual([]);
  });

  test('T28 once a session has ended nothing of its reader is left; who never had one keeps theirs', () => {
    const other = new FakeStorage();
    vi.stubGlobal(
      'window',
      Object.assign(new EventTarget(), { localStorage: storage.view(), sessionStorage: other.view() }),
    );
    followAsGuest(IRAN, true);
    expect(noteSession(false)).toBe(false);
    expect(slugs()).toEqual(['iran']);
    expect(noteSession(true)).toBe(false);
    other.setItem('following-topic', 'iran');
    storage.setItem('display', 'dark');
    expect(noteSession(false)).toBe(true);
    expect([...storage.entries, ...other.entries]).toEqual([['display', 'dark']]);
    expect(slugs()).toEqual([]);
    expect(noteSession(false)).toBe(false);
  });

  test('T25 whatever anyone writes there is survived, and what is not ours is cleared away', () => {
    const follow = fc.oneof(
      fc.record({ slug: fc.oneof(fc.string(), fc.constant('iran')), name: fc.anything() }),
      fc.anything(),
    );
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({ follows: fc.array(follow), seenUpTo: fc.anything() }).map((value) => {
        try {
          return JSON.stringify(value);
        } catch {
          return 'null';
        }
      }),
    );
    fc.assert(
      fc.property(text, (written) => {
        storage.entries.set('guest', written);
        const { follows, seenUpTo } = readGuest();
        expect(follows.length).toBeLessThanOrEqual(GUEST_FOLLOW_LIMIT);
        expect(new Set(follows.map(({ slug }) => slug)).size).toBe(follows.length);
        for (const { slug, name } of follows) {
          expect(slug).toMatch(/^[a-z0-9-]{1,100}$/);
          expect(name).toEqual(expect.any(String));
        }
        if (seenUpTo !== null) expect(new Date(seenUpTo).toISOString()).toBe(seenUpTo);
        subscribeToGuest(() => undefined)();
        if (follows.length === 0) expect(kept()).toBeNull();
        // And what is written over it reads as it was written.
        writeGuest([...follows.slice(0, 9), { slug: 'zz', name: 'Z' }], LATE);
        expect(readGuest()).toMatchObject({
          follows: [...follows.slice(0, 9), { slug: 'zz' }],
          seenUpTo: LATE,
        });
        storage.removeItem('guest');
      }),
      { numRuns: 300, seed: 71011 },
    );
  });
});
