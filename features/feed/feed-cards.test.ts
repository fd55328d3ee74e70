import { expect, test } from 'vitest';
import type { FeedItemDto, FeedPageDto } from './feed.dto.ts';
import { asCards } from './feed-cards.ts';

const PHOTO = {
  src: '/media/a.jpg',
  width: 3,
  height: 2,
  focalX: 0.5,
  focalY: 0.5,
  dominantColour: '#aabbcc',
};
const ITEM: FeedItemDto = {
  slug: 'a',
  headline: 'A headline',
  dek: 'A dek',
  photo: { ...PHOTO, alt: 'What is seen', caption: 'A caption', credit: 'A credit' },
  authors: [],
  section: { slug: 'world', name: 'World' },
  publishedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
  topics: [{ slug: 'iran', name: 'Iran' }],
  reasons: [{ slug: 'iran', name: 'Iran' }],
  isNew: true,
  isRead: false,
  isSaved: false,
  changedSinceRead: false,
};

test('a page brings what its cards show, and not what is said of a photo on other pages', () => {
  const page: FeedPageDto = {
    ...{ nextCursor: 'next', seenUpTo: 'seen', shown: 'shown' },
    items: [ITEM, { ...ITEM, photo: null }],
  };
  const { topics: _topics, updatedAt: _updatedAt, ...shown } = ITEM;
  expect(asCards(page)).toEqual({
    ...page,
    items: [
      { ...shown, photo: PHOTO },
      { ...shown, photo: null },
    ],
  });
});
