import { getContext } from '@/app/_server/context.ts';
import { expireTags } from '@/app/_server/expire.ts';
import { publishInTurn } from '@/app/_server/publish-in-turn.ts';
import { route } from '@/app/_server/route.ts';
import { textKeeping } from '@/app/_server/text-keeping.ts';
import { hasPublishKey } from '@/features/articles/publish-key.ts';
import { publishFolder } from '@/features/articles/publishing.service.ts';
import { AppError } from '@/lib/errors.ts';
import { PRIVATE_HEADERS, privateJson } from '@/lib/http.ts';

/**
 * Publishes the content folder and makes every page concerned fresh. The content watcher calls it,
 * because cache tags can only be expired within a request. Answers `PublishResult`; 422 with the
 * list of mistakes when there are any, and then nothing of the folder was stored.
 */
export const POST = route(async (request) => {
  const { db, settings } = getContext();
  if (!hasPublishKey(settings.secret, request.headers.get('authorization'))) {
    throw new AppError('not_signed_in', 'This address takes the publishing key of the server.');
  }
  const keeping = await textKeeping(settings.dataDir);
  const { result, mistakes } = await publishInTurn(() =>
    publishFolder(db, settings.contentDir, new Date(), keeping),
  );
  expireTags(result.tags);
  if (mistakes.length === 0) return privateJson(result);
  const title = `The content folder has ${mistakes.length} mistake${mistakes.length === 1 ? '' : 's'}.`;
  const { released, nextDueAt } = result;
  const problem = {
    type: 'about:blank',
    title,
    status: 422,
    code: 'content_mistakes',
    mistakes,
    released,
    nextDueAt,
  };
  return new Response(JSON.stringify(problem), {
    status: 422,
    headers: { ...PRIVATE_HEADERS, 'Content-Type': 'application/problem+json' },
  });
});
