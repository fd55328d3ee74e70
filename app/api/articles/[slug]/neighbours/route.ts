import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { neighboursQueryDto } from '@/features/feed/neighbours.dto.ts';
import { getNeighbours } from '@/features/feed/neighbours.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

export const GET = route(async (request, { params }: { params: Promise<{ slug: string }> }) => {
  const user = await requireUser(request);
  const { topic } = readQuery(request, neighboursQueryDto);
  return privateJson(await getNeighbours(getContext().db, user.id, (await params).slug, topic ?? null));
});
