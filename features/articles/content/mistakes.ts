/** Something wrong in the content folder: the file below it, the line (from 1), and what to mend. */
export type Mistake = { file: string; line: number; message: string };

/** Where a thing stands in the content folder. */
export type Place = { file: string; line: number };

/** Thrown with every mistake of a content folder at once, by file and line. Nothing has been stored. */
export class ContentError extends Error {
  readonly mistakes: Mistake[];
  /** Fingerprints of the articles that are sound in themselves, by slug; empty when none could be told. */
  readonly soundHashes: ReadonlyMap<string, string>;

  constructor(mistakes: Mistake[], soundHashes: ReadonlyMap<string, string> = new Map()) {
    const sorted = sortMistakes(mistakes);
    super(sorted.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
    this.name = 'ContentError';
    this.mistakes = sorted;
    this.soundHashes = soundHashes;
  }
}

function sortMistakes(mistakes: Mistake[]): Mistake[] {
  const key = (mistake: Mistake) =>
    `${mistake.file}\n${String(mistake.line).padStart(9, '0')}\n${mistake.message}`;
  const byKey = new Map(mistakes.map((mistake) => [key(mistake), mistake]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, mistake]) => mistake);
}
