'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { showMessage } from '@/components/ui/messages.ts';
import type { ArticleTagDto, ArticleTopicsDto } from '@/features/articles/article-topics.dto.ts';
import { articlesKey, sendArticleTopics, sendToFile } from '@/features/articles/article-topics.queries.ts';
import { ApiError } from '@/lib/api-client.ts';

/** A topic as the draft has it; what it brings is known once it is saved. */
export type DraftTopic = Pick<ArticleTagDto, 'slug' | 'name'> & Partial<ArticleTagDto>;

/** The topics of an article as this editor has put them, and what to do with them. */
export function useArticleTopics(initial: ArticleTopicsDto) {
  const [stored, setStored] = useState(initial);
  // Null while nothing is changed.
  const [draft, setDraft] = useState<DraftTopic[] | null>(null);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ topics, version }: { topics: DraftTopic[]; version: string }) =>
      sendArticleTopics(initial.slug, { topics: topics.map((topic) => topic.slug), version }),
    onSuccess: (saved) => {
      take(saved);
      showMessage(`The topics of “${saved.headline}” are saved.`);
      return client.invalidateQueries({ queryKey: articlesKey });
    },
  });
  const toFile = useMutation({
    mutationFn: () => sendToFile(initial.slug),
    onSuccess: (given) => {
      take(given);
      showMessage(`“${given.headline}” has the topics of its file again.`);
      return client.invalidateQueries({ queryKey: articlesKey });
    },
  });
  const topics = draft ?? stored.topics;
  const error = save.error instanceof ApiError ? save.error : null;

  function take(article: ArticleTopicsDto) {
    setStored(article);
    setDraft(null);
  }
  /** Another list; the one that is stored is no draft. */
  function put(next: DraftTopic[]) {
    save.reset();
    toFile.reset();
    setDraft(isSame(next, stored.topics) ? null : next);
  }
  return {
    stored,
    topics,
    isChanged: draft !== null,
    isSaving: save.isPending || toFile.isPending,
    /** What is wrong with the topics, or kept them from being saved. */
    problem:
      error && !error.current ? (error.fields.topics ?? error.message) : (toFile.error?.message ?? null),
    /** What someone else has saved meanwhile. */
    theirs: (error?.current ?? null) as ArticleTopicsDto | null,
    add: ({ slug, name }: DraftTopic) => {
      if (!topics.some((topic) => topic.slug === slug))
        put([...topics, known(stored, slug) ?? { slug, name }]);
    },
    remove: (slug: string) => put(topics.filter((topic) => topic.slug !== slug)),
    move: (index: number, by: -1 | 1) => put(swap(topics, index, index + by)),
    save: (version = stored.version) => {
      if (!save.isPending) save.mutate({ topics, version });
    },
    letFileDecide: () => {
      if (!toFile.isPending) toFile.mutate();
    },
    takeTheirs: (article: ArticleTopicsDto) => {
      save.reset();
      take(article);
      showMessage('The page shows what the other editor saved.');
    },
  };
}

function known(article: ArticleTopicsDto, slug: string): ArticleTagDto | undefined {
  return article.topics.find((topic) => topic.slug === slug);
}

function isSame(a: DraftTopic[], b: DraftTopic[]): boolean {
  return a.map((topic) => topic.slug).join() === b.map((topic) => topic.slug).join();
}

function swap<T>(list: T[], i: number, j: number): T[] {
  const [a, b] = [list[i], list[j]];
  if (a === undefined || b === undefined) return list;
  return list.with(i, b).with(j, a);
}
