import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { route } from '@/app/_server/route.ts';
import { hasPublishKey } from '@/features/articles/publish-key.ts';
import { expireBody } from '@/features/jobs/jobs.dto.ts';
import { AppError } from '@/lib/errors.ts';
import { noContent, readJson } from '@/lib/http.ts';

/** Makes the pages with these cache tags fresh. Jobs call it, because tags expire only within a request. */
export const POST = route(async (request) => {
  if (!hasPublishKey(getContext().settings.secret, request.headers.get('authorization'))) {
    throw new AppError('not_signed_in', 'This address takes the publishing key of the server.');
  }
  expireTags((await readJson(request, expireBody)).tags);
  return noContent();
});
