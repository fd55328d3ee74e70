import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { mergesQueryDto } from '@/features/topics/topic-merges.dto.ts';
import { getMerges } from '@/features/topics/topic-merges.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

/** A page of the ledger of merges. */
export const GET = route(async (request) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { before } = readQuery(request, mergesQueryDto);
  return privateJson(await getMerges(getContext().db, user.id, before ?? null));
});
