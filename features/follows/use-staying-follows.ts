'use client';
import { useState } from 'react';

/**
 * What is followed, by name, with what was unfollowed since this was first shown: its row stays, so
 * that it can be followed again and the focus keeps its place.
 */
export function useStayingFollows<Follow extends { slug: string; name: string }>(
  follows: Follow[],
): Follow[] {
  const [shown, setShown] = useState(follows);
  const added = follows.filter(({ slug }) => !shown.some((follow) => follow.slug === slug));
  if (added.length > 0) setShown([...shown, ...added].toSorted((a, b) => a.name.localeCompare(b.name)));
  return shown;
}
