import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { type SnoozedDto, snoozeDto } from '@/features/snoozes/snoozes.dto.ts';
import { snoozeFollow, wakeFollow } from '@/features/snoozes/snoozes.service.ts';
import { noContent, privateJson, readJson } from '@/lib/http.ts';

type Params = { params: Promise<{ slug: string }> };

export const PUT = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  const wish = await readJson(request, snoozeDto);
  const end = await snoozeFollow(getContext().db, user.id, (await params).slug, wish, new Date());
  return privateJson({ snoozedUntil: end.toISOString() } satisfies SnoozedDto);
});

export const DELETE = route(async (request, { params }: Params) => {
  const user = await requireUser(request);
  await wakeFollow(getContext().db, user.id, (await params).slug);
  return noContent();
});
