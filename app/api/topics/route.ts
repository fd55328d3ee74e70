import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { topicQueryDto } from '@/features/topics/topic.dto.ts';
import { searchTopics } from '@/features/topics/topics.service.ts';
import { readQuery } from '@/lib/http.ts';

const SHARED_CACHE = { 'Cache-Control': 'public, max-age=0, s-maxage=60' };

export const GET = route(async (request) => {
  const { q, limit } = readQuery(request, topicQueryDto);
  return Response.json({ topics: await searchTopics(getContext().db, q, limit) }, { headers: SHARED_CACHE });
});
