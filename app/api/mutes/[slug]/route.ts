import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { muteTopic, unmuteTopic } from '@/features/mutes/mutes.service.ts';
import { noContent } from '@/lib/http.ts';

type Params = { params: Promise<{ slug: string }> };

export const PUT = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  await muteTopic(getContext().db, user.id, (await params).slug);
  return noContent();
});

export const DELETE = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  await unmuteTopic(getContext().db, user.id, (await params).slug);
  return noContent();
});
