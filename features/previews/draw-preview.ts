import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { WORDMARK_LETTERS } from '@/components/layout/wordmark-letters.ts';
import { escapeXml } from '@/lib/xml.ts';
import { PREVIEW_HEIGHT, PREVIEW_WIDTH, type Preview } from './preview.ts';

/** The light theme's colours (app/globals.css). */
const PAPER = '#fdfcfa';
const INK = '#15171c';
const INK_SOFT = '#54565d';
const ACCENT = '#b3261a';

const MARGIN = 64;
const BAR = 16;
const PHOTO_WIDTH = 520;
/** Where the words may stand, between the margin above and the paper's name below. */
const WORDS_TOP = 60;
const WORDS_BOTTOM = 520;
const TITLE_SIZES = [96, 84, 74, 66, 58, 52, 46, 41, 36, 31, 27];
const TITLE_GAP = 20;
const TEXT_GAP = 34;
/** Without a photo there is the globe of the paper's name, large. */
const DISC_WIDTH = 330;
const TEXT_SIZE = 30;
const MAX_TEXT = 150;
/** Words longer than this may be broken. */
const MAX_WORD = 24;

/** Faces by the names their files give themselves (scripts/subset-fonts.ts). */
const SERIF = { family: 'Newsreader 16pt', file: 'drawn-newsreader' };
const SANS = { family: 'Inter', file: 'drawn-inter' };
type Face = typeof SERIF;
type Words = { face: Face; size: number; colour: string; width: number };
type Layer = { input: Buffer; width: number; height: number };

/**
 * Draws a link preview as JPEG: the title in the paper's face as large as it fits, beside the photo if
 * there is one. Reads two fonts of the tree and nothing else. About 0.2 s of one core.
 */
export async function drawPreview(
  preview: Preview,
  photo: Uint8Array | null,
): Promise<Uint8Array<ArrayBuffer>> {
  await loadExtendedFaces();
  const right = photo ? PHOTO_WIDTH : DISC_WIDTH;
  const width = PREVIEW_WIDTH - right - MARGIN - BAR - MARGIN;
  const left = MARGIN + BAR;
  const layers: OverlayOptions[] = [{ input: frame(preview.colour, left, photo === null), left: 0, top: 0 }];
  if (photo && preview.photo) {
    layers.push({ input: await cropPhoto(photo, preview.photo), left: PREVIEW_WIDTH - PHOTO_WIDTH, top: 0 });
  }
  let top = WORDS_TOP;
  const place = (layer: Layer, gap: number) => {
    layers.push({ input: layer.input, left, top });
    top += layer.height + gap;
  };
  place(await drawWords(preview.kicker, { face: SANS, size: 27, colour: preview.colour, width }), TITLE_GAP);
  place(await drawTitle(preview.title, width, WORDS_BOTTOM - top), TEXT_GAP);
  if (preview.text) {
    const words = { face: SERIF, size: TEXT_SIZE, colour: INK_SOFT, width };
    const text = await drawWords(shorten(preview.text), words);
    if (top + text.height <= WORDS_BOTTOM) place(text, 0);
  }
  const paper = { width: PREVIEW_WIDTH, height: PREVIEW_HEIGHT, channels: 3 as const, background: PAPER };
  const image = sharp({ create: paper }).composite(layers);
  return new Uint8Array(await image.jpeg({ quality: 84, chromaSubsampling: '4:4:4' }).toBuffer());
}

/** The title in the largest size in which it is not too tall and no word of it is cut. */
async function drawTitle(title: string, width: number, height: number): Promise<Layer> {
  let drawn: Layer | undefined;
  const longest = Math.min(MAX_WORD, Math.max(...title.split(/\s/).map((word) => word.length)));
  for (const size of TITLE_SIZES) {
    // Letters are about half as wide as tall: what cannot fit is not drawn to find out.
    const lines = Math.ceil((title.length * size * 0.4) / width);
    const isHopeless = lines * size > height || longest * size * 0.4 > width;
    if (isHopeless && size !== TITLE_SIZES.at(-1)) continue;
    drawn = await drawWords(title, { face: SERIF, size, colour: INK, width });
    if (drawn.height <= height && longest * size * 0.55 <= width) return drawn;
  }
  if (!drawn) throw new Error('There is no size for titles.');
  if (drawn.height <= height) return drawn;
  const input = await sharp(drawn.input).extract({ left: 0, top: 0, width: drawn.width, height }).toBuffer();
  return { input, width: drawn.width, height };
}

async function drawWords(text: string, { face, size, colour, width }: Words): Promise<Layer> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" letter_spacing="${face === SERIF ? -8 * size : 0}">${escapeXml(unbroken(text))}</span>`,
      font: `${face.family}, ${size}`,
      fontfile: fontFile(face.file),
      width,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width, height: info.height };
}

/** The part of the photo around its focal point that fills the right side. */
async function cropPhoto(
  bytes: Uint8Array,
  { focalX, focalY }: NonNullable<Preview['photo']>,
): Promise<Buffer> {
  const upright = sharp(bytes).autoOrient();
  const { autoOrient } = await sharp(bytes).metadata();
  const scale = Math.max(PHOTO_WIDTH / autoOrient.width, PREVIEW_HEIGHT / autoOrient.height);
  const width = Math.min(autoOrient.width, Math.round(PHOTO_WIDTH / scale));
  const height = Math.min(autoOrient.height, Math.round(PREVIEW_HEIGHT / scale));
  const from = (whole: number, part: number, focus: number) =>
    Math.round(Math.min(Math.max(whole * focus - part / 2, 0), whole - part));
  return upright
    .extract({
      left: from(autoOrient.width, width, focalX),
      top: from(autoOrient.height, height, focalY),
      width,
      height,
    })
    .resize(PHOTO_WIDTH, PREVIEW_HEIGHT, { fit: 'fill' })
    .toBuffer();
}

/** The bar in the section's colour, the disc where there is no photo, and the paper's name, as outlines. */
function frame(colour: string, left: number, hasDisc: boolean): Buffer {
  const disc = hasDisc ? `<circle cx="1120" cy="470" r="250" fill="${colour}"/>` : '';
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${PREVIEW_WIDTH}" height="${PREVIEW_HEIGHT}">
    <rect width="${BAR}" height="${PREVIEW_HEIGHT}" fill="${colour}"/>${disc}
    <g transform="translate(${left} 546) scale(0.117)">
      <path d="${WORDMARK_LETTERS}" fill="${INK}"/><circle cx="1504" cy="197" r="102" fill="${ACCENT}"/>
    </g>
  </svg>`);
}

/** Words with hyphens stay whole, as in the headlines of pages: a word joiner follows each hyphen. */
function unbroken(text: string): string {
  return text.replace(/-(?=\p{L})/gu, '-\u2060');
}

/** Whole words of it, with an ellipsis where some are left out. */
function shorten(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  return `${text.slice(0, MAX_TEXT).replace(/\s+\S*$/, '')}…`;
}

let extended: Promise<unknown> | undefined;

/** A drawing names one file; letters it lacks come from the faces loaded before, these. */
function loadExtendedFaces(): Promise<unknown> {
  extended ??= Promise.all(
    [SERIF, SANS].map((face) =>
      sharp({ text: { text: 'ă', font: `${face.family}, 20`, fontfile: fontFile(`${face.file}-ext`) } })
        .png()
        .toBuffer(),
    ),
  );
  return extended;
}

function fontFile(name: string): string {
  return join(process.cwd(), 'app', 'fonts', `${name}.ttf`);
}
