import type { FollowDto } from './follows.dto.ts';

/** A followed topic that was retired, with what may be followed in its place, and is already. */
export type RetirementNews = Pick<FollowDto, 'slug' | 'name' | 'successor'> & {
  isSuccessorFollowed: boolean;
};

/** Retirements of what is followed that the reader has not been told of. */
export function retirementNews(follows: FollowDto[]): RetirementNews[] {
  const followed = new Set(follows.map((follow) => follow.slug));
  return follows
    .filter((follow) => follow.isRetired && !follow.isRetirementTold)
    .map(({ slug, name, successor }) => ({
      ...{ slug, name, successor },
      isSuccessorFollowed: successor !== null && followed.has(successor.slug),
    }));
}
