import { connection } from 'next/server';

/** Alive: the process answers. Says nothing about the database (see `/readyz`). */
export async function GET() {
  await connection();
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
}
