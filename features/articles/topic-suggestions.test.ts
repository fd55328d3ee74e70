import { beforeEach, expect, test } from 'vitest';
import { describeOnEachDatabase } from '@/db/testing.ts';
import { NOW, openNewsroom } from '@/features/topics/testing.ts';
import { getArticleTopics } from './article-topics.service.ts';

describeOnEachDatabase('topics that the text of an article suggests', (use) => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  let section: number;
  let tagged: number;
  beforeEach(async () => {
    room = await openNewsroom(use());
    section = await room.topic('filed', null, { kind: 'section', name: 'Filed under' });
    tagged = await room.topic('tagged', null, { name: 'Tagged already' });
  });
  let made = 0;
  const suggest = async (text: { headline?: string; dek?: string; body?: string }) => {
    const slug = `article-${++made}`;
    const { headline = 'None', dek = 'None', body = '' } = text;
    await room.article(slug, [tagged, section], { sectionId: section, headline, dek, bodyHtml: body });
    return (await getArticleTopics(use(), room.editor, slug)).suggestions;
  };
  const names = async (text: Parameters<typeof suggest>[0]) => (await suggest(text)).map(({ name }) => name);

  test('are shown with the words found and those around them, the headline’s first', async () => {
    await room.topic('iran', null, { name: 'Iran', aliases: ['Islamic Republic'] });
    const long = 'A sentence that goes on for longer than there is room to show of it before';
    expect(
      await suggest({
        headline: 'Talks with IRAN resume',
        body: `<p>${long} the <em>Islamic</em> Republic&#x2019; &amp; others.</p><p>Iran’s answer.</p>`,
      }),
    ).toEqual([
      {
        ...{ slug: 'iran', name: 'Iran', kind: 'topic', count: 3 },
        found: [
          { where: 'headline', before: 'Talks with ', words: 'IRAN', after: ' resume' },
          {
            where: 'body',
            before: '…than there is room to show of it before the ',
            words: 'Islamic Republic',
            after: '’ & others.',
          },
          { where: 'body', before: '', words: 'Iran', after: '’s answer.' },
        ],
      },
    ]);
  });

  test.each([
    ['a whole word', 'Iran', 'Iranian oil', false],
    ['accents aside in the text', 'Zurich', 'Snow in Zürich', true],
    ['accents aside in the name', 'Côte d’Ivoire', "Vote in COTE D'IVOIRE today", true],
    ['a hyphen for a space', 'al-Qaeda', 'Al Qaeda denied it', true],
    ['a space for a hyphen', 'Covid 19', 'After COVID-19, quiet', true],
    ['a name with its stops', 'U.S.', 'In the U.S. nothing', true],
    ['a name with its stop within', 'St. Petersburg', 'Near St. Petersburg', true],
    ['not across sentences', 'Red Sea', 'It was red. Sea levels rose', false],
    ['not across paragraphs', 'Red Sea', 'red</p><p>sea', false],
    ['initials as initials', 'WHO', 'The WHO said', true],
    ['initials and not a word like them', 'WHO', 'Those who said', false],
    ['letters of other alphabets', 'Москва', 'Поезд в МОСКВА', true],
    ['quotes in a name', 'The "Fat" Man {x,y}', 'See the "fat" man', false],
  ])('match %s', async (_what, name, text, isFound) => {
    await room.topic('it', null, { name });
    expect(await names({ body: `<p>${text}</p>` })).toEqual(isFound ? [name] : []);
  });

  test('the longest name takes its words; the shorter one counts only where it stands alone', async () => {
    await room.topic('iran', null, { name: 'Iran' });
    await room.topic('deal', null, { name: 'Iran nuclear agreement' });
    expect(await names({ headline: 'The Iran nuclear agreement holds' })).toEqual(['Iran nuclear agreement']);
    const both = await suggest({ headline: 'The Iran nuclear agreement holds', dek: 'So Iran says.' });
    expect(both.map(({ name, count }) => [name, count])).toEqual([
      ['Iran nuclear agreement', 1],
      ['Iran', 1],
    ]);
    // What is tagged already takes its words too, and is not suggested.
    await room.topic('of-it', null, { name: 'Tagged' });
    expect(await names({ headline: 'Tagged already' })).toEqual([]);
  });

  test('are found at the end of a long text too', async () => {
    await room.topic('oil', null, { name: 'Crude oil' });
    const words = Array.from({ length: 700 }, (_, i) => `word${i}`).join(' ');
    expect(await names({ body: `<p>${words}. Crude oil</p>` })).toEqual(['Crude oil']);
  });

  test('the headline counts for more than the text', async () => {
    await room.topic('oil', null, { name: 'Oil' });
    await room.topic('gas', null, { name: 'Gas' });
    expect(await names({ headline: 'Oil', body: '<p>Gas, gas and gas</p>' })).toEqual(['Oil', 'Gas']);
  });

  test('retired, merged and author topics are never suggested', async () => {
    const oil = await room.topic('oil', null, { name: 'Oil' });
    await room.topic('gas', null, { name: 'Gas', retiredAt: NOW });
    await room.topic('coal', null, { name: 'Coal', mergedIntoId: oil });
    await room.topic('nora', null, { name: 'Nora', kind: 'author' });
    expect(await names({ headline: 'Nora on gas, coal, oil' })).toEqual(['Oil']);
  });
});
