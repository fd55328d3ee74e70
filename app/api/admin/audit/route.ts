import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireUser } from '@/app/_server/session.ts';
import { requireRole } from '@/features/accounts/roles.ts';
import { auditQueryDto } from '@/features/audit/audit.dto.ts';
import { getAuditPage } from '@/features/audit/audit.service.ts';
import { privateJson, readQuery } from '@/lib/http.ts';

/** A page of the audit log. */
export const GET = route(async (request) => {
  const user = requireRole(await requireUser(request), 'editor');
  const { before, ...filter } = readQuery(request, auditQueryDto);
  return privateJson(await getAuditPage(getContext().db, user.id, filter, before ? Number(before) : null));
});
