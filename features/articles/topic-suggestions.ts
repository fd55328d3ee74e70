import type { Db } from '@/db/client.ts';
import {
  type LabelledTopic,
  listTopicsByLabels,
  loadBody,
  type TaggedArticle,
} from '@/db/queries/article-tags.ts';
import { fold } from '@/lib/fold.ts';
import { plainText } from '@/lib/plain-text.ts';
import type { FoundWordsDto, TopicSuggestionDto } from './article-topics.dto.ts';
import { type Gram, gramsOf, wordsOf } from './text-grams.ts';

/** The most words of the text that are looked at, and the most suggestions made. */
const MAX_BODY_WORDS = 6_000;
const SHOWN = 12;
const PLACES_SHOWN = 3;
const CONTEXT_CHARS = 48;

type Where = FoundWordsDto['where'];
const WEIGHTS: Record<Where, number> = { headline: 6, dek: 3, body: 1 };
type Part = { where: Where; text: string; grams: Gram[] };
type Match = { part: Part; gram: Gram; topic: LabelledTopic };

/**
 * Topics whose name or another name of theirs stands in the article as whole words, accents and capitals
 * aside, with those words; those in the headline first. A longer name takes its words from the shorter
 * ones within it. What the article names already, what is retired or merged and authors are left out.
 * Costs what the article is long, however many topics there are: its own words are looked up in theirs.
 */
export async function suggestTopics(db: Db, article: TaggedArticle): Promise<TopicSuggestionDto[]> {
  const parts = [
    partOf('headline', article.headline),
    partOf('dek', article.dek),
    partOf('body', plainText(await loadBody(db, article.id))),
  ];
  const forms = new Set(parts.flatMap((part) => part.grams.flatMap((gram) => gram.forms)));
  const topics = forms.size > 0 ? await listTopicsByLabels(db, [...forms]) : [];
  const taken = new Set(article.direct.map((topic) => topic.id));
  const byTopic = Map.groupBy(longestMatches(parts, topics), ({ topic }) => topic);
  return [...byTopic]
    .filter(([topic]) => !taken.has(topic.id))
    .sort(([a, ofA], [b, ofB]) => weigh(ofB) - weigh(ofA) || (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN)
    .map(([{ slug, name, kind }, matches]) => ({
      ...{ slug, name, kind },
      count: matches.length,
      found: matches.slice(0, PLACES_SHOWN).map(({ part, gram }) => inContext(part, gram)),
    }));
}

function partOf(where: Where, text: string): Part {
  return { where, text, grams: gramsOf(text, wordsOf(text).slice(0, MAX_BODY_WORDS)) };
}

/** Where names of topics stand, in the order of the text; of two that overlap, the longer. */
function longestMatches(parts: Part[], topics: LabelledTopic[]): Match[] {
  const owners = new Map<string, { topic: LabelledTopic; isAcronym: boolean }>();
  for (const topic of topics) {
    const acronyms = new Set([topic.name, ...topic.aliases].filter(isAcronym).map(fold));
    for (const label of topic.labels) owners.set(label, { topic, isAcronym: acronyms.has(label) });
  }
  return parts.flatMap((part) => {
    const matches = part.grams.flatMap((gram): Match[] => {
      const form = gram.forms.find((candidate) => owners.has(candidate));
      const owner = form === undefined ? undefined : owners.get(form);
      if (!owner) return [];
      // "US" is not "us", and WHO is not who.
      if (owner.isAcronym && !isAcronym(part.text.slice(gram.start, gram.end))) return [];
      return [{ part, gram, topic: owner.topic }];
    });
    const used = new Set<number>();
    const isFree = ({ gram }: Match) => {
      const words = Array.from({ length: gram.wordCount }, (_, i) => gram.firstWord + i);
      if (words.some((word) => used.has(word))) return false;
      for (const word of words) used.add(word);
      return true;
    };
    return matches
      .sort((a, b) => b.gram.wordCount - a.gram.wordCount || a.gram.start - b.gram.start)
      .filter(isFree)
      .sort((a, b) => a.gram.start - b.gram.start);
  });
}

function isAcronym(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function weigh(matches: Match[]): number {
  return matches.reduce((sum, { part }) => sum + WEIGHTS[part.where], 0);
}

/** The words and some before and after them, of the same paragraph. */
function inContext({ where, text }: Part, { start, end }: Gram): FoundWordsDto {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
  const from = Math.max(lineStart, start - CONTEXT_CHARS);
  const to = Math.min(lineEnd, end + CONTEXT_CHARS);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    where,
    // Where it is cut, at a whole word.
    before: from === lineStart ? before : `…${before.replace(/^\S*\s?/, '')}`,
    words: text.slice(start, end),
    after: to === lineEnd ? after : `${after.replace(/\s?\S*$/, '')}…`,
  };
}
