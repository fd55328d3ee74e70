import { headers } from 'next/headers';
import { Cards, Frame, type Link, Rail } from './cards';

export const instant = false;

const named = (room: string, count: number): Link[] =>
  Array.from({ length: count }, (_, n) => ({ slug: `bench-${room}-${n}`, name: `Bench ${room} ${n}` }));

/** As much text as an article of the made-up paper has in a feed. */
const CARDS = named('article', 20).map(({ slug }, n) => ({
  slug: `${slug}-999931`,
  headline: `What became of matter ${999_931 + n} word131 word14327`,
  dek: 'A dek of the usual length, word1915 word0 word7708 word490.',
  publishedAt: '2026-10-31T18:15:00.000Z',
  section: { slug: `bench-section-${n % 9}`, name: `Bench section ${n % 9}` },
  reason: { slug: `bench-topic-${n}`, name: `Bench topic ${n}` },
  isSaved: false,
  isRead: false,
}));

/** As many elements as Following sends, as plainly as can be: of data at hand, with nothing asked of anyone (ADR 022). */
export default async function CardsPage() {
  return (
    <Frame links={named('section', 13)} places={named('place', 17)}>
      <h1 className="title">{(await headers()).get('host')}</h1>
      <Rail topics={named('topic', 12)}>
        <Cards cards={CARDS} />
      </Rail>
    </Frame>
  );
}
