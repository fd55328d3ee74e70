import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { seenDto } from '@/features/feed/feed.dto.ts';
import { markSeen } from '@/features/feed/feed.service.ts';
import { noContent, readJson } from '@/lib/http.ts';

export const POST = route(async (request) => {
  const user = await requireUser(request);
  const { upTo } = await readJson(request, seenDto);
  const { db, settings } = getContext();
  await markSeen({ db, secret: settings.secret }, user.id, upTo);
  return noContent();
});
