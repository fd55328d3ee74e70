import { PersonDiscIcon, PersonIcon } from '@/components/ui/icons.tsx';
import { HeaderLink } from './header-link.tsx';
import styles from './site-header.module.css';

export interface AccountLinkProps {
  /** Null where it is not known who reads: a page that is the same for everyone, before its islands run. */
  isSignedIn: boolean | null;
}

/**
 * The header's link to the account: an icon on phones, with its words beside it on wider pages. While nobody
 * knows who reads, it names the account and claims nothing; the server sends visitors on to sign in.
 * All its states take the same place.
 */
export function AccountLink({ isSignedIn }: AccountLinkProps) {
  const [href, label] = isSignedIn === false ? ['/signin', 'Sign in'] : ['/account', 'Account'];
  return (
    <HeaderLink className={styles.tool} href={href}>
      {isSignedIn ? <PersonDiscIcon /> : <PersonIcon />}
      <span className={styles.accountLabel}>{label}</span>
    </HeaderLink>
  );
}
