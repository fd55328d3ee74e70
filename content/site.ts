/** The paper's own settings and the words of its frame. */
export const SITE = {
  name: 'Your Globe',
  /** What it is written in (BCP 47). */
  language: 'en',
  description:
    'News from every continent, and a page of your own: follow topics and read what is new on them.',
  /** The sections of the header, in the paper's order. Each is a topic; its colour is for white text upon it. */
  sections: [
    { slug: 'world', name: 'World', colour: '#8f1f16' },
    { slug: 'politics', name: 'Politics', colour: '#2f4b8a' },
    { slug: 'business', name: 'Business', colour: '#6b4e16' },
    { slug: 'science', name: 'Science', colour: '#1c6660' },
    { slug: 'climate', name: 'Climate', colour: '#2d6532' },
    { slug: 'health', name: 'Health', colour: '#8a2f5d' },
    { slug: 'technology', name: 'Technology', colour: '#4a3f8f' },
    { slug: 'sport', name: 'Sport', colour: '#9a430a' },
    { slug: 'culture', name: 'Culture', colour: '#6d2f7d' },
  ],
  footerNote: 'Your Globe is self-hosted and private: no tracking, no third-party scripts.',
} as const;
