import { getContext } from '@/app/_server/context.ts';
import { seeOther } from '@/app/_server/forms.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { muteFormDto } from '@/features/mutes/mutes.dto.ts';
import { muteTopic, unmuteTopic } from '@/features/mutes/mutes.service.ts';
import { AppError } from '@/lib/errors.ts';
import { readForm } from '@/lib/http.ts';

/** The second form of `/follow/[slug]`: mutes or unmutes, then back to the page that shows how things stand. */
export const POST = route(async (request) => {
  const { topic, wanted } = await readForm(request, muteFormDto);
  const page = `/follow/${encodeURIComponent(topic)}`;
  const user = await requestUser(request);
  if (!user) return seeOther('/signin', { returnTo: page });
  const act = wanted === 'mute' ? muteTopic : unmuteTopic;
  try {
    await act(getContext().db, user.id, topic);
    return seeOther(page);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'limit_reached') throw error;
    return seeOther(page, { error: 'mute-limit' });
  }
});
