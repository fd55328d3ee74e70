import type { Metadata } from 'next';
import { getContext } from '@/app/_server/context.ts';
import { oneParam, type SearchParams } from '@/app/_server/search-params.ts';
import { GiveRoleForm } from '@/features/accounts/give-role-form.tsx';
import { peopleQueryDto } from '@/features/accounts/people.dto.ts';
import styles from '@/features/accounts/people.module.css';
import { findPeople } from '@/features/accounts/people.service.ts';
import { PeopleList } from '@/features/accounts/people-list.tsx';
import { PeopleSearch } from '@/features/accounts/people-search.tsx';
import { NewsroomPage, staffOnly } from '../newsroom-page.tsx';

export const instant = false;
export const metadata: Metadata = { title: 'People', robots: { index: false } };

const STAFF_HEADING = 'staff';

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const user = await staffOnly('/admin/people', 'admin');
  const q = oneParam(await searchParams, 'q')?.trim() ?? '';
  const query = peopleQueryDto.safeParse({ q });
  const { staff, found, hasMore } = await findPeople(
    getContext(),
    user.id,
    query.success ? query.data.q : '',
  );
  const problem = query.error?.issues[0]?.message;
  return (
    <NewsroomPage user={user} room="/admin/people" title="People">
      <div className={styles.tools}>
        <PeopleSearch q={q} error={problem && `What you look for ${problem}.`} />
        <GiveRoleForm />
      </div>
      <noscript>
        <p className={styles.none}>Changing roles needs JavaScript.</p>
      </noscript>
      {q && query.success ? (
        <section className={styles.section} aria-labelledby="found">
          <h2 className={styles.heading} id="found">
            Found for “{q}”
          </h2>
          {found.length > 0 ? <PeopleList people={found} ownId={user.id} /> : null}
          {found.length === 0 ? (
            <p className={styles.none}>
              Nobody who has signed in has an address or a name that begins like this.
            </p>
          ) : null}
          {hasMore ? (
            <p className={styles.none}>
              More people match; these are the first 50. Type more of the address.
            </p>
          ) : null}
        </section>
      ) : null}
      <section className={styles.section} aria-labelledby={STAFF_HEADING}>
        <h2 className={styles.heading} id={STAFF_HEADING} tabIndex={-1}>
          Staff
        </h2>
        <PeopleList people={staff} ownId={user.id} listHeadingId={STAFF_HEADING} />
      </section>
    </NewsroomPage>
  );
}
