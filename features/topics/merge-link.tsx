import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { buttonClass } from '@/components/ui/button.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import type { EditedTopicDto } from './topic-editing.dto.ts';
import styles from './topic-form.module.css';

/** The way to merge a topic into another. Sections stay: articles are filed under them. */
export function MergeLink({ topic }: { topic: EditedTopicDto }) {
  if (topic.kind === 'section') return null;
  return (
    <section className={styles.section} aria-labelledby="merging">
      <SectionHeading id="merging" title="Merge" />
      <p>
        Two topics for one thing? The other one gets the followers, articles, names and addresses of this.
      </p>
      <div className={styles.actions}>
        <SiteLink className={buttonClass('outline')} href={`/admin/topics/${topic.slug}/merge`}>
          Merge {topic.name} into another topic
        </SiteLink>
      </div>
    </section>
  );
}
