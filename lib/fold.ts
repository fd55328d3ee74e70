/** Lower case without accents, for comparing and finding names. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** These names folded, each once, in their order. */
export function foldNames(names: string[]): string[] {
  return [...new Set(names.map(fold))];
}

/** The words of a text, folded: letters and digits that stand together. */
export function foldWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
