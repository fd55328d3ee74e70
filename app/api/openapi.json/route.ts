import { connection } from 'next/server';
import { openApiDocument } from '@/app/_server/openapi.ts';

/** The description of the JSON API, made from the schemas the routes check with. */
export async function GET() {
  await connection();
  return Response.json(openApiDocument(), { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=60' } });
}
