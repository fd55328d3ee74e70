import type { IncomingMessage } from 'node:http';

/** The path of a request, without its parameters. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}
