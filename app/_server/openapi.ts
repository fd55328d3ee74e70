import { z } from 'zod';
import { acceptedDto } from '@/features/jobs/jobs.dto.ts';
import { NEWSROOM_OPERATIONS } from './openapi-newsroom.ts';
import { type Operation, READERS_OPERATIONS } from './openapi-operations.ts';

/** The OpenAPI 3.1 document of the JSON API (https://spec.openapis.org/oas/v3.1.1.html). */
export function openApiDocument(): object {
  const paths = Object.fromEntries(
    Object.entries({ ...READERS_OPERATIONS, ...NEWSROOM_OPERATIONS }).map(([path, methods]) => [
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

function describeSuccess({ isJobWhereLarge, ...operation }: Operation): object {
  if (isJobWhereLarge) return { ...describeSuccess(operation), 202: ACCEPTED };
  const { answer, mediaType = 'application/json', isCreation } = operation;
  if (!answer) return { 204: { description: 'Done' } };
  const content = { [mediaType]: { schema: schemaOf(answer) } };
  if (!isCreation) return { 200: { description: 'OK', content } };
  const headers = { Location: { schema: { type: 'string' } } };
  return { 201: { description: 'Created', headers, content } };
}

const ACCEPTED = {
  description: 'It is large, and is done in the background: ask `Location` what has become of it',
  headers: { Location: { schema: { type: 'string' } } },
  content: { 'application/json': { schema: schemaOf(acceptedDto) } },
};

function schemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
