import { revalidateTag } from 'next/cache';

/** Makes every cached page and result with one of these tags fresh at once. Only within a request. */
export function expireTags(tags: string[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
}
