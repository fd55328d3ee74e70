import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { KEPT_SEARCH_MAX } from '@/features/saved/saved.dto.ts';
import { AppError } from '@/lib/errors.ts';
import { oneParam, type SearchParams } from './search-params.ts';

/** What the pages of a reader's own lists have in common: Saved, Reading history and, in part, Following. */

/** What the address of such a page may say; anything else in it is ignored. */
export function readKept(params: Awaited<SearchParams>) {
  const q = (oneParam(params, 'q') ?? '').trim().slice(0, KEPT_SEARCH_MAX).toWellFormed();
  return { q, cursor: oneParam(params, 'cursor') };
}

/** The page at `cursor`; the first where that is old or another reader's: it serves them better than an error. */
export async function pageOrFirst<Page>(
  load: (cursor: string | undefined) => Promise<Page>,
  cursor: string | undefined,
): Promise<Page> {
  try {
    return await load(cursor);
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad_request') return load(undefined);
    throw error;
  }
}

type RemovedNoticeProps = {
  params: Awaited<SearchParams>;
  title: string;
  /** The form that puts it back, and what it wants then. */
  action: '/api/save' | '/api/read';
  wanted: string;
};

/** After an article was taken out without JavaScript: says so, and puts it back where it was. */
export function RemovedNotice({ params, title, action, wanted }: RemovedNoticeProps): ReactNode {
  const article = oneParam(params, 'removed');
  if (!article || !/^[\w-]{1,200}$/.test(article)) return null;
  const fields = { article, at: oneParam(params, 'at'), q: oneParam(params, 'q') };
  return (
    <Notice
      tone="success"
      title={title}
      actions={
        <form method="post" action={action}>
          {Object.entries(fields).map(([name, value]) =>
            value ? <input key={name} type="hidden" name={name} value={value} /> : null,
          )}
          <Button type="submit" name="wanted" value={wanted} variant="outline" size="small">
            Undo
          </Button>
        </form>
      }
    />
  );
}
