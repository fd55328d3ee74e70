import { Chip, ChipRow } from '@/components/ui/chip.tsx';
import styles from './own-pages.module.css';

const PAGES = [
  { href: '/following', name: 'Following' },
  { href: '/saved', name: 'Saved' },
  { href: '/history', name: 'Reading history' },
  { href: '/newsletters', name: 'Newsletters' },
  { href: '/account', name: 'Your account' },
];

/** The ways between a reader's own pages; `current` is the address of the one shown. */
export function OwnPages({ current }: { current: string }) {
  return (
    <div className={styles.pages}>
      <ChipRow label="Your pages">
        {PAGES.map(({ href, name }) => (
          <Chip key={href} href={href} isCurrent={href === current}>
            {name}
          </Chip>
        ))}
      </ChipRow>
    </div>
  );
}
