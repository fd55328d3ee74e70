import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { getMutes } from '@/features/mutes/mutes.service.ts';
import { privateJson } from '@/lib/http.ts';

export const GET = route(async (request) => {
  const user = await requireUser(request);
  return privateJson({ mutes: await getMutes(getContext().db, user.id) });
});
