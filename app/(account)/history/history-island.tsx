'use client';
import { MarkForm } from '@/components/feed/mark-form.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { LoadMore } from '@/features/feed/load-more.tsx';
import { KeptList } from '@/features/saved/kept-list.tsx';
import { SaveButton } from '@/features/saved/save-button.tsx';
import type { KeptPageDto } from '@/features/saved/saved.dto.ts';
import { formatDateTime } from '@/lib/time.ts';

type HistoryProps = {
  q: string;
  firstPage: KeptPageDto;
  /** The page it stands on, to go back to without JavaScript. */
  here: string;
};

/** What the reader has read, or what of it has the words they search for. */
export function History({ q, firstPage, here }: HistoryProps) {
  return (
    <KeptList
      list="history"
      label={q ? `Articles you read with “${q}”` : 'Articles you read'}
      q={q}
      firstPage={firstPage}
      empty={q ? nothingFound(q) : NOTHING}
      renderNote={(item) => `Read ${formatDateTime(item.keptAt)}`}
      renderActions={({ slug, headline, isSaved }) => (
        <MarkForm article={slug} fields={{ returnTo: here }}>
          <SaveButton slug={slug} headline={headline} isSaved={isSaved} />
        </MarkForm>
      )}
      renderMore={(more) => <LoadMore {...more} href={`/history${more.href}`} />}
    />
  );
}

const NOTHING = {
  title: 'Nothing read yet',
  children: <p>Articles you open, or mark as read, are here from then on. Nobody but you sees them.</p>,
  actions: (
    <SiteLink className={buttonClass('solid')} href="/following">
      Go to Following
    </SiteLink>
  ),
};

const nothingFound = (q: string) => ({
  title: `Nothing you read has “${q}” in it`,
  children: (
    <p>
      Headlines and the sentences under them are searched, for words that begin with yours.{' '}
      <SiteLink href="/history">Show all you read</SiteLink>
    </p>
  ),
});
