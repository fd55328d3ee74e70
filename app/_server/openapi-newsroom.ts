import { z } from 'zod';
import { peopleDto, peopleQueryDto, roleBody } from '@/features/accounts/people.dto.ts';
import {
  articleSearchQueryDto,
  articleTopicsChangeDto,
  articleTopicsDto,
  changedArticlesDto,
  foundArticlesDto,
  topicArticlesChangeDto,
  topicArticlesDto,
  topicArticlesQueryDto,
} from '@/features/articles/article-topics.dto.ts';
import { auditFilterDto, auditPageDto, auditQueryDto } from '@/features/audit/audit.dto.ts';
import { jobDto } from '@/features/jobs/jobs.dto.ts';
import { editedTopicDto, topicChangeDto, topicCreationDto } from '@/features/topics/topic-editing.dto.ts';
import { insightsDto, insightsFileQueryDto, insightsQueryDto } from '@/features/topics/topic-insights.dto.ts';
import {
  mergeDoneDto,
  mergePreviewDto,
  mergeRequestDto,
  mergesPageDto,
  mergesQueryDto,
} from '@/features/topics/topic-merges.dto.ts';
import { topicTableDto, topicTableQueryDto } from '@/features/topics/topic-table.dto.ts';
import type { Operations } from './openapi-operations.ts';

/** Every operation of the newsroom. */
export const NEWSROOM_OPERATIONS: Operations = {
  '/api/admin/topics': {
    get: {
      summary: 'The editors’ table of topics: search, filters, sorting and paging; editors and admins',
      query: topicTableQueryDto,
      answer: topicTableDto,
      errors: [400, 401, 403],
    },
    post: {
      summary: 'Add a topic; editors and admins',
      body: topicCreationDto,
      answer: editedTopicDto,
      isCreation: true,
      errors: [400, 401, 403],
    },
  },
  '/api/admin/topics/{slug}': {
    get: {
      summary: 'A topic as its editors see it; an old slug redirects (308)',
      pathParameter: 'slug',
      answer: editedTopicDto,
      errors: [401, 403, 404],
    },
    patch: {
      summary:
        'Change, rename, move, retire or restore a topic; 409 with `current` when it has changed since',
      pathParameter: 'slug',
      body: topicChangeDto,
      answer: editedTopicDto,
      isJobWhereLarge: true,
      errors: [400, 401, 403, 404, 409],
    },
    delete: {
      summary: 'Retire a topic; idempotent',
      pathParameter: 'slug',
      errors: [400, 401, 403, 404],
    },
  },
  '/api/admin/insights': {
    get: {
      summary:
        'What readers ask and what is covered, a topic: no figure about fewer than ten readers; editors and admins',
      query: insightsQueryDto,
      answer: insightsDto,
      errors: [400, 401, 403],
    },
  },
  '/api/admin/insights.csv': {
    get: {
      summary: 'The same of all topics, by name, as a file (RFC 4180); editors and admins',
      query: insightsFileQueryDto,
      answer: z.string(),
      mediaType: 'text/csv',
      errors: [400, 401, 403],
    },
  },
  '/api/admin/people': {
    get: {
      summary: 'The staff, and whom q finds by address or name; admins',
      query: peopleQueryDto,
      answer: peopleDto,
      errors: [400, 401, 403],
    },
  },
  '/api/admin/people/{id}/role': {
    put: {
      summary: 'Give a person a role, or take it away (reader); idempotent; 409 for the last admin; admins',
      pathParameter: 'id',
      body: roleBody,
      errors: [400, 401, 403, 404, 409],
    },
  },
  '/api/admin/audit': {
    get: {
      summary: 'A page of what the newsroom did, newest first; editors and admins',
      query: auditQueryDto,
      answer: auditPageDto,
      errors: [400, 401, 403],
    },
  },
  '/api/admin/audit.csv': {
    get: {
      summary: 'The newest 50,000 entries of the same as a file (RFC 4180); editors and admins',
      query: auditFilterDto,
      answer: z.string(),
      mediaType: 'text/csv',
      errors: [400, 401, 403],
    },
  },
  '/api/admin/topics/{slug}/merge': {
    post: {
      summary: 'Merge the topic into another, or with dryRun say what that would do; editors and admins',
      pathParameter: 'slug',
      body: mergeRequestDto,
      answer: z.union([mergeDoneDto, mergePreviewDto]),
      isJobWhereLarge: true,
      errors: [400, 401, 403, 404],
    },
  },
  '/api/admin/jobs/{id}': {
    get: {
      summary: 'What has become of a change that was too large for a request; editors and admins',
      pathParameter: 'id',
      answer: jobDto,
      errors: [401, 404],
    },
  },
  '/api/admin/topics/{slug}/articles': {
    get: {
      summary:
        'Articles in the topic and beneath it, the newest first, with a search of headlines; editors and admins',
      pathParameter: 'slug',
      query: topicArticlesQueryDto,
      answer: topicArticlesDto,
      errors: [400, 401, 403, 404],
    },
    post: {
      summary:
        'Put articles into the topic and take others out, or move some to another; all or nothing; editors and admins',
      pathParameter: 'slug',
      body: topicArticlesChangeDto,
      answer: changedArticlesDto,
      errors: [400, 401, 403, 404],
    },
  },
  '/api/admin/articles': {
    get: {
      summary: 'The newest 20 articles whose headlines hold these words; editors and admins',
      query: articleSearchQueryDto,
      answer: foundArticlesDto,
      errors: [400, 401, 403],
    },
  },
  '/api/admin/articles/{slug}/topics': {
    get: {
      summary: 'The topics of an article, and those its text suggests; editors and admins',
      pathParameter: 'slug',
      answer: articleTopicsDto,
      errors: [401, 403, 404],
    },
    put: {
      summary:
        'Give an article these topics in this order; 409 with `current` when they have changed since; editors and admins',
      pathParameter: 'slug',
      body: articleTopicsChangeDto,
      answer: articleTopicsDto,
      errors: [400, 401, 403, 404, 409],
    },
    delete: {
      summary:
        'Let the article’s file decide its topics again; 409 while the folder has mistakes; editors and admins',
      pathParameter: 'slug',
      answer: articleTopicsDto,
      errors: [401, 403, 404, 409],
    },
  },
  '/api/admin/merges': {
    get: {
      summary: 'The ledger of merges, the newest first; editors and admins',
      query: mergesQueryDto,
      answer: mergesPageDto,
      errors: [400, 401, 403],
    },
  },
  '/api/admin/merges/{id}/undo': {
    post: {
      summary: 'Undo a merge; 409 says what stands in the way; editors and admins',
      pathParameter: 'id',
      isJobWhereLarge: true,
      errors: [401, 403, 404, 409],
    },
  },
};
