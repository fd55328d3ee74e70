import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { getFollows } from '@/features/follows/follows.service.ts';
import { privateJson } from '@/lib/http.ts';

export const GET = route(async (request) => {
  const user = await requireUser(request);
  return privateJson({ follows: await getFollows(getContext().db, user.id) });
});
