import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { FollowForm } from '@/components/feed/follow-button-view.tsx';
import { DisplayControl } from '@/components/layout/display-control.tsx';
import { SiteFooter } from '@/components/layout/site-footer.tsx';
import { SiteHeader } from '@/components/layout/site-header.tsx';
import { SkipLink } from '@/components/layout/skip-link.tsx';
import { MessageRegion } from '@/components/ui/message-region.tsx';
import { SiteNavigation } from '@/components/ui/site-navigation.tsx';
import { SITE } from '@/content/site.ts';
import { GuestFollowsIsland } from '@/features/follows/guest-follows-island.tsx';
import { AccountIsland } from '@/features/me/account-island.tsx';
import { NewCountIsland } from '@/features/me/new-count-island.tsx';
import { OfflineIsland } from '@/features/offline/offline-island.tsx';
import { EarlyScript } from './early-script.tsx';
import { FontPreload } from './font-preload.tsx';
import { Providers } from './providers.tsx';
import './fonts.css';
import './globals.css';

export const metadata: Metadata = {
  title: { default: SITE.name, template: `%s · ${SITE.name}` },
  description: SITE.description,
  applicationName: SITE.name,
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcfa' },
    { media: '(prefers-color-scheme: dark)', color: '#14161b' },
  ],
};

const sectionLinks = SITE.sections.map(({ slug, name }) => ({ href: `/topic/${slug}`, name }));
const footerGroups = [
  { heading: 'Sections', links: sectionLinks },
  {
    heading: 'Your Globe',
    links: [
      { href: '/following', name: 'Following' },
      { href: '/saved', name: 'Saved' },
      { href: '/history', name: 'Reading history' },
      { href: '/topics', name: 'All topics' },
      { href: '/search', name: 'Search' },
      { href: '/newsletters', name: 'Newsletters' },
      { href: '/account', name: 'Your account' },
      { href: '/feed.xml', name: 'RSS', isFile: true },
    ],
  },
];

/** The frame of every page: the same for everyone, with two small islands for who is reading. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // What the script below puts on the root element is no mistake of the server's.
    <html lang="en" suppressHydrationWarning>
      <body>
        <EarlyScript />
        <FontPreload />
        <SkipLink />
        <SiteNavigation />
        <Providers>
          <GuestFollowsIsland />
          <OfflineIsland />
          <SiteHeader
            links={[...sectionLinks, { href: '/topics', name: 'All topics' }]}
            followingBadge={<NewCountIsland />}
            account={<AccountIsland />}
            hasSearch
          />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </Providers>
        <SiteFooter groups={footerGroups} note={SITE.footerNote} display={<DisplayControl />} />
        <FollowForm />
        <MessageRegion />
      </body>
    </html>
  );
}
