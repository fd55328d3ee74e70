/** Lower case without accents, for comparing and finding names. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** These names folded, each once, in their order. */
export function foldNames(names: string[]): string[] {
  return [...new Set(names.map(fold))];
}
