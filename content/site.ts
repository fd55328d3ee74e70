/** The paper's own settings and the words of its frame. */
export const SITE = {
  name: 'Your Globe',
  description:
    'News from every continent, and a page of your own: follow topics and read what is new on them.',
  /** The sections of the header, in the paper's order. Each is a topic. */
  sections: [
    { slug: 'world', name: 'World' },
    { slug: 'politics', name: 'Politics' },
    { slug: 'business', name: 'Business' },
    { slug: 'science', name: 'Science' },
    { slug: 'climate', name: 'Climate' },
    { slug: 'health', name: 'Health' },
    { slug: 'technology', name: 'Technology' },
    { slug: 'sport', name: 'Sport' },
    { slug: 'culture', name: 'Culture' },
  ],
  footerNote: 'Your Globe is self-hosted and private: no tracking, no third-party scripts.',
} as const;
