const DISPLAY = new URL('./fonts/newsreader-display.woff2', import.meta.url);
const TEXT = new URL('./fonts/newsreader-text.woff2', import.meta.url);

/**
 * Asks for the two faces of headlines and text before the style sheets that name them are read, so that a
 * headline is set in its own face from the first paint. Once, in the root layout's body.
 */
export function FontPreload() {
  return [DISPLAY, TEXT].map((face) => (
    <link key={String(face)} rel="preload" as="font" type="font/woff2" href={String(face)} crossOrigin="" />
  ));
}
