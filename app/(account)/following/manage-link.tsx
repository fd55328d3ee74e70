import { SiteLink } from '@/components/ui/site-link.tsx';
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx';

/** The way to the manage page, short for who sees where it stands. */
export function ManageLink() {
  return (
    <SiteLink href="/following/manage">
      Manage<VisuallyHidden> what you follow</VisuallyHidden>
    </SiteLink>
  );
}
