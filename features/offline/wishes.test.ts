import { describe, expect, it } from 'vitest';
import { VISITOR } from '@/features/me/visitor.ts';
import { afterWishes, apartFromArticle, type Wish, wishOf } from './wishes.ts';

const at = (path: string) => `https://paper.example${path}`;
const wish = (noun: Wish['noun'], slug: string, isWanted = true): Wish => ({ noun, slug, isWanted });

describe('a wish', () => {
  it('is a write that sets a state, of a follow, a save or a read', () => {
    expect(wishOf({ method: 'PUT', url: at('/api/follows/iran') })).toEqual(wish('follows', 'iran'));
    expect(wishOf({ method: 'DELETE', url: at('/api/saved/a-fire') })).toEqual(
      wish('saved', 'a-fire', false),
    );
    expect(wishOf({ method: 'PUT', url: at('/api/reads/a-fire?at=2026-01-01') })).toEqual(
      wish('reads', 'a-fire'),
    );
  });

  it('is nothing else: what asks for more than one thing, or for something that happens each time, does not wait', () => {
    for (const [method, path] of [
      ['GET', '/api/follows/iran'],
      ['POST', '/api/follows/iran'],
      ['PUT', '/api/follows'],
      ['PUT', '/api/follows/iran/more'],
      ['PUT', '/api/mutes/iran'],
      ['POST', '/api/feed/seen'],
      ['DELETE', '/api/account'],
    ] as const) {
      expect(wishOf({ method, url: at(path) }), `${method} ${path}`).toBeNull();
    }
  });
});

describe('what a reader is shown of what waits', () => {
  const me = {
    ...VISITOR,
    followedTopics: ['iran', 'mars'],
    article: 'a-fire',
    isSaved: false,
    isRead: false,
  };

  it('is the last wish for each thing', () => {
    const after = afterWishes(me, [
      wish('follows', 'oceans'),
      wish('follows', 'iran', false),
      wish('follows', 'mars', false),
      wish('follows', 'mars'),
      wish('saved', 'a-fire'),
      wish('saved', 'another'),
      wish('reads', 'a-fire'),
    ]);
    expect(after).toEqual({ ...me, followedTopics: ['oceans', 'mars'], isSaved: true, isRead: true });
  });

  it('says nothing of an article that was not asked about', () => {
    expect(afterWishes(VISITOR, [wish('saved', 'a-fire')])).toEqual(VISITOR);
  });

  it('nothing of one article is said of another', () => {
    expect(apartFromArticle({ ...me, changedSinceRead: true })).toEqual({
      ...VISITOR,
      followedTopics: ['iran', 'mars'],
    });
  });
});
