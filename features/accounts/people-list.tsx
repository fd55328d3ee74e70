import type { PersonDto } from './people.dto.ts';
import styles from './people.module.css';
import { RoleControl } from './role-control.tsx';

export interface PeopleListProps {
  people: PersonDto[];
  /** The id of the admin who looks at the page. */
  ownId: string;
  /** The id of the list's heading, if people without a role leave the list. */
  listHeadingId?: string;
}

/** People and their roles, a row each. */
export function PeopleList({ people, ownId, listHeadingId }: PeopleListProps) {
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <li key={person.id} className={styles.person}>
          <div className={styles.who}>
            <p className={styles.name}>
              {person.name ?? person.email}
              {person.id === ownId ? <span className={styles.mark}> (you)</span> : null}
            </p>
            {person.name ? <p className={styles.fact}>{person.email}</p> : null}
            {person.isAdminBySettings ? (
              <p className={styles.fact}>
                Named in ADMIN_EMAILS: made an administrator again at every sign-in.
              </p>
            ) : null}
          </div>
          <RoleControl person={person} isSelf={person.id === ownId} listHeadingId={listHeadingId} />
        </li>
      ))}
    </ul>
  );
}
