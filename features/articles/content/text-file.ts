import { readFile } from 'node:fs/promises';
import type { Mistake } from './mistakes.ts';

const MAX_BYTES = 1024 * 1024;

/**
 * The text of a UTF-8 file, with line ends made `\n`. A file that is missing, too large or not
 * UTF-8 is added to `mistakes`, and null is returned.
 */
export async function readText(path: string, file: string, mistakes: Mistake[]): Promise<string | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    mistakes.push({
      file,
      line: 1,
      message: isMissing ? 'this file is missing' : 'this file cannot be read',
    });
    return null;
  }
  if (bytes.length > MAX_BYTES) {
    mistakes.push({ file, line: 1, message: `this file is larger than ${MAX_BYTES / 1024} KB` });
    return null;
  }
  try {
    // The decoder drops a byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    mistakes.push({ file, line: 1, message: 'this file is not UTF-8 text' });
    return null;
  }
}
