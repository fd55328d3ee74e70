import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { keptQueryDto } from '@/features/saved/saved.dto.ts';
import { getSavedPage } from '@/features/saved/saved.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

export const GET = route(async (request) => {
  const user = await requireUser(request);
  const options = readQuery(request, keptQueryDto);
  const { db, settings } = getContext();
  return privateJson(await getSavedPage({ db, secret: settings.secret }, user.id, options));
});
