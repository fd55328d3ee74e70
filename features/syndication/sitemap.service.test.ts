import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { addArticle } from '@/db/fixtures.ts';
import { articles, authors, topics } from '@/db/schema.ts';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { NOW, openNewsroom } from '@/features/topics/testing.ts';
import { newsSitemap, PART_SIZE, sitemapIndex, sitemapPart } from './sitemap.service.ts';
import { HOSTILE_TEXT, HOSTILE_TEXT_KEPT, TEST_SITE } from './testing.ts';

describeOnEachDatabase('sitemaps', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  let iran: number;
  beforeEach(async () => {
    room = await openNewsroom(use());
    iran = await room.topic('iran');
  });

  const texts = (xml: string, name: string): string[] => {
    const found: string[] = [];
    const visit = (node: XmlElement) => {
      if (node.name === name) found.push(node.text);
      for (const child of node.children) if ('children' in child) visit(child as XmlElement);
    };
    const { root } = parseXml(xml);
    if (root) visit(root);
    return found;
  };
  const part = async (file: string) => {
    const pieces = await sitemapPart(use(), file, TEST_SITE);
    if (!pieces) return null;
    let xml = '';
    for await (const piece of pieces) xml += piece;
    return xml;
  };
  const partsOf = async (noun: string) => {
    const places = texts(await sitemapIndex(use(), TEST_SITE), 'loc');
    return places
      .filter((place) => place.includes(`/${noun}s-`))
      .map((place) => place.split('/').at(-1) ?? '');
  };
  const addressesOf = async (noun: string) => {
    const files = await partsOf(noun);
    const parts = await Promise.all(files.map(part));
    return parts.flatMap((xml) => texts(xml ?? '', 'loc'));
  };
  const base = 'https://news.example.com';

  test('name every article with its last change, and T20 none that is hidden', async () => {
    const published = new Date('2021-01-12T18:40:00.000Z');
    await addArticle(use(), 'seen', [iran], { publishedAt: published });
    await addArticle(use(), 'changed', [iran], {
      publishedAt: published,
      updatedAt: new Date('2021-01-13T08:00:00.000Z'),
    });
    await addArticle(use(), 'withdrawn', [iran], { publishedAt: published, isVisible: false });
    expect(await addressesOf('article')).toEqual([`${base}/article/seen`, `${base}/article/changed`]);
    const [file = ''] = await partsOf('article');
    expect(texts((await part(file)) ?? '', 'lastmod')).toEqual([
      '2021-01-12T18:40:00.000Z',
      '2021-01-13T08:00:00.000Z',
    ]);
  });

  test('name topics and authors with their newest article, and no retired or merged topic or author’s topic', async () => {
    await room.topic('empty');
    await room.topic('old', null, { retiredAt: NOW });
    await room.topic('gone', null, { mergedIntoId: iran });
    const topicId = await room.topic('ann', null, { kind: 'author' });
    await use().insert(authors).values({ slug: 'ann', name: 'Ann Ash', topicId });
    await room.article('one', [iran, topicId]);
    const [row] = await use().select().from(articles).where(eq(articles.slug, 'one'));
    expect(await addressesOf('topic')).toEqual([`${base}/topic/iran`, `${base}/topic/empty`]);
    expect(await addressesOf('author')).toEqual([`${base}/author/ann`]);
    for (const noun of ['topic', 'author']) {
      const [file = ''] = await partsOf(noun);
      expect(texts((await part(file)) ?? '', 'lastmod')).toEqual([row?.publishedAt.toISOString()]);
    }
  });

  test('are cut by ids: every article is in exactly one part, batches and gaps notwithstanding', async () => {
    await use().execute(`select setval(pg_get_serial_sequence('articles', 'id'), ${PART_SIZE - 1_200})`);
    const rows = Array.from({ length: 1_300 }, (_, n) => ({
      slug: `many-${n}`,
      headline: 'One of many',
      dek: 'Many',
      bodyHtml: '',
      wordCount: 1,
      sectionId: iran,
      sourceHash: '',
      publishedAt: NOW,
      isVisible: true,
    }));
    await use().insert(articles).values(rows);
    await use().execute(`select setval(pg_get_serial_sequence('articles', 'id'), ${5 * PART_SIZE})`);
    await use()
      .insert(articles)
      .values([
        { ...rows[0], slug: 'far' } as (typeof rows)[0],
        { ...rows[0], slug: 'hidden', isVisible: false } as (typeof rows)[0],
      ]);
    expect(await partsOf('article')).toEqual(['articles-1.xml', 'articles-2.xml', 'articles-6.xml']);
    const all = await addressesOf('article');
    expect(all).toHaveLength(1_301);
    expect(new Set(all).size).toBe(1_301);
    expect(await part('articles-3.xml')).toBeNull();
  });

  test('of no such name are none', async () => {
    const names = [
      '',
      'articles-0.xml',
      'articles-1',
      'articles-99999999999.xml',
      'users-1.xml',
      '__proto__',
    ];
    for (const name of names) expect(await part(name), name).toBeNull();
    expect(texts((await part('pages.xml')) ?? '', 'loc')).toEqual([`${base}/`, `${base}/topics`]);
    expect(await use().select().from(topics)).toHaveLength(1);
  });

  test('for news hold the last two days, the newest first, and never more than a thousand', async () => {
    const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
    await addArticle(use(), 'just-in', [iran], {
      publishedAt: ago(47.9),
      headline: HOSTILE_TEXT.replace('\0', '').replace('\ud800', ''),
    });
    await addArticle(use(), 'too-old', [iran], { publishedAt: ago(48.1) });
    await addArticle(use(), 'newest', [iran], { publishedAt: ago(1) });
    await addArticle(use(), 'hidden', [iran], { publishedAt: ago(1), isVisible: false });
    const xml = await newsSitemap(use(), TEST_SITE, NOW);
    expect(texts(xml, 'loc')).toEqual([`${base}/article/newest`, `${base}/article/just-in`]);
    expect(texts(xml, 'news:title')[1]).toBe(HOSTILE_TEXT_KEPT.replace('\ufffd', ''));
    expect(texts(xml, 'news:publication_date')[0]).toBe(ago(1).toISOString());
    expect(texts(xml, 'news:name')).toEqual(['The Example', 'The Example']);

    const [row] = await use().select().from(articles).where(eq(articles.slug, 'newest'));
    const { id: _id, ...fields } = row as NonNullable<typeof row>;
    await use()
      .insert(articles)
      .values(Array.from({ length: 1_001 }, (_, n) => ({ ...fields, slug: `more-${n}` })));
    expect(texts(await newsSitemap(use(), TEST_SITE, NOW), 'loc')).toHaveLength(1_000);
  });

  test('of an empty paper are an index of its fixed pages', async () => {
    await use().delete(topics);
    expect(texts(await sitemapIndex(use(), TEST_SITE), 'loc')).toEqual([`${base}/sitemap/pages.xml`]);
  });
});
