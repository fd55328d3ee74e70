import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { insightsCsv } from '@/features/topics/insights-csv.ts';
import { insightsFileQueryDto } from '@/features/topics/topic-insights.dto.ts';
import { daysOf, exportInsights } from '@/features/topics/topic-insights.service.ts';
import { PRIVATE_HEADERS, readQuery, textStream } from '@/lib/http.ts';

/** Demand and coverage as a file, as far as the filter lets topics in. */
export const GET = route(async (request) => {
  const user = requireRole(await requireUser(request), 'editor');
  const query = readQuery(request, insightsFileQueryDto);
  const batches = await exportInsights(getContext().db, user.id, query);
  const day = new Date().toISOString().slice(0, 10);
  return new Response(textStream(insightsCsv(batches)), {
    headers: {
      ...PRIVATE_HEADERS,
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="insights-${daysOf(query)}-days-${day}.csv"`,
    },
  });
});
