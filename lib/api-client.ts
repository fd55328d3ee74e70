/** A problem the server answered with, in words that may be shown. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** What is wrong, by the name of the field; empty when the problem is with no field. */
  readonly fields: Record<string, string>;
  /** The resource as it is now, when someone else has changed it meanwhile (409). */
  readonly current: unknown;

  constructor(
    status: number,
    code: string,
    message: string,
    details: { fields?: Record<string, string>; current?: unknown } = {},
  ) {
    super(message);
    this.fields = details.fields ?? {};
    this.current = details.current;
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

/** Browsers refuse to keep requests alive whose bodies together exceed 64 KB (Fetch, HTTP-network-or-cache fetch). */
const MAX_KEPT_ALIVE = 10_000;
const OFFLINE = 'You seem to be offline.';

/** GETs JSON from our own API. @throws ApiError, with status 0 when there was no answer */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await request(path, signal ? { signal } : {});
  return (await response.json()) as T;
}

/**
 * Sends a write to our own API; a body goes as JSON. Resolves to the answer's JSON, null for none.
 * @throws ApiError, with status 0 when there was no answer
 */
export async function send<T = null>(
  method: 'POST' | 'PUT' | 'DELETE' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<T> {
  // What a reader asked for is done, also when they leave the page at once.
  const init: RequestInit = { method, keepalive: true };
  if (body !== undefined) {
    init.headers = { 'Content-Type': 'application/json' };
    const text = JSON.stringify(body);
    init.body = text;
    init.keepalive = text.length < MAX_KEPT_ALIVE;
  }
  const response = await request(path, init);
  return (response.headers.get('content-type')?.includes('json') ? await response.json() : null) as T;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'offline', OFFLINE);
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string;
    title?: string;
    fields?: Record<string, string>;
    current?: unknown;
  };
  throw new ApiError(
    response.status,
    problem.code ?? 'internal',
    problem.title ?? 'Something went wrong on our side. Try again in a moment.',
    problem,
  );
}
