import { createHash } from 'node:crypto';

/** What a link preview shows: the picture that other sites and messages put beside a link. */
export type Preview = {
  /** The small line above: a section, or what kind of page it is. */
  kicker: string;
  title: string;
  /** One or two sentences under the title; empty for none. */
  text: string;
  /** `#rrggbb`, dark enough for white text. */
  colour: string;
  /** `src` begins with `/media/`; the focal point is in fractions from the top left. */
  photo: { src: string; focalX: number; focalY: number } | null;
};

/** The size link previews are made for (https://ogp.me asks for none; 1.91:1 is what is shown everywhere). */
export const PREVIEW_WIDTH = 1_200;
export const PREVIEW_HEIGHT = 630;

/** Raised when the drawing changes, so that what others keep is asked for again. */
const DRAWING = 1;

/** The file name of a preview's picture: a hash of all that it shows. */
export function previewFile(preview: Preview): string {
  const { kicker, title, text, colour, photo } = preview;
  const shown = JSON.stringify([DRAWING, kicker, title, text, colour, photo]);
  return `${createHash('sha256').update(shown).digest('hex').slice(0, 16)}.jpg`;
}
