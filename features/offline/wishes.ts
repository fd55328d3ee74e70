import type { MeDto } from '@/features/me/me.dto.ts';

/** One write of a reader's that can wait: it sets a state, whatever that was before, so it may be sent late, and twice. */
export type Wish = { isWanted: boolean; noun: 'follows' | 'saved' | 'reads'; slug: string };

const PATH = /^\/api\/(follows|saved|reads)\/([\w%.-]{1,300})$/;

/** The wish that a request carries; null for any other request. */
export function wishOf({ method, url }: { method: string; url: string }): Wish | null {
  const [, noun, slug] = PATH.exec(new URL(url).pathname) ?? [];
  if (!noun || !slug || (method !== 'PUT' && method !== 'DELETE')) return null;
  return { isWanted: method === 'PUT', noun: noun as Wish['noun'], slug };
}

/** What `me` will be once the wishes, the oldest first, have been sent. */
export function afterWishes(me: MeDto, wishes: Wish[]): MeDto {
  const after = { ...me };
  const followed = new Set(me.followedTopics);
  for (const { noun, slug, isWanted } of wishes) {
    if (noun === 'follows') {
      followed.delete(slug);
      if (isWanted) followed.add(slug);
    } else if (me.article === slug) after[noun === 'saved' ? 'isSaved' : 'isRead'] = isWanted;
  }
  return { ...after, followedTopics: [...followed] };
}

/** What `me` says apart from the article it was asked about. */
export function apartFromArticle(me: MeDto): MeDto {
  const { article: _, isSaved: _saved, isRead: _read, changedSinceRead: _changed, ...rest } = me;
  return rest;
}
