'use client';
import { useEffect, useState } from 'react';
import { SectionHeading } from '@/components/layout/section-heading.tsx';
import styles from './kept-articles.module.css';
import { CACHES, titleOf } from './kept-pages.ts';

type Kept = { path: string; title: string };

/** What can be read without a network: Following, and the articles that were opened on this device, the latest first. */
export function KeptArticles() {
  const [kept, setKept] = useState<Kept[]>([]);
  useEffect(() => {
    listKept().then(setKept, () => undefined);
  }, []);
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="kept">
      <SectionHeading id="kept" title="You can read these now" />
      <ul className={styles.list}>
        {kept.map(({ path, title }) => (
          <li key={path}>
            {/* The router would ask the network for it. */}
            <a className={styles.link} href={path}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function listKept(): Promise<Kept[]> {
  if (!('caches' in window)) return [];
  const cache = await caches.open(CACHES.pages);
  const found = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const path = new URL(request.url).pathname;
      if (path !== '/following' && !path.startsWith('/article/')) return null;
      const page = await cache.match(request, { ignoreVary: true });
      const title = page && titleOf(await page.text());
      return title ? { path, title, at: Date.parse(page.headers.get('date') ?? '') || 0 } : null;
    }),
  );
  return found
    .filter((page) => page !== null)
    .sort((a, b) => Number(b.path === '/following') - Number(a.path === '/following') || b.at - a.at);
}
