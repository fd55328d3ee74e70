'use client';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import type { EditedTopicDto } from './topic-editing.dto.ts';
import styles from './topic-form.module.css';
import { useEditedTopic } from './use-edited-topic.ts';

/** The addresses a topic had before, which lead to it. */
export function OldAddresses({ topic: initial }: { topic: EditedTopicDto }) {
  const { oldSlugs } = useEditedTopic(initial);
  if (oldSlugs.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="old-addresses">
      <SectionHeading id="old-addresses" title="Old addresses" />
      <p>They lead to this topic for ever, and no other topic gets them.</p>
      <ul className={styles.addresses}>
        {oldSlugs.map((slug) => (
          <li key={slug}>
            <code>/topic/{slug}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
