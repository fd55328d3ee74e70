import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { readPhoto } from '@/features/articles/content/photo-file.ts';
import { isUnchanged } from '@/lib/conditional.ts';
import { AppError } from '@/lib/errors.ts';

type Params = { params: Promise<{ path: string[] }> };

// The address holds the hash of the bytes, so what it shows never changes.
const CACHE_CONTROL = 'public, max-age=31536000, immutable';

/** A photo of an article: `/media/<12 hex digits of its SHA-256>/<file name>`. */
export const GET = route(servePhoto);
export const HEAD = route(servePhoto);

async function servePhoto(request: Request, { params }: Params): Promise<Response> {
  const photo = await readPhoto(getContext().settings.contentDir, (await params).path);
  if (!photo) throw new AppError('not_found', 'There is no such photo.');
  const headers = { 'Cache-Control': CACHE_CONTROL, ETag: photo.etag };
  if (isUnchanged(request, { etag: photo.etag })) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : photo.bytes, {
    headers: { ...headers, 'Content-Type': photo.type, 'Content-Length': String(photo.bytes.byteLength) },
  });
}
