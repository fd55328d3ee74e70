'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ChangedNote } from '@/components/article/changed-note.tsx';
import { MarkForm } from '@/components/feed/mark-form.tsx';
import { meKey } from '@/features/me/me.queries.ts';
import { useMe } from '@/features/me/use-me.ts';
import { ReadIsland } from '@/features/reads/read-island.tsx';
import { SaveButton } from '@/features/saved/save-button.tsx';

/**
 * What a page of an article has for one reader, from the one request that feeds all islands: saving,
 * whether it was changed since they read it, and noting that they read it.
 */
export function Own({ slug }: { slug: string }) {
  const client = useQueryClient();
  const { me } = useMe();
  const isAbout = me.article === slug;
  const isOther = me.user !== null && !isAbout;
  // Told when it was asked for first: reading it now does not take it back.
  const [changedSlug, setChangedSlug] = useState('');
  if (isAbout && me.changedSinceRead && changedSlug !== slug) setChangedSlug(slug);

  useEffect(() => {
    // What is known was asked for on another page.
    if (isOther) void client.invalidateQueries({ queryKey: meKey });
  }, [isOther, client]);
  return (
    <>
      <MarkForm article={slug}>
        <SaveButton slug={slug} isSaved={isAbout ? me.isSaved : undefined} variant="outline" />
      </MarkForm>
      <ReadIsland slug={slug} />
      {changedSlug === slug ? <ChangedNote /> : null}
    </>
  );
}
