import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { feedPreviewQueryDto } from '@/features/feed/feed-preview.dto.ts';
import { getFeedPreview } from '@/features/feed/feed-preview.service.ts';
import { readQuery, SHARED_HEADERS } from '@/lib/http.ts';

/**
 * The feed of the topics in its address, the same for whoever asks. Kept by caches outside for as
 * long as a page; not by us, because it costs a millisecond and has any number of addresses (T44).
 */
export const GET = route(async (request) => {
  const { topics, topic, cursor, limit } = readQuery(request, feedPreviewQueryDto);
  const { db, settings } = getContext();
  const page = await getFeedPreview({ db, secret: settings.secret }, topics, {
    cursor,
    limit,
    topicSlug: topic,
  });
  return Response.json(page, { headers: SHARED_HEADERS });
});
