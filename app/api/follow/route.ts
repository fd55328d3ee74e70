import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { followFormDto } from '@/features/follows/follows.dto.ts';
import { followTopic, unfollowTopic } from '@/features/follows/follows.service.ts';
import { AppError } from '@/lib/errors.ts';
import { readForm } from '@/lib/http.ts';

/** The form of `/follow/[slug]`: an explicit wish, then back to the page that shows how things stand. */
export const POST = route(async (request) => {
  const { topic, wanted } = await readForm(request, followFormDto);
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { follow: topic, returnTo: `/follow/${topic}` });
  const page = `/follow/${encodeURIComponent(topic)}`;
  const act = wanted === 'follow' ? followTopic : unfollowTopic;
  try {
    await act(getContext().db, user.id, topic);
    return seeOther(page);
  } catch (error) {
    const isForReaders = error instanceof AppError && ['limit_reached', 'conflict'].includes(error.code);
    if (!isForReaders) throw error;
    // The page says by itself when a topic is retired.
    return seeOther(page, error.code === 'limit_reached' ? { error: 'limit' } : {});
  }
});
