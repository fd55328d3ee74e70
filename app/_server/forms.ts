import { AppError } from '@/lib/errors.ts';
import { PRIVATE_HEADERS } from '@/lib/http.ts';
import { getContext } from './context.ts';
import { withQuery } from './search-params.ts';
import { typedCookie } from './typed.ts';

/** What a page is told about a form that failed; the words are the page's. */
export type FormError = 'email' | 'name' | 'too-many' | 'mail';

/** True when a browser sent a form, as it does without JavaScript: it wants a page next. */
export function isForm(request: Request): boolean {
  return (
    request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ===
    'application/x-www-form-urlencoded'
  );
}

/** Sends the browser on to a path of this site, with GET (303), setting cookies on the way. */
export function seeOther(
  path: string,
  query: Record<string, string | undefined> = {},
  options: { setCookies?: string[]; retryAfterSeconds?: number | undefined } = {},
): Response {
  const headers = new Headers({ ...PRIVATE_HEADERS, Location: withQuery(path, query) });
  for (const cookie of options.setCookies ?? []) headers.append('Set-Cookie', cookie);
  if (options.retryAfterSeconds !== undefined) headers.set('Retry-After', String(options.retryAfterSeconds));
  return new Response(null, { status: 303, headers });
}

/**
 * Runs what a form asks for. What the reader can mend sends them back to the form's page, with a code
 * for the mistake, the `query` it had, and what they had `typed` in a cookie; anything else is thrown on.
 */
export async function orBackToForm(
  action: () => Promise<Response>,
  form: { path: string; query?: Record<string, string | undefined>; typed: string; badRequest: FormError },
): Promise<Response> {
  const { settings } = getContext();
  try {
    const response = await action();
    response.headers.append('Set-Cookie', typedCookie(settings, form.path, ''));
    return response;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const codes: Partial<Record<AppError['code'], FormError>> = {
      bad_request: form.badRequest,
      too_many_requests: 'too-many',
      unavailable: 'mail',
    };
    const code = codes[error.code];
    if (!code) throw error;
    return seeOther(
      form.path,
      { error: code, ...form.query },
      {
        setCookies: [typedCookie(settings, form.path, form.typed)],
        retryAfterSeconds: error.retryAfterSeconds,
      },
    );
  }
}

/** Where a request came from, as our own server saw it: the only header it trusts, because it sets it. */
export function clientAddress(request: Request): string {
  return request.headers.get('x-client-address') ?? '';
}
