import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** When it is worth asking again, in seconds. */
const RETRY_SECONDS = 5;
const WHAT = 'This page cannot be made just now';
const ADVICE = 'Nothing of yours is lost. Try again in a moment.';

/** The page's own colours and faces: what it would load might not come either. */
const SHEET =
  ':root{color-scheme:light dark}' +
  'body{max-width:34rem;margin:4rem auto;padding:0 1.25rem;font:1.0625rem/1.5 Georgia,serif;color:#15171c;background:#fdfcfa}' +
  'h1{font-size:1.875rem;line-height:1.15}a{display:inline-block;padding:.5rem 0;margin-right:1.5rem;color:#b3261a}' +
  '@media(prefers-color-scheme:dark){body{color:#eceae4;background:#15171c}a{color:#ff8a6b}}';
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Try again in a moment · Your Globe</title>
<style>${SHEET}</style>
</head>
<body>
<main>
<p>Your Globe</p>
<h1>${WHAT}</h1>
<p>${ADVICE}</p>
<p><a href="">Try again</a><a href="/">Front page</a></p>
</main>
</body>
</html>
`;
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(SHEET).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Answers 503 with `Retry-After`, kept by nobody: a page of its own to a person, which loads nothing and runs
 * nothing, one line of text to everything else.
 */
export function sendUnavailable({ method, headers }: IncomingMessage, response: ServerResponse): void {
  const isRead = method === 'GET' || method === 'HEAD';
  const isForPerson = isRead && (headers.accept ?? '').includes('text/html');
  response.statusCode = 503;
  response.setHeader('Retry-After', String(RETRY_SECONDS));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', `text/${isForPerson ? 'html' : 'plain'}; charset=utf-8`);
  if (isForPerson) response.setHeader('Content-Security-Policy', POLICY);
  response.end(isForPerson ? PAGE : `${WHAT}. ${ADVICE}\n`);
}
