/** Longest text that is searched for, in characters, and the most words of it. */
export const MAX_SEARCH_LENGTH = 200;
export const MAX_SEARCH_WORDS = 16;

/** A word or words that stand together; `isNot` where they must not be there, `isOr` where the one before will do as well. */
export type SearchTerm = { text: string; isNot: boolean; isOr: boolean };

/** What is wrong with a text, in words for whoever wrote it. */
export const SEARCH_PROBLEMS = {
  'too-long': `Search for ${MAX_SEARCH_LENGTH} characters or fewer.`,
  'too-many-words': `Search for ${MAX_SEARCH_WORDS} words or fewer.`,
  'not-text': 'That holds characters that cannot be searched for. Type the words anew.',
  'no-words': 'Type a word to search for.',
  'only-common-words':
    'Words such as “the” and “of” are in every article. Add a word that says what you look for.',
  'only-unwanted': 'Say what you look for, not only what to leave out.',
} as const;
export type SearchProblem = keyof typeof SEARCH_PROBLEMS;

export type SearchText = { terms: SearchTerm[] } | { problem: SearchProblem };

/** A quotation, closed or not, or a run without spaces; each with a minus before it or none. */
const TOKENS = /(-?)"([^"]*)"?|(-?)([^\s"]+)/g;
/** Quotation marks as telephones and word processors write them. */
const CURLY = /[“”„«»]/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * Reads what someone types to search: words that must all be there, "words that stand together", `or`
 * between two, and a minus before what must not be there. Never throws, whatever the text.
 */
export function readSearchText(text: string): SearchText {
  if (text.length > MAX_SEARCH_LENGTH) return { problem: 'too-long' };
  if (text.includes('\0') || !text.isWellFormed()) return { problem: 'not-text' };
  const terms: SearchTerm[] = [];
  let isAfterOr = false;
  for (const [, quotedMinus, quoted, minus, bare] of text.replace(CURLY, '"').matchAll(TOKENS)) {
    if (bare?.toLowerCase() === 'or' && terms.length > 0) {
      isAfterOr = true;
      continue;
    }
    // Words joined by signs ("al-Qaeda", "U.S.") stand together too.
    const words = (quoted ?? bare ?? '').match(WORD);
    if (!words) continue;
    const isNot = (quotedMinus || minus) === '-';
    // "This, or anything without that" finds nearly everything: what is unwanted is unwanted always.
    const isOr = isAfterOr && !isNot && terms.at(-1)?.isNot === false;
    terms.push({ text: words.join(' '), isNot, isOr });
    isAfterOr = false;
  }
  const count = terms.reduce((sum, term) => sum + term.text.split(' ').length, 0);
  if (count > MAX_SEARCH_WORDS) return { problem: 'too-many-words' };
  if (terms.length === 0) return { problem: 'no-words' };
  if (terms.every((term) => term.isNot)) return { problem: 'only-unwanted' };
  return { terms };
}
