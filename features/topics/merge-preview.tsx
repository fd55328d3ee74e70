import type { ReactNode } from 'react';
import styles from './merge-panel.module.css';
import type { MergePreviewDto } from './topic-merges.dto.ts';
import { counted, formatCount } from './topic-words.ts';

/** More names than this are counted, not read. */
const NAMED = 12;

/** In plain words, whom and what a merge touches. */
export function MergePreview({ preview }: { preview: MergePreviewDto }) {
  const { from, into, children, newAliases, slugs } = preview;
  return (
    <dl className={styles.effects}>
      <Effect name="Articles">{sayArticles(preview)}</Effect>
      <Effect name="Followers">{sayFollowers(preview)}</Effect>
      {preview.muteCount > 0 ? <Effect name="Mutes">{sayMutes(preview)}</Effect> : null}
      <Effect name="Topics beneath">
        {children.length === 0
          ? `None stands under ${from.name}.`
          : `${listNames(children.map((child) => child.name))} ${children.length === 1 ? 'moves' : 'move'} under ${into.name}, with their articles.`}
      </Effect>
      <Effect name="Names">
        {newAliases.length === 0
          ? `${into.name} has all of its names already.`
          : `Searching for ${listNames(newAliases)} will find ${into.name}.`}
      </Effect>
      <Effect name="Addresses">
        {`${listNames(slugs.map((slug) => `/topic/${slug}`))} will lead to /topic/${into.slug}.`}
      </Effect>
      {preview.isPlaceTaken ? (
        <Effect name="Place">{`${into.name} stands under ${from.name} now, and takes its place in the tree.`}</Effect>
      ) : null}
    </dl>
  );
}

function Effect({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.effect}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function sayArticles({ from, into, articleCount, sharedArticleCount }: MergePreviewDto): string {
  if (articleCount === 0) return `None is filed under ${from.name} itself.`;
  const shared =
    sharedArticleCount > 0 ? `; ${counted(sharedArticleCount, 'is', 'are')} in both already` : '';
  return `${counted(articleCount, 'article goes', 'articles go')} to ${into.name}${shared}.`;
}

function sayFollowers(preview: MergePreviewDto): string {
  const { from, into, followerCount, sharedFollowerCount, intoFollowerCount } = preview;
  if (followerCount === 0) return `Nobody follows ${from.name}.`;
  const shared =
    sharedFollowerCount > 0 ? `; ${counted(sharedFollowerCount, 'follows', 'follow')} both already` : '';
  const total = intoFollowerCount + followerCount - sharedFollowerCount;
  return `${counted(followerCount, 'reader', 'readers')} of ${from.name} will follow ${into.name}${shared}. It has ${counted(intoFollowerCount, 'follower', 'followers')} now and will have ${formatCount(total)}.`;
}

function sayMutes({ from, into, muteCount, sharedMuteCount }: MergePreviewDto): string {
  const shared = sharedMuteCount > 0 ? `; ${counted(sharedMuteCount, 'mutes', 'mute')} both already` : '';
  return `${counted(muteCount, 'reader who mutes', 'readers who mute')} ${from.name} will mute ${into.name}${shared}. Its articles are then hidden from them, also where they follow it.`;
}

function listNames(names: string[]): string {
  const more = names.length - NAMED;
  const shown = more > 0 ? [...names.slice(0, NAMED), `${formatCount(more)} more`] : names;
  return new Intl.ListFormat('en').format(shown);
}
