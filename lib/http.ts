import type { ZodType } from 'zod';
import { AppError } from './errors.ts';

/** The most a JSON or form body may hold, in bytes, unless a route says otherwise. */
export const MAX_BODY_BYTES = 64 * 1024;
const MAX_JSON_DEPTH = 32;

/** Headers of every answer that is about one reader: kept by nobody. */
export const PRIVATE_HEADERS = { 'Cache-Control': 'private, no-store', Vary: 'Cookie' } as const;

/**
 * Headers of an answer that is the same for everyone. Caches outside are not told when something is
 * withdrawn, so they may keep it as briefly as they may a page.
 */
export const SHARED_HEADERS = { 'Cache-Control': 'public, max-age=0, s-maxage=60' } as const;

/** An RFC 9457 problem document for an error meant to be shown. */
export function problemResponse(error: AppError): Response {
  const headers = new Headers({ ...PRIVATE_HEADERS, 'Content-Type': 'application/problem+json' });
  if (error.retryAfterSeconds !== undefined) headers.set('Retry-After', String(error.retryAfterSeconds));
  const body = {
    ...error.details,
    type: 'about:blank',
    title: error.message,
    status: error.status,
    code: error.code,
  };
  return new Response(JSON.stringify(body), { status: error.status, headers });
}

/** A personal JSON answer: never stored by any cache. */
export function privateJson(
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return Response.json(body, {
    status: init.status ?? 200,
    headers: { ...PRIVATE_HEADERS, ...init.headers },
  });
}

/** A personal file to keep, which browsers save instead of showing it. */
export function attachment(body: string, type: string, filename: string): Response {
  const disposition = `attachment; filename="${filename}"`;
  return new Response(body, {
    headers: { ...PRIVATE_HEADERS, 'Content-Type': type, 'Content-Disposition': disposition },
  });
}

/** A personal answer without a body. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: PRIVATE_HEADERS });
}

/** Text as a body that is made while it is read: the next piece only when the one before has been taken. */
export function textStream(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}

/** An XML document for everyone. */
export function sharedXml(body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, { headers: { ...SHARED_HEADERS, 'Content-Type': 'text/xml; charset=utf-8' } });
}

/** The first problem zod found, in words that name the field. */
export function describeIssue(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  if (!issue) return 'The request is not valid.';
  const path = issue.path.map(String).join('.');
  return path ? `${path}: ${issue.message}` : issue.message;
}

/**
 * Reads and checks a JSON body. Nothing is trusted: type, size, depth, NUL and lone surrogates.
 * @throws AppError `unsupported_media_type`, `too_large` or `bad_request`
 */
export async function readJson<T>(request: Request, schema: ZodType<T>): Promise<T> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new AppError('unsupported_media_type', 'Send the body as application/json.');
  }
  return parseJson(await readText(request), schema);
}

/** Checks text that is to be JSON, as `readJson` does a body. @throws AppError `bad_request` */
export function parseJson<T>(text: string, schema: ZodType<T>): T {
  let value: unknown;
  try {
    assertShallow(text);
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad_request', 'The body is not valid JSON.', { cause: error });
  }
  return check(value, schema);
}

/**
 * Reads and checks a form body (`application/x-www-form-urlencoded`), one value a field.
 * @throws AppError as `readJson`
 */
export async function readForm<T>(request: Request, schema: ZodType<T>): Promise<T> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new AppError('unsupported_media_type', 'Send the form as application/x-www-form-urlencoded.');
  }
  return check(Object.fromEntries(new URLSearchParams(await readText(request))), schema);
}

/**
 * The text of a file that is sent: by a form (`multipart/form-data`) in the field `field`, or as the body
 * itself. At most `maxBytes` are read, whatever the request says of itself.
 * @throws AppError `too_large`, `bad_request` (no file, not UTF-8)
 */
export async function readFileText(request: Request, field: string, maxBytes: number): Promise<string> {
  const bytes = await readBytes(request, maxBytes);
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data *;/i.test(type)) return decodeUtf8(bytes, 'file');
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch((error) => {
    throw new AppError('bad_request', 'The form cannot be read.', { cause: error });
  });
  const file = form.get(field);
  if (!(file instanceof Blob) || file.size === 0) throw new AppError('bad_request', 'Choose a file first.');
  return decodeUtf8(new Uint8Array(await file.arrayBuffer()), 'file');
}

/** Checks query parameters; of a repeated one the last counts. @throws AppError `bad_request` */
export function readQuery<T>(request: Request, schema: ZodType<T>): T {
  return check(Object.fromEntries(new URL(request.url).searchParams), schema);
}

/** True for text PostgreSQL can hold and JSON can carry: no NUL, no lone surrogate. */
export function isCleanText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function check<T>(value: unknown, schema: ZodType<T>): T {
  if (!isCleanText(JSON.stringify(value)) || hasUncleanString(value)) {
    throw new AppError('bad_request', 'The request holds characters that cannot be stored.');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const fields = Object.fromEntries(
      parsed.error.issues.toReversed().map((issue) => [String(issue.path[0] ?? ''), issue.message]),
    );
    throw new AppError('bad_request', describeIssue(parsed.error.issues), { details: { fields } });
  }
  return parsed.data;
}

function hasUncleanString(value: unknown): boolean {
  if (typeof value === 'string') return !isCleanText(value);
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, child]) => !isCleanText(key) || hasUncleanString(child));
}

/** Refuses deep nesting before anything recurses into it. */
function assertShallow(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      if (++depth > MAX_JSON_DEPTH) throw new AppError('bad_request', 'The body is nested too deeply.');
    } else if (char === '}' || char === ']') depth--;
  }
}

async function readText(request: Request): Promise<string> {
  return decodeUtf8(await readBytes(request, MAX_BODY_BYTES), 'body');
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new AppError('too_large', `The body may hold at most ${maxBytes} bytes.`);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function decodeUtf8(bytes: Uint8Array, what: 'body' | 'file'): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('bad_request', `The ${what} is not valid UTF-8.`, { cause: error });
  }
}
