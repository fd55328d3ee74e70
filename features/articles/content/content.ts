import type { z } from 'zod';
import type { Place } from './mistakes.ts';
import type { PhotoFacts } from './photo-facts.ts';
import type { authorShape, photoShape, topicShape } from './schemas.ts';

/** A topic as topics.yaml has it. */
export type TopicSource = z.infer<typeof topicShape> & { at: Place };

/** An author as authors.yaml has them. */
export type AuthorSource = z.infer<typeof authorShape> & { at: Place };

export type PhotoSource = z.infer<typeof photoShape> & PhotoFacts;

/** An article as its file has it, checked and rendered. Topics and authors by slug, in the editor's order. */
export type ArticleSource = {
  slug: string;
  at: Place;
  headline: string;
  dek: string;
  /** Sanitised. */
  bodyHtml: string;
  wordCount: number;
  dateline: string | null;
  agency: string | null;
  section: string;
  isLead: boolean;
  isImport: boolean;
  publishedAt: Date;
  updatedAt: Date | null;
  /** When it was last changed in a way that those who have read it should know of. */
  changedAt: Date | null;
  authors: string[];
  topics: string[];
  photos: PhotoSource[];
  /** Fingerprint of all of the above. */
  sourceHash: string;
};

/** A whole content folder without a mistake. Topics stand in the order of the file. */
export type Content = { topics: TopicSource[]; authors: AuthorSource[]; articles: ArticleSource[] };

/** What `sourceHash` of every article from a content folder begins with. */
export const FOLDER_PREFIX = 'folder:';
