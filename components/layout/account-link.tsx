import { PersonDiscIcon, PersonIcon } from '@/components/ui/icons.tsx';
import { HeaderLink } from './header-link.tsx';
import styles from './site-header.module.css';

export interface AccountLinkProps {
  /** Null where it is not known who reads: a page that is the same for everyone, before its islands run. */
  isSignedIn: boolean | null;
}

/**
 * The header's link to the account: an icon on phones, with its words beside it on wider pages. All its states
 * take the same place. While nobody knows who reads, it leads to the account, from where the server sends
 * visitors on to sign in; its word is by what the browser keeps (lib/display.ts).
 */
export function AccountLink({ isSignedIn }: AccountLinkProps) {
  const whenUnknown = (
    <>
      <span className={styles.forReader}>Account</span>
      <span className={styles.forVisitor}>Sign in</span>
    </>
  );
  return (
    <HeaderLink className={styles.tool} href={isSignedIn === false ? '/signin' : '/account'}>
      {isSignedIn ? <PersonDiscIcon /> : <PersonIcon />}
      <span className={styles.accountLabel}>
        {isSignedIn === null ? whenUnknown : isSignedIn ? 'Account' : 'Sign in'}
      </span>
    </HeaderLink>
  );
}
