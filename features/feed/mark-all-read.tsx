'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { dismissMessagesAbout, showMessage } from '@/components/ui/messages.ts';
import { showMarks } from '@/features/me/marks.ts';
import { tellOtherTabs } from '@/features/me/tabs.ts';
import { type FeedFilter, feedQuery, sendMarkRead, sendUnmark } from './feed.queries.ts';
import styles from './mark-all-read.module.css';

/** The most pages that are marked at once; the server takes no more (`READ_PAGES_MAX`). */
const MAX_PAGES = 50;
const ABOUT = 'read:all';

type MarkAllReadProps = {
  filter: FeedFilter;
  /** The mark of the page that was rendered. */
  shown: string;
  /** The page it stands on, to go back to without JavaScript. */
  here: string;
};

/**
 * Marks all as read that the feed shows: the pages in hand, and nothing that came or lies beyond them.
 * Says how many those were, with an Undo for exactly them. Without JavaScript it is the page that was
 * rendered.
 */
export function MarkAllRead({ filter, shown, here }: MarkAllReadProps) {
  const client = useQueryClient();
  const show = (slugs: string[], isRead: boolean) => {
    showMarks(client, { slugs, isRead });
    tellOtherTabs({ slugs, isRead });
  };

  const unmark = useMutation({
    mutationFn: ({ undo }: { undo: string; slugs: string[] }) => sendUnmark(undo),
    onMutate: ({ slugs }) => show(slugs, false),
    onError: (error, { slugs }) => {
      show(slugs, true);
      showMessage(`Could not make them unread again. ${error.message}`, undefined, ABOUT);
    },
  });
  const mark = useMutation({
    mutationFn: ({ marks }: { marks: string; slugs: string[] }) => sendMarkRead(marks),
    onMutate: ({ slugs }) => show(slugs, true),
    onSuccess: ({ slugs, undo }) => {
      const what = slugs.length === 1 ? 'One article is' : `${slugs.length} articles are`;
      const wayBack = { label: 'Undo', onPress: () => unmark.mutate({ undo, slugs }) };
      showMessage(`${what} marked as read.`, wayBack, ABOUT);
    },
    onError: (error, { slugs }) => {
      show(slugs, false);
      showMessage(`Could not mark them as read. ${error.message}`, undefined, ABOUT);
    },
  });

  const press = (event: MouseEvent) => {
    event.preventDefault();
    if (mark.isPending || unmark.isPending) return;
    dismissMessagesAbout(ABOUT);
    const all = client.getQueryData(feedQuery(filter).queryKey)?.pages ?? [];
    const pages = all.slice(0, MAX_PAGES);
    const unread = pages.flatMap((page) => page.items).filter((item) => !item.isRead);
    if (unread.length === 0) return showMessage('All that is shown is read already.', undefined, ABOUT);
    const slugs = [...new Set(unread.map((item) => item.slug))];
    mark.mutate({ marks: pages.map((page) => page.shown).join(' '), slugs });
  };
  return (
    <form method="post" action="/api/feed/read" className={styles.form}>
      <input type="hidden" name="returnTo" value={here} />
      <button type="submit" name="shown" value={shown} className={styles.button} onClick={press}>
        Mark all as read
      </button>
    </form>
  );
}
