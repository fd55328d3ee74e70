'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { SiteLink } from '@/components/ui/site-link.tsx';
import { useMe } from '@/features/me/use-me.ts';
import styles from './neighbours.module.css';
import { neighboursQuery } from './neighbours.queries.ts';

/**
 * Where its place must be for it to be asked for: above, or so little below what is seen that it is there before
 * it is seen, so that nothing moves.
 */
const NEAR = '100000px 0px 1000px 0px';

/**
 * The next newer and older article in a topic the reader follows. Asked for near the end of an article, by
 * those who follow something; nobody else's page asks for anything.
 */
export function Neighbours({ slug }: { slug: string }) {
  const { me } = useMe();
  const place = useRef<HTMLSpanElement>(null);
  const [isNear, setIsNear] = useState(false);
  // What is followed without an account the server knows nothing of.
  const follows = me.user !== null && me.followedTopics.length > 0;
  useEffect(() => {
    if (!follows || !place.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsNear(true), {
      rootMargin: NEAR,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [follows]);
  const { data } = useQuery({ ...neighboursQuery(slug), enabled: follows && isNear });
  if (!data?.topic || !(data.newer || data.older))
    return <span ref={place} className={styles.place} aria-hidden="true" />;
  const { topic, newer, older } = data;
  return (
    <nav className={`${styles.neighbours} no-print`} aria-labelledby="neighbours">
      <h2 className={styles.title} id="neighbours">
        Also on{' '}
        <SiteLink href={`/${topic.isAuthor ? 'author' : 'topic'}/${topic.slug}`}>{topic.name}</SiteLink>,
        which you follow
      </h2>
      <ul className={styles.list}>
        {older ? <Way label="Before this" {...older} /> : null}
        {newer ? <Way label="After this" {...newer} /> : null}
      </ul>
    </nav>
  );
}

function Way({ label, slug, headline }: { label: string; slug: string; headline: string }) {
  return (
    <li className={styles.way}>
      <span className={styles.label}>{label}</span>
      <SiteLink className={styles.headline} href={`/article/${slug}`}>
        {headline}
      </SiteLink>
    </li>
  );
}
