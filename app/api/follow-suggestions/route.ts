import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { suggestFollows } from '@/features/follows/follow-suggestions.service.ts';
import { privateJson } from '@/lib/http.ts';

export const GET = route(async (request) => {
  const user = await requireUser(request);
  return privateJson({ suggestions: await suggestFollows(getContext().db, user.id) });
});
