import { fold } from '@/lib/fold.ts';

/** The most words a name may have to be found in a text. */
const MAX_WORDS = 8;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** What may stand between two words of a name: anything else ends a sentence, or a phrase. */
const BETWEEN = /^(?: ?[-–/&+] ?|[ .'’·]|\. |, )$/;
const STOP = /[.,] /;

/** A word of a text, folded, and where it stands. */
export type Word = { folded: string; start: number; end: number };

/** Words of a text that stand together, and the ways a folded name of these words may be written. */
export type Gram = { start: number; end: number; firstWord: number; wordCount: number; forms: string[] };

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: fold(word),
    start: index,
    end: index + word.length,
  }));
}

/** Every run of up to eight of these words that might be a name. */
export function gramsOf(text: string, words: Word[]): Gram[] {
  const grams: Gram[] = [];
  for (const [firstWord, first] of words.entries()) {
    let written = first.folded;
    /** With one space between all words; null once what is between them may be the end of a sentence. */
    let plain: string | null = first.folded;
    let last = first;
    for (let wordCount = 1; ; wordCount++) {
      const isDotted = text[last.end] === '.';
      const forms = new Set(plain === null ? [written] : [written, plain, plain.replaceAll(' ', '-')]);
      if (isDotted) forms.add(`${written}.`);
      if (written.includes("'")) forms.add(written.replaceAll("'", '’'));
      grams.push({ start: first.start, end: last.end, firstWord, wordCount, forms: [...forms] });
      const next = words[firstWord + wordCount];
      if (!next || wordCount === MAX_WORDS) break;
      const between = text.slice(last.end, next.start);
      if (!BETWEEN.test(between)) break;
      written += between.replace('’', "'").replace('–', '-') + next.folded;
      plain = plain === null || STOP.test(between) ? null : `${plain} ${next.folded}`;
      last = next;
    }
  }
  return grams;
}
