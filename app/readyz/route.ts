import { connection } from 'next/server';
import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { isReachable } from '@/db/client.ts';
import { AppError } from '@/lib/errors.ts';

/** Ready: requests that need the database can be answered. */
export const GET = route(async () => {
  await connection();
  if (!(await isReachable(getContext().db))) {
    throw new AppError('unavailable', 'The database cannot be reached.', { retryAfterSeconds: 5 });
  }
  return Response.json({ status: 'ready' }, { headers: { 'Cache-Control': 'no-store' } });
});
