import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../http.ts';
import { startSite } from '../site.ts';
import { expect, test } from '../test.ts';

const dist = process.env.NEXT_DIST_DIR ?? '.test/next';

test('the build holds nothing of the content: no headline is in any page or data file of it', () => {
  const headlines = globSync('content/articles/*.md').map((path) => {
    const [, headline = ''] = readFileSync(path, 'utf8').match(/^headline: *["']?(.*?)["']?$/m) ?? [];
    expect(headline.length, path).toBeGreaterThan(10);
    return headline;
  });
  expect(headlines.length).toBeGreaterThan(40);
  const outputs = globSync(`${dist}/{server,static}/**/*.{html,rsc,body,meta}`).filter((path) =>
    statSync(path).isFile(),
  );
  expect(outputs.some((path) => path.endsWith('.html'))).toBe(true);
  for (const path of outputs) {
    const text = readFileSync(path, 'utf8');
    for (const headline of headlines) {
      expect(
        text.includes(headline) || text.includes(encodeURIComponent(headline)),
        `${path}: ${headline}`,
      ).toBe(false);
    }
  }
});

test('two sites with content of their own, on one build, show each their own and nothing of the other', async () => {
  const one = await startSite();
  const other = await startSite({ wait: false, isFirst: true });
  try {
    one.publish('only-here', { headline: 'Only on the first site', topics: ['oceans'] });
    // The second has one article, and is told before it has read the rest.
    for (const path of globSync(join(other.contentDir, 'articles', '*.md'))) rmSync(path);
    other.publish('only-there', { headline: 'Only on the second site', topics: ['mars'] });
    const front = async (site: typeof one) => (await ask(site, '/')).body;
    await expect(async () => {
      expect(await front(one)).toContain('Only on the first site');
      expect(await front(other)).toContain('Only on the second site');
    }).toPass({ timeout: 120_000 });
    expect(await front(one)).not.toContain('Only on the second site');
    expect(await front(other)).not.toContain('Only on the first site');
    expect((await ask(one, '/article/only-there')).status).toBe(404);
    expect((await ask(other, '/article/only-here')).status).toBe(404);
    expect((await ask(other, '/article/fire-at-notre-dame')).status).toBe(404);
  } finally {
    await one.remove();
    await other.remove();
  }
});
