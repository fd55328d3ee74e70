import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { handedCookie } from '@/app/_server/handed.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { privateFeedForm } from '@/features/feed/private-feed.dto.ts';
import { endPrivateFeed, makePrivateFeed } from '@/features/feed/private-feed.service.ts';
import { readForm } from '@/lib/http.ts';

/** Makes the address of the reader's private feed, which the account page shows once, or ends it. */
export const POST = route(async (request) => {
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: '/account' });
  const { wanted } = await readForm(request, privateFeedForm);
  const { db, settings } = getContext();
  const token = wanted === 'make' ? await makePrivateFeed(db, user.id, new Date()) : '';
  if (wanted === 'end') await endPrivateFeed(db, user.id);
  const setCookies = [handedCookie(settings, 'feed', '/account', token)];
  const page = token ? '/account?saved=feed-made#feed' : '/account?saved=feed-ended';
  return seeOther(page, {}, { setCookies });
});
