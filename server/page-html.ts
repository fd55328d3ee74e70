import { EARLY_SCRIPT } from '../lib/early-script.ts';
import { startScript } from './start-script.ts';

const EARLY_ELEMENT = `<script>${EARLY_SCRIPT}</script>`;
/**
 * Between an inline script and a next one that hands React a further piece of what the page is made of. In
 * both, Next writes each `<` as an escape.
 */
const BETWEEN_PIECES = /(?<=<script>[^<]*)<\/script><script>(?=self\.__next_f\.push\()/g;
/** A file of the page's own code, and what asks for one ahead. Older browsers' own (`noModule`) is not among them. */
const CODE = /<script src="([^"]+)"(?: id="_R_")? async=""><\/script>/g;
const CODE_AHEAD = /<link rel="preload" as="script"[^>]*\/>/g;

/**
 * The same page, so ordered that browsers paint it sooner. A script waits for the style sheets before it,
 * and all of the page behind it waits too: what has to run before anything is painted comes first. What
 * Next sends as a script for each piece of a stream comes as one: a kept page is not a stream. And the
 * page's code starts when there is something for it to do (start-script.ts).
 */
export function inOrderOfPainting(html: string): string {
  const joined = html.replace(BETWEEN_PIECES, ';');
  if (!joined.includes(EARLY_ELEMENT)) return joined;
  const addresses = [...joined.matchAll(CODE)].map(([, address]) => address ?? '');
  const first = `<head>${EARLY_ELEMENT}<script>${startScript([...new Set(addresses)])}</script>`;
  return (
    joined
      .replace(CODE, '')
      .replace(CODE_AHEAD, '')
      // Next puts it in again where it renders a page in two goes.
      .replaceAll(EARLY_ELEMENT, '')
      .replace('<head>', () => first)
  );
}
