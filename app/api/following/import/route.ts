import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { HANDED_MAX_BYTES, handedCookie } from '@/app/_server/handed.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser, requireUser } from '@/app/_server/session.ts';
import { LIST_MAX_BYTES } from '@/features/follows/follow-list.dto.ts';
import { importFollows } from '@/features/follows/follow-list.service.ts';
import { packError, packReport } from '@/features/follows/import-summary.ts';
import { AppError } from '@/lib/errors.ts';
import { privateJson, readFileText } from '@/lib/http.ts';

const PAGE = '/following/manage';

/**
 * Follows what a list names: a file as the body, answered with the whole report; or the form of the manage
 * page, which is told in short on that page.
 */
export const POST = route(async (request) => {
  const isFormOfPage = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  const { db, settings } = getContext();
  const read = () => readFileText(request, 'list', LIST_MAX_BYTES);
  if (!isFormOfPage) {
    const user = await requireUser(request);
    return privateJson(await importFollows(db, user.id, await read(), settings.appUrl));
  }
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: PAGE });
  const summary = await read()
    .then((file) => importFollows(db, user.id, file, settings.appUrl))
    .then((report) => packReport(report, HANDED_MAX_BYTES))
    .catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code === 'internal') throw error;
      // Refused before anything was followed, or in between, when importing again goes on from there.
      const isUntouched = error.code !== 'unavailable';
      return packError(isUntouched ? `${error.message} Nothing has changed.` : error.message);
    });
  const setCookies = [handedCookie(settings, 'imported', PAGE, summary)];
  return seeOther(PAGE, { imported: '1' }, { setCookies });
});
