import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './session-list.module.css';

/** What is kept about a reader as a file, and the way out. */
export function YourData() {
  return (
    <>
      <p>
        Everything kept about you is in one file: what you follow, mute, save and have read, your newsletters
        and sessions. What you follow is also there{' '}
        <SiteLink href="/following/manage#take-along">as a list</SiteLink> that feed readers take.
      </p>
      <p className={styles.choices}>
        <a className={buttonClass('outline')} href="/api/account/export" download>
          Download everything
        </a>
        <SiteLink className={buttonClass('outline')} href="/account/delete">
          Delete your account
        </SiteLink>
      </p>
    </>
  );
}
