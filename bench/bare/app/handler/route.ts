/** The least that a JSON answer can cost. */
export function GET(request: Request): Response {
  return Response.json({ at: request.headers.get('host') });
}
