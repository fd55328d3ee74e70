import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { noteRetirementTold } from '@/features/follows/follows.service.ts';
import { noContent } from '@/lib/http.ts';

type Params = { params: Promise<{ slug: string }> };

/** The reader has been told that the topic is retired, and keeps following it. */
export const PUT = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  await noteRetirementTold(getContext().db, user.id, (await params).slug, new Date());
  return noContent();
});
