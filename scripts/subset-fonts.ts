/**
 * Cuts the paper's web fonts out of the full variable fonts of the @fontsource-variable packages.
 *
 * Run by hand when a font or the character set changes: `node scripts/subset-fonts.ts`. The results are
 * committed, so neither the build nor the browser downloads a font from anywhere else. All faces an
 * article page can load must stay within 90 kB together; the script fails above that.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const PACKAGES = new URL('../node_modules/@fontsource-variable/', import.meta.url);
const TARGET = new URL('../app/fonts/', import.meta.url);
const MAX_TOTAL_BYTES = 90_000;

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset)).join('');

const ASCII = range(0x20, 0x7e);
/** The letters of western Europe. Others come from the extended faces, which load only where they occur. */
const LETTERS = `${range(0xc0, 0xff)}ŒœıŠšŽžŸ`;
const PUNCTUATION = '\u00a0¡¿«»§©®°·×–—‘’‚“”„†•…‹›€£™−→←';
const LATIN = ASCII + LETTERS + PUNCTUATION;
const ITALIC = `${ASCII + range(0xc0, 0xff)}\u00a0–—‘’“”…œŒ£€`;
/** Signs that no newspaper sets in bold; the stand-in has them. */
const BOLD = ITALIC.replace(/[#*+<=>@[\\\]^_`{|}~×÷]/g, '');
/** Latin Extended-A: Czech, Polish, Turkish, Hungarian, Romanian and Baltic names. */
const LATIN_EXTENDED = `${range(0x100, 0x17f)}ȘșȚț`;

/** Ligatures and kerning stay; small capitals, fractions and the like go, with the glyphs they need. */
const SERIF_FEATURES = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl'];
const SANS_FEATURES = ['kern', 'mark', 'ccmp', 'tnum'];

interface Face {
  file: string;
  from: string;
  text: string;
  axes: Record<string, number | { min: number; max: number }>;
  features: string[];
  /** Counted against the budget: what a page in western European languages loads. */
  isCore: boolean;
}

const NEWSREADER = 'newsreader/files/newsreader-latin';
const WEIGHTS = { min: 400, max: 600 };

const FACES: Face[] = [
  {
    file: 'newsreader-display',
    from: `${NEWSREADER}-standard-normal`,
    text: LATIN,
    axes: { opsz: 60, wght: 500 },
    features: SERIF_FEATURES,
    isCore: true,
  },
  {
    file: 'newsreader-text',
    from: `${NEWSREADER}-standard-normal`,
    text: LATIN,
    axes: { opsz: 15, wght: 400 },
    features: SERIF_FEATURES,
    isCore: true,
  },
  {
    file: 'newsreader-text-bold',
    from: `${NEWSREADER}-standard-normal`,
    text: BOLD,
    axes: { opsz: 15, wght: 600 },
    features: SERIF_FEATURES,
    isCore: true,
  },
  {
    file: 'newsreader-text-italic',
    from: `${NEWSREADER}-standard-italic`,
    text: ITALIC,
    axes: { opsz: 15, wght: 400 },
    features: SERIF_FEATURES,
    isCore: true,
  },
  {
    file: 'inter',
    from: 'inter/files/inter-latin-wght-normal',
    text: LATIN,
    axes: { wght: WEIGHTS },
    features: SANS_FEATURES,
    isCore: true,
  },
  {
    file: 'newsreader-display-ext',
    from: `${NEWSREADER}-ext-standard-normal`,
    text: LATIN_EXTENDED,
    axes: { opsz: 60, wght: 500 },
    features: SERIF_FEATURES,
    isCore: false,
  },
  {
    file: 'newsreader-text-ext',
    from: `${NEWSREADER}-ext-standard-normal`,
    text: LATIN_EXTENDED,
    axes: { opsz: 15, wght: WEIGHTS },
    features: SERIF_FEATURES,
    isCore: false,
  },
  {
    file: 'inter-ext',
    from: 'inter/files/inter-latin-ext-wght-normal',
    text: LATIN_EXTENDED,
    axes: { wght: WEIGHTS },
    features: SANS_FEATURES,
    isCore: false,
  },
];

/**
 * The same faces for the server, which draws link previews with them (features/previews/draw-preview.ts) and reads
 * no woff2. Browsers never load these.
 */
const DRAWN_FACES: Omit<Face, 'isCore'>[] = [
  { file: 'drawn-newsreader', from: `${NEWSREADER}-standard-normal`, axes: { opsz: 60, wght: 500 } },
  { file: 'drawn-newsreader-ext', from: `${NEWSREADER}-ext-standard-normal`, axes: { opsz: 60, wght: 500 } },
  { file: 'drawn-inter', from: 'inter/files/inter-latin-wght-normal', axes: { wght: 600 } },
  { file: 'drawn-inter-ext', from: 'inter/files/inter-latin-ext-wght-normal', axes: { wght: 600 } },
].map((face) => ({
  ...face,
  text: face.file.endsWith('-ext') ? LATIN_EXTENDED : LATIN,
  features: face.file.includes('inter') ? SANS_FEATURES : SERIF_FEATURES,
}));

await mkdir(TARGET, { recursive: true });
let totalBytes = 0;
for (const face of FACES) {
  const whole = await readFile(new URL(`${face.from}.woff2`, PACKAGES));
  const cut = await subsetFont(whole, face.text, {
    targetFormat: 'woff2',
    variationAxes: face.axes,
    keepFeatures: face.features,
    noHinting: true,
  });
  await writeFile(new URL(`${face.file}.woff2`, TARGET), cut);
  if (face.isCore) totalBytes += cut.length;
  console.log(
    `${face.file.padEnd(24)} ${String(cut.length).padStart(6)} bytes${face.isCore ? '' : '  (only where needed)'}`,
  );
}
for (const face of DRAWN_FACES) {
  const cut = await subsetFont(await readFile(new URL(`${face.from}.woff2`, PACKAGES)), face.text, {
    targetFormat: 'sfnt',
    variationAxes: face.axes,
    keepFeatures: face.features,
    noHinting: true,
  });
  await writeFile(new URL(`${face.file}.ttf`, TARGET), cut);
  console.log(`${face.file.padEnd(24)} ${String(cut.length).padStart(6)} bytes  (for the server)`);
}
console.log(`${fileURLToPath(TARGET)}: ${totalBytes} bytes for a page that uses every face`);
if (totalBytes > MAX_TOTAL_BYTES) throw new Error(`Fonts are over the budget of ${MAX_TOTAL_BYTES} bytes.`);
