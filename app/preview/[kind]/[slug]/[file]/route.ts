import { getContext } from '@/app/_server/context.ts';
import { findPreview, PREVIEW_KINDS, previewPath } from '@/app/_server/previews.ts';
import { route } from '@/app/_server/route.ts';
import { readPhoto } from '@/features/articles/content/photo-file.ts';
import { drawPreview } from '@/features/previews/draw-preview.ts';
import { previewFile } from '@/features/previews/preview.ts';
import { PreviewStore } from '@/features/previews/preview-store.ts';
import { isUnchanged } from '@/lib/conditional.ts';
import { AppError } from '@/lib/errors.ts';
import { SHARED_HEADERS } from '@/lib/http.ts';

type Params = { params: Promise<{ kind: string; slug: string; file: string }> };

const store = new PreviewStore();

/**
 * The drawn picture of a page for link previews. Only what the page shows now is ever drawn: any other
 * address of it leads there, so that nobody can have more drawn than there are pages. Kept outside as
 * briefly as a page, because it shows a headline, which may be withdrawn.
 */
export const GET = route(async (request: Request, { params }: Params) => {
  const { kind: asked, slug, file } = await params;
  const kind = PREVIEW_KINDS.find((name) => name === asked);
  const preview = kind && (await findPreview(kind, slug));
  if (!kind || !preview) throw new AppError('not_found', 'There is no such preview.');
  const current = previewFile(preview);
  if (file !== current) {
    const headers = { ...SHARED_HEADERS, Location: previewPath(kind, slug, preview) };
    return new Response(null, { status: 307, headers });
  }
  const headers = { ...SHARED_HEADERS, ETag: `"${current}"` };
  if (isUnchanged(request, { etag: headers.ETag })) return new Response(null, { status: 304, headers });
  const picture = await store.get(current, async () => {
    const path = preview.photo?.src.split('/').slice(2) ?? [];
    const photo = await readPhoto(getContext().settings.contentDir, path);
    return drawPreview(preview, photo?.bytes ?? null);
  });
  return new Response(picture, {
    headers: { ...headers, 'Content-Type': 'image/jpeg', 'Content-Length': String(picture.byteLength) },
  });
});
