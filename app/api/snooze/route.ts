import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { type SnoozeForm, snoozeFormDto } from '@/features/snoozes/snoozes.dto.ts';
import { snoozeFollow, wakeFollow } from '@/features/snoozes/snoozes.service.ts';
import { AppError } from '@/lib/errors.ts';
import { readForm } from '@/lib/http.ts';

/** The third form of `/follow/[slug]`: snoozes or wakes, then back to the page that shows how things stand. */
export const POST = route(async (request) => {
  const { topic, wanted, until } = await readForm(request, snoozeFormDto);
  const page = `/follow/${encodeURIComponent(topic)}`;
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: page });
  try {
    await act(user.id, topic, wanted, until);
    return seeOther(page);
  } catch (error) {
    const isForReaders = error instanceof AppError && ['bad_request', 'conflict'].includes(error.code);
    if (!isForReaders) throw error;
    // Whether the topic is followed the page says by itself.
    return seeOther(page, error.code === 'bad_request' ? { error: 'snooze' } : {});
  }
});

async function act(userId: string, topic: string, wanted: SnoozeForm['wanted'], until: string) {
  const { db } = getContext();
  if (wanted === 'wake') return wakeFollow(db, userId, topic);
  await snoozeFollow(db, userId, topic, wanted === 'until' ? { until } : { for: wanted }, new Date());
}
