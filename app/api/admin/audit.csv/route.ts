import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { auditFilterDto } from '@/features/audit/audit.dto.ts';
import { exportAudit } from '@/features/audit/audit.service.ts';
import { auditCsv } from '@/features/audit/audit-csv.ts';
import { PRIVATE_HEADERS, readQuery, textStream } from '@/lib/http.ts';

/** The audit log as a file, as far as the filter lets it in. */
export const GET = route(async (request) => {
  const user = requireRole(await requireUser(request), 'editor');
  const filter = readQuery(request, auditFilterDto);
  const batches = await exportAudit(getContext().db, user.id, filter);
  const day = new Date().toISOString().slice(0, 10);
  return new Response(textStream(auditCsv(batches)), {
    headers: {
      ...PRIVATE_HEADERS,
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="audit-log-${day}.csv"`,
    },
  });
});
