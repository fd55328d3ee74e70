import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { importFollowsDto } from '@/features/follows/follows.dto.ts';
import { takeOverFollows } from '@/features/follows/follows.service.ts';
import { privateJson, readJson } from '@/lib/http.ts';

/** Brings what was followed in this browser without an account into the reader's own. */
export const POST = route(async (request) => {
  const user = await requireUser(request);
  const { topics } = await readJson(request, importFollowsDto);
  return privateJson(await takeOverFollows(getContext().db, user.id, topics));
});
