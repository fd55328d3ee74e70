/** A piece of a text, and whether it is a word that was searched for. */
export type TextPart = { text: string; isMatch: boolean };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** How many words an excerpt has before the first that was searched for, and in all. */
const EXCERPT_LEAD = 8;
const EXCERPT_WORDS = 36;

/** The words of a text, each once. */
export function wordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(WORD) ?? []))];
}

/** The text in pieces, which make it up again, with the words of `matching` apart. */
export function markWords(text: string, matching: ReadonlySet<string>): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!matching.has(word)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), isMatch: false });
    parts.push({ text: word, isMatch: true });
    end = index + word.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false });
  return parts;
}

/** What stands around the first word of `matching`, cut at words; null where there is none. */
export function excerptAround(text: string, matching: ReadonlySet<string>): TextPart[] | null {
  const words = [...text.matchAll(WORD)];
  const first = words.findIndex(([word]) => matching.has(word));
  if (first < 0) return null;
  const from = Math.max(0, first - EXCERPT_LEAD);
  const after = words[from + EXCERPT_WORDS];
  const begin = from === 0 ? 0 : (words[from]?.index ?? 0);
  const cut = text.slice(begin, after?.index).replace(/\s+/g, ' ').trim();
  return markWords(`${from > 0 ? '… ' : ''}${cut}${after ? ' …' : ''}`, matching);
}

/** True where any of the pieces is a word that was searched for. */
export function hasMatch(parts: readonly TextPart[]): boolean {
  return parts.some((part) => part.isMatch);
}
