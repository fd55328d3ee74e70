'use client';
import { type ReactNode, useState } from 'react';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { Timestamp } from '@/components/ui/timestamp.tsx';
import type { ArticleTopicsDto } from '@/features/articles/article-topics.dto.ts';
import styles from './article-topics.module.css';
import { ArticleTopicsConflict } from './article-topics-conflict.tsx';
import { ArticleTopicsList } from './article-topics-list.tsx';
import type { TopicRef } from './topic-fields.ts';
import { TopicPicker } from './topic-picker.tsx';
import { TopicSuggestions } from './topic-suggestions.tsx';
import { STATE_NAMES, sentence } from './topic-words.ts';
import { type DraftTopic, useArticleTopics } from './use-article-topics.ts';
import { useUnsavedWarning } from './use-unsaved-warning.ts';

/** The topics of an article: added, taken out and put in order, with those its text suggests. */
export function ArticleTopics({ article }: { article: ArticleTopicsDto }) {
  const { stored, topics, isChanged, theirs, ...desk } = useArticleTopics(article);
  useUnsavedWarning(isChanged);
  return (
    <div className={styles.desk}>
      <ArticleFacts article={stored} />
      <section className={styles.section} aria-labelledby="topics-of-article">
        <SectionHeading id="topics-of-article" title="Topics" />
        {theirs ? (
          <ArticleTopicsConflict
            known={stored.topics}
            theirs={theirs.topics}
            mine={topics}
            onKeepMine={() => desk.save(theirs.version)}
            onTakeTheirs={() => desk.takeTheirs(theirs)}
          />
        ) : null}
        {desk.problem ? (
          <Notice tone="error" title="Nothing was saved">
            {sentence(desk.problem)}
          </Notice>
        ) : null}
        <ArticleTopicsList topics={topics} onMove={desk.move} onRemove={desk.remove} />
        <AddTopic topics={topics} onAdd={desk.add} />
        <div className={styles.actions}>
          <Button
            aria-disabled={!isChanged || desk.isSaving || undefined}
            onClick={() => isChanged && desk.save()}
          >
            {desk.isSaving ? 'Saving…' : 'Save topics'}
          </Button>
          <span className={styles.note}>{isChanged ? 'Not saved yet' : sayKept(stored)}</span>
          {stored.isManaged && stored.hasFile && !isChanged ? (
            <Button variant="quiet" onClick={desk.letFileDecide}>
              Let the file decide again
            </Button>
          ) : null}
        </div>
      </section>
      <TopicSuggestions suggestions={stored.suggestions} topics={topics} onAdd={desk.add} />
      <noscript>
        <p className={styles.note}>Changing topics needs JavaScript.</p>
      </noscript>
    </div>
  );
}

function ArticleFacts({ article }: { article: ArticleTopicsDto }) {
  const { slug, headline, state, section, authors } = article;
  return (
    <div className={styles.article}>
      <p className={styles.headline}>
        {state === 'visible' ? <SiteLink href={`/article/${slug}`}>{headline}</SiteLink> : headline}
      </p>
      <p className={styles.note}>
        <Timestamp at={article.publishedAt} withClock />
        {state === 'visible' ? null : `, ${STATE_NAMES[state]}`}
        {section ? (
          <>
            {' · filed under '}
            <SiteLink href={`/admin/topics/${section.slug}/articles`}>{section.name}</SiteLink>
          </>
        ) : null}
        {authors.length > 0 ? ` · by ${authors.map((author) => author.name).join(', ')}` : null}
      </p>
    </div>
  );
}

/** A picker that is empty again after each topic it has added. */
function AddTopic({ topics, onAdd }: { topics: DraftTopic[]; onAdd: (topic: TopicRef) => void }) {
  const [chosen, setChosen] = useState<TopicRef | null>(null);
  const [added, setAdded] = useState(0);
  const isThere = topics.some((topic) => topic.slug === chosen?.slug);
  const add = () => {
    if (!chosen || isThere) return;
    onAdd(chosen);
    setChosen(null);
    setAdded(added + 1);
  };
  return (
    <PickAndDo>
      <TopicPicker
        key={added}
        label="Another topic"
        hint="It brings the topics above it."
        error={isThere ? `${chosen?.name} is there already.` : undefined}
        value={chosen}
        onChange={setChosen}
      />
      <Button variant="outline" onClick={add}>
        Add topic
      </Button>
    </PickAndDo>
  );
}

/** A picker and the button beside it. */
export function PickAndDo({ children }: { children: ReactNode }) {
  return <div className={styles.pick}>{children}</div>;
}

function sayKept({ isManaged, hasFile }: ArticleTopicsDto): string {
  if (!hasFile) return 'Nothing has changed.';
  return isManaged
    ? 'The topics of this article are kept here, not in its file.'
    : 'The article’s file decides, until topics are saved here.';
}
