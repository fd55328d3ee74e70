const DISPLAY = new URL('./fonts/newsreader-display.woff2', import.meta.url);
const TEXT = new URL('./fonts/newsreader-text.woff2', import.meta.url);
const SANS = new URL('./fonts/inter.woff2', import.meta.url);

/**
 * Asks for the faces that every page has before the style sheets that name them are read, so that they are
 * there for the first paint. Once, in the root layout's body.
 */
export function FontPreload() {
  return [DISPLAY, TEXT, SANS].map((face) => (
    <link key={String(face)} rel="preload" as="font" type="font/woff2" href={String(face)} crossOrigin="" />
  ));
}
