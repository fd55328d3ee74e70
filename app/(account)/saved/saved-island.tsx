'use client';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { LoadMore } from '@/features/feed/load-more.tsx';
import { KeptList } from '@/features/saved/kept-list.tsx';
import type { KeptPageDto } from '@/features/saved/saved.dto.ts';
import { formatDate } from '@/lib/time.ts';

/** What the reader saved, or what of it has the words they search for. */
export function Saved({ q, firstPage }: { q: string; firstPage: KeptPageDto }) {
  return (
    <KeptList
      list="saved"
      label={q ? `Saved articles with “${q}”` : 'Saved articles'}
      q={q}
      firstPage={firstPage}
      empty={q ? nothingFound(q) : NOTHING}
      renderNote={(item) => `Saved ${formatDate(item.keptAt)}`}
      renderMore={(more) => <LoadMore {...more} href={`/saved${more.href}`} />}
    />
  );
}

const NOTHING = {
  title: 'Nothing saved',
  children: (
    <p>
      Press Save beside an article, in Following or on its own page, and it is here until you remove it.
      Nobody but you sees it.
    </p>
  ),
  actions: (
    <>
      <SiteLink className={buttonClass('solid')} href="/following">
        Go to Following
      </SiteLink>
      <SiteLink className={buttonClass('outline')} href="/">
        Front page
      </SiteLink>
    </>
  ),
};

const nothingFound = (q: string) => ({
  title: `Nothing you saved has “${q}” in it`,
  children: (
    <p>
      Headlines and the sentences under them are searched, for words that begin with yours.{' '}
      <SiteLink href="/saved">Show all you saved</SiteLink>
    </p>
  ),
});
