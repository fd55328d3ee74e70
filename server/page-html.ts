import { DISPLAY_SCRIPT } from '../lib/display.ts';

const DISPLAY_ELEMENT = `<script>${DISPLAY_SCRIPT}</script>`;
/**
 * Between an inline script and a next one that hands React a further piece of what the page is made of. In
 * both, Next writes each `<` as an escape.
 */
const BETWEEN_PIECES = /(?<=<script>[^<]*)<\/script><script>(?=self\.__next_f\.push\()/g;

/**
 * The same page, so ordered that browsers paint it sooner. A script waits for the style sheets before it,
 * and all of the page behind it waits too: the one that has to run before anything is painted comes first.
 * What Next sends as a script for each piece of a stream comes as one: a kept page is not a stream.
 */
export function inOrderOfPainting(html: string): string {
  const joined = html.replace(BETWEEN_PIECES, ';');
  if (!joined.includes(DISPLAY_ELEMENT)) return joined;
  // Next puts it in again where it renders a page in two goes.
  return joined.replaceAll(DISPLAY_ELEMENT, '').replace('<head>', () => `<head>${DISPLAY_ELEMENT}`);
}
