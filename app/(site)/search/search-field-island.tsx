'use client';
import { FollowButton } from '@/features/follows/follow-button.tsx';
import { SearchField } from '@/features/search/search-field.tsx';

/** The field of the search page; the topics it suggests can be followed where they stand. */
export function SearchFieldIsland({ value, error }: { value: string; error?: string | undefined }) {
  return (
    <SearchField
      value={value}
      error={error}
      renderFollow={({ slug, name }) => <FollowButton slug={slug} topicName={name} label="action" />}
    />
  );
}
