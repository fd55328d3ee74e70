import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requestUser } from '@/app/_server/session.ts';
import { followFormDto } from '@/features/follows/follows.dto.ts';
import { followTopic, unfollowTopic } from '@/features/follows/follows.service.ts';
import { PRIVATE_HEADERS, readForm } from '@/lib/http.ts';

/** The form of `/follow/[slug]`: an explicit wish, then back to the page that shows how things stand. */
export const POST = route(async (request) => {
  const { topic, wanted } = await readForm(request, followFormDto);
  const user = await requestUser(request);
  if (!user)
    return seeOther(`/signin?${new URLSearchParams({ follow: topic, returnTo: `/follow/${topic}` })}`);
  const act = wanted === 'follow' ? followTopic : unfollowTopic;
  await act(getContext().db, user.id, topic);
  return seeOther(`/follow/${encodeURIComponent(topic)}`);
});

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...PRIVATE_HEADERS, Location: location } });
}
