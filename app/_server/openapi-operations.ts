import { z } from 'zod';
import { articleDto } from '@/features/articles/article.dto.ts';
import {
  feedPageDto,
  feedQueryDto,
  foldingDto,
  markedReadDto,
  markShownDto,
  newCountDto,
  newCountQueryDto,
  seenDto,
  unmarkDto,
} from '@/features/feed/feed.dto.ts';
import { feedPreviewPageDto, feedPreviewQueryDto } from '@/features/feed/feed-preview.dto.ts';
import { neighboursDto, neighboursQueryDto } from '@/features/feed/neighbours.dto.ts';
import { followListDto, followListFile, importReportDto } from '@/features/follows/follow-list.dto.ts';
import { followSuggestionDto } from '@/features/follows/follow-suggestions.dto.ts';
import { followDto, importedFollowsDto, importFollowsDto } from '@/features/follows/follows.dto.ts';
import { meDto, meQueryDto } from '@/features/me/me.dto.ts';
import { muteDto } from '@/features/mutes/mutes.dto.ts';
import { keepQueryDto, keptPageDto, keptQueryDto } from '@/features/saved/saved.dto.ts';
import { snoozeDto, snoozedDto } from '@/features/snoozes/snoozes.dto.ts';
import { topicListingDto, topicQueryDto } from '@/features/topics/topic.dto.ts';

/** One method of one path, as the OpenAPI document describes it. */
export type Operation = {
  summary: string;
  /** The answer's schema; nothing for 204. */
  answer?: z.ZodType;
  /** What the answer is when it is not JSON. */
  mediaType?: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  pathParameter?: string;
  /** True when the answer is to a thing that was made (201), and says where it is. */
  isCreation?: boolean;
  /** True when what is large is accepted (202) and done in the background. */
  isJobWhereLarge?: boolean;
  errors: number[];
};
type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** Operations by path and method. */
export type Operations = Record<string, Partial<Record<Method, Operation>>>;

/** Every operation for readers and the public. */
export const READERS_OPERATIONS: Operations = {
  '/api/me': {
    get: {
      summary:
        'Who is signed in, what they follow and mute, and how much is new; of an article, whether they saved or read it and whether it was changed since',
      query: meQueryDto,
      answer: meDto,
      errors: [400],
    },
  },
  '/api/saved': {
    get: {
      summary: 'What the reader saved, the last saved first; with q, what has all its words',
      query: keptQueryDto,
      answer: keptPageDto,
      errors: [400, 401],
    },
  },
  '/api/saved/{slug}': {
    put: {
      summary: 'Save an article, now or at an earlier time; idempotent',
      pathParameter: 'slug',
      query: keepQueryDto,
      errors: [400, 401, 403, 404, 409],
    },
    delete: {
      summary: 'Take an article out of what the reader saved; idempotent',
      pathParameter: 'slug',
      errors: [401, 403, 404],
    },
  },
  '/api/reads': {
    get: {
      summary: 'The reader’s history of 90 days, the last read first; with q, what has all its words',
      query: keptQueryDto,
      answer: keptPageDto,
      errors: [400, 401],
    },
  },
  '/api/reads/{slug}': {
    put: {
      summary:
        'Record that the reader has read an article, now or at an earlier time; of a reader who keeps no history, nothing; idempotent',
      pathParameter: 'slug',
      query: keepQueryDto,
      errors: [400, 401, 403, 404],
    },
    delete: {
      summary: 'Take an article out of the reader’s history; idempotent',
      pathParameter: 'slug',
      errors: [401, 403, 404],
    },
  },
  '/api/follows': {
    get: {
      summary: 'All the reader follows, by name',
      answer: z.object({ follows: z.array(followDto) }),
      errors: [401],
    },
  },
  '/api/following/export.opml': {
    get: {
      summary: 'All the reader follows, as OPML 2.0',
      answer: z.string(),
      mediaType: 'text/x-opml',
      errors: [401],
    },
  },
  '/api/following/export.json': {
    get: { summary: 'All the reader follows, as a file to keep', answer: followListDto, errors: [401] },
  },
  '/api/following/import': {
    post: {
      summary: 'Follow all that a list names, OPML or JSON, of up to 1 MB; what is followed already stays',
      body: followListFile,
      answer: importReportDto,
      errors: [400, 401, 403, 413, 503],
    },
  },
  '/api/follows/import': {
    post: {
      summary: 'Follow what was followed without an account, beside what is followed; idempotent',
      body: importFollowsDto,
      answer: importedFollowsDto,
      errors: [400, 401, 403],
    },
  },
  '/api/follows/{slug}': {
    put: {
      summary: 'Follow a topic or author; idempotent',
      pathParameter: 'slug',
      errors: [401, 403, 404, 409],
    },
    delete: {
      summary: 'Unfollow a topic or author; idempotent',
      pathParameter: 'slug',
      errors: [401, 403, 404],
    },
  },
  '/api/follows/{slug}/retirement-told': {
    put: {
      summary: 'Record that the reader has been told that a topic they follow is retired; idempotent',
      pathParameter: 'slug',
      errors: [401, 403, 404],
    },
  },
  '/api/follows/{slug}/snooze': {
    put: {
      summary: 'Have a follow bring nothing for a day, for a week or until a day at most a year away',
      pathParameter: 'slug',
      body: snoozeDto,
      answer: snoozedDto,
      errors: [400, 401, 403, 404, 409],
    },
    delete: {
      summary: 'Have a follow that is snoozed bring its articles again; idempotent',
      pathParameter: 'slug',
      errors: [401, 403, 404],
    },
  },
  '/api/follow-suggestions': {
    get: {
      summary: 'Topics often in the same articles as what the reader follows, the closest first',
      answer: z.object({ suggestions: z.array(followSuggestionDto) }),
      errors: [401],
    },
  },
  '/api/mutes': {
    get: {
      summary: 'All the reader mutes, by name',
      answer: z.object({ mutes: z.array(muteDto) }),
      errors: [401],
    },
  },
  '/api/mutes/{slug}': {
    put: {
      summary: 'Mute a topic or author and all beneath it, whatever else is followed; idempotent',
      pathParameter: 'slug',
      errors: [401, 403, 404, 409],
    },
    delete: {
      summary: 'Unmute a topic or author; idempotent',
      pathParameter: 'slug',
      errors: [401, 403, 404],
    },
  },
  '/api/feed': {
    get: {
      summary: 'A page of Following, newest first',
      query: feedQueryDto,
      answer: feedPageDto,
      errors: [400, 401],
    },
  },
  '/api/feed/preview': {
    get: {
      summary: 'A page of the feed that following these topics gives, for whoever asks',
      query: feedPreviewQueryDto,
      answer: feedPreviewPageDto,
      errors: [400],
    },
  },
  '/api/feed/new-count': {
    get: {
      summary:
        'New articles since the last visit or, with the mark of a feed page, since that was made; 100 stands for 100 or more',
      query: newCountQueryDto,
      answer: newCountDto,
      errors: [400, 401],
    },
  },
  '/api/feed/seen': {
    post: {
      summary: 'Record how far the feed was seen, by the mark of a feed page',
      body: seenDto,
      errors: [400, 401, 403],
    },
  },
  '/api/feed/read': {
    post: {
      summary: 'Mark as read what feed pages showed, by their marks; tells what was marked and the way back',
      body: markShownDto,
      answer: markedReadDto,
      errors: [400, 401, 403, 409],
    },
  },
  '/api/feed/read/undo': {
    post: {
      summary: 'Make unread again exactly what was marked; idempotent',
      body: unmarkDto,
      errors: [400, 401, 403],
    },
  },
  '/api/feed/folding': {
    put: {
      summary: 'Set whether the page Following folds long runs on one topic; GET /api/feed never does',
      body: foldingDto,
      errors: [400, 401, 403],
    },
  },
  '/api/topics': {
    get: {
      summary: 'Topics whose name or alias holds q',
      query: topicQueryDto,
      answer: z.object({ topics: z.array(topicListingDto) }),
      errors: [400],
    },
  },
  '/api/articles/{slug}': {
    get: { summary: 'One published article', pathParameter: 'slug', answer: articleDto, errors: [404] },
  },
  '/api/articles/{slug}/neighbours': {
    get: {
      summary: 'The articles before and after one, in a topic that the reader follows and it is in',
      pathParameter: 'slug',
      query: neighboursQueryDto,
      answer: neighboursDto,
      errors: [400, 401],
    },
  },
};
