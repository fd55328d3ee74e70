import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { type SearchParams, withQuery } from '@/app/_server/search-params.ts';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { auditQueryDto } from '@/features/audit/audit.dto.ts';
import { getAuditChoices, getAuditPage } from '@/features/audit/audit.service.ts';
import { AuditFilters } from '@/features/audit/audit-filters.tsx';
import styles from '@/features/audit/audit-log.module.css';
import { AuditLog } from '@/features/audit/audit-log.tsx';
import { NewsroomPage, staffOnly } from '../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'Audit log', robots: { index: false } };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await staffOnly('/admin/audit');
  const query = auditQueryDto.safeParse(await searchParams);
  const { before, ...filter } = query.success ? query.data : {};
  const { db } = getContext();
  const { entries, nextBefore } = await getAuditPage(db, user.id, filter, before ? Number(before) : null);
  const choices = await getAuditChoices(db, user.id);
  return (
    <NewsroomPage user={user} room="/admin/audit" title="Audit log">
      <AuditFilters filter={filter} choices={choices} csvHref={withQuery('/api/admin/audit.csv', filter)} />
      {entries.length > 0 ? <AuditLog entries={entries} /> : <p className={styles.none}>No entries.</p>}
      <nav className={styles.pages} aria-label="Pages of the log">
        {before ? (
          <SiteLink className={buttonClass('outline')} href={withQuery('/admin/audit', filter)}>
            Newest entries
          </SiteLink>
        ) : null}
        {nextBefore ? (
          <SiteLink
            className={buttonClass('outline')}
            href={withQuery('/admin/audit', { ...filter, before: String(nextBefore) })}
          >
            Older entries
          </SiteLink>
        ) : null}
      </nav>
    </NewsroomPage>
  );
}
