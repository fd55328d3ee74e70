import { ask, signInAs } from '../http.ts';
import { type Site, startSite } from '../site.ts';
import { expect, test } from '../test.ts';

const KILLS = 20;
const WRITERS = 4;
const TOPICS_EACH = 6;
/** At most so many acknowledged writes in one life of the server. */
const MAX_WRITES = 60;

type Known = { topic: string; isFollowed: boolean };

test('T40 killed 20 times while a reader follows and unfollows as fast as they can, it keeps every write it acknowledged', async () => {
  test.setTimeout(600_000);
  // The same numbers every time (a linear congruential generator, Numerical Recipes).
  let seed = 40;
  const random = (below: number) => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return seed % below;
  };
  let site = await startSite();
  const first = site;
  try {
    const cookie = await signInAs(site, 'writer@example.com');
    const topics = (
      JSON.parse((await ask(site, '/api/topics?limit=200')).body) as {
        topics: { slug: string; isRetired: boolean }[];
      }
    ).topics
      .filter((topic) => !topic.isRetired)
      .slice(0, WRITERS * TOPICS_EACH);
    expect(topics).toHaveLength(WRITERS * TOPICS_EACH);
    const known = topics.map(({ slug }): Known => ({ topic: slug, isFollowed: false }));
    let acknowledged = 0;
    let cutOff = 0;

    for (let kill = 1; kill <= KILLS; kill++) {
      const until = acknowledged + 1 + random(MAX_WRITES);
      const unsure = new Set<string>();
      let isKilled = false;
      const write = async (writer: number): Promise<void> => {
        while (!isKilled) {
          const target = known[writer * TOPICS_EACH + random(TOPICS_EACH)];
          if (!target) throw new Error('No such topic.');
          const method = target.isFollowed ? 'DELETE' : 'PUT';
          const answer = await ask(site, `/api/follows/${target.topic}`, { method, cookie }).catch(
            () => null,
          );
          if (answer === null) {
            // Never answered: either state may be found.
            unsure.add(target.topic);
            return;
          }
          expect(answer.status).toBe(204);
          target.isFollowed = !target.isFollowed;
          acknowledged += 1;
          if (acknowledged >= until && !isKilled) {
            isKilled = true;
            site.process.kill('SIGKILL');
          }
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
      expect(await site.end('SIGKILL')).toBeNull();
      cutOff += unsure.size;

      site = await startSite({ from: site });
      const found = await followsOf(site, cookie);
      for (const target of known) {
        const isThere = found.has(target.topic);
        if (unsure.has(target.topic)) target.isFollowed = isThere;
        expect(isThere, `${target.topic} after kill ${kill}`).toBe(target.isFollowed);
      }
    }
    expect(acknowledged).toBeGreaterThan(KILLS * 10);
    expect(cutOff).toBeGreaterThan(KILLS);
    expect(await site.end()).toBe(0);
  } finally {
    await site.remove();
    await first.remove();
  }
});

async function followsOf(site: Site, cookie: string): Promise<Set<string>> {
  const { body } = await ask(site, '/api/follows', { cookie });
  return new Set((JSON.parse(body) as { follows: { slug: string }[] }).follows.map(({ slug }) => slug));
}
