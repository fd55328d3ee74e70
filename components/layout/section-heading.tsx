import { SiteLink } from '@/components/ui/site-link.tsx';
import styles from './section-heading.module.css';

export interface SectionHeadingProps {
  title: string;
  /** Makes the title a link. */
  href?: string;
  level?: 2 | 3;
  id?: string;
}

/** The head of a part of a page, under a firm rule: a section on the front page, a group of the directory. */
export function SectionHeading({ title, href, level = 2, id }: SectionHeadingProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={styles.heading} id={id}>
      {href ? <SiteLink href={href}>{title}</SiteLink> : title}
    </Heading>
  );
}
