import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { endOtherSessions, endSessionOf } from '@/features/accounts/session.service.ts';
import { endSessionForm } from '@/features/accounts/sessions.dto.ts';
import { readForm } from '@/lib/http.ts';

/** Ends one of the reader's sessions, or all but this one. */
export const POST = route(async (request) => {
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: '/account' });
  const { session } = await readForm(request, endSessionForm);
  const { db } = getContext();
  if (session === 'others') await endOtherSessions(db, user.id, user.sessionId);
  else await endSessionOf(db, user.id, session);
  return seeOther('/account', { saved: session === 'others' ? 'sessions-ended' : 'session-ended' });
});
