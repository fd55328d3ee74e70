import { z } from 'zod';
import { peopleDto, peopleQueryDto, roleBody } from '@/features/accounts/people.dto.ts';
import { articleDto } from '@/features/articles/article.dto.ts';
import { auditFilterDto, auditPageDto, auditQueryDto } from '@/features/audit/audit.dto.ts';
import { feedPageDto, feedQueryDto, seenDto } from '@/features/feed/feed.dto.ts';
import { followDto } from '@/features/follows/follows.dto.ts';
import { meDto } from '@/features/me/me.dto.ts';
import { topicListingDto, topicQueryDto } from '@/features/topics/topic.dto.ts';
import { editedTopicDto, topicChangeDto, topicCreationDto } from '@/features/topics/topic-editing.dto.ts';
import {
  mergeDoneDto,
  mergePreviewDto,
  mergeRequestDto,
  mergesPageDto,
  mergesQueryDto,
} from '@/features/topics/topic-merges.dto.ts';
import { topicTableDto, topicTableQueryDto } from '@/features/topics/topic-table.dto.ts';

type Operation = {
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
  errors: number[];
};
type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

const newCountDto = z.object({ newCount: z.number().int() });

/** Every operation of the public JSON API, by path and method. */
const OPERATIONS: Record<string, Partial<Record<Method, Operation>>> = {
  '/api/me': {
    get: { summary: 'Who is signed in, what they follow and how much is new', answer: meDto, errors: [] },
  },
  '/api/follows': {
    get: {
      summary: 'All the reader follows, by name',
      answer: z.object({ follows: z.array(followDto) }),
      errors: [401],
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
  '/api/feed': {
    get: {
      summary: 'A page of Following, newest first',
      query: feedQueryDto,
      answer: feedPageDto,
      errors: [400, 401],
    },
  },
  '/api/feed/new-count': {
    get: {
      summary: 'New articles since the last visit; 100 stands for 100 or more',
      answer: newCountDto,
      errors: [401],
    },
  },
  '/api/feed/seen': {
    post: {
      summary: 'Record how far the feed was seen, by the mark of a feed page',
      body: seenDto,
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
      errors: [400, 401, 403, 404, 409],
    },
    delete: {
      summary: 'Retire a topic; idempotent',
      pathParameter: 'slug',
      errors: [400, 401, 403, 404],
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
      errors: [400, 401, 403, 404],
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
      errors: [401, 403, 404, 409],
    },
  },
};

/** The OpenAPI 3.1 document of the JSON API (https://spec.openapis.org/oas/v3.1.1.html). */
export function openApiDocument(): object {
  const paths = Object.fromEntries(
    Object.entries(OPERATIONS).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [method, describeOperation(operation)]),
      ),
    ]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Your Globe',
      version: '1',
      description:
        'Errors are problem documents (RFC 9457) with a stable `code`. Writes need an Origin of the site.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
      schemas: {
        Problem: schemaOf(
          z.object({ type: z.string(), title: z.string(), status: z.number().int(), code: z.string() }),
        ),
      },
    },
  };
}

function describeOperation(operation: Operation): object {
  const { summary, query, body, pathParameter, errors } = operation;
  const problems = errors.map((status) => [
    status,
    {
      description: 'Problem',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return {
    summary,
    ...(errors.includes(401) && { security: [{ session: [] }] }),
    parameters: [
      ...(pathParameter
        ? [{ name: pathParameter, in: 'path', required: true, schema: { type: 'string' } }]
        : []),
      ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
        name,
        in: 'query',
        required: false,
        schema: schemaOf(schema as z.ZodType),
      })),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
    }),
    responses: { ...describeSuccess(operation), ...Object.fromEntries(problems) },
  };
}

function describeSuccess({ answer, mediaType = 'application/json', isCreation }: Operation): object {
  if (!answer) return { 204: { description: 'Done' } };
  const content = { [mediaType]: { schema: schemaOf(answer) } };
  if (!isCreation) return { 200: { description: 'OK', content } };
  const headers = { Location: { schema: { type: 'string' } } };
  return { 201: { description: 'Created', headers, content } };
}

function schemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
