import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { drawPreview } from './draw-preview.ts';
import { PREVIEW_HEIGHT, PREVIEW_WIDTH, type Preview, previewFile } from './preview.ts';

const base: Preview = {
  kicker: 'World',
  title: 'A harbour at dawn',
  text: '',
  colour: '#2d6532',
  photo: { src: '/media/0123456789ab/harbour.webp', focalX: 0.9, focalY: 0.5 },
};
let photo: Uint8Array;

beforeAll(async () => {
  // Left half blue, right half yellow, so that a crop tells where it was taken.
  const half = (background: string) => ({
    create: { width: 600, height: 700, channels: 3 as const, background },
  });
  const yellow = await sharp(half('#ffee00')).png().toBuffer();
  const blank = { width: 1_200, height: 700, channels: 3 as const, background: '#0000ff' };
  photo = await sharp({ create: blank })
    .composite([{ input: yellow, left: 600, top: 0 }])
    .webp()
    .toBuffer();
});

/** The average colour of a part of a picture. */
async function colourAt(picture: Uint8Array, left: number, top: number, size = 8): Promise<number[]> {
  const { data } = await sharp(picture)
    .extract({ left, top, width: size, height: size })
    .resize(1, 1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

const near = (colour: number[], wanted: number[]) =>
  colour.every((value, channel) => Math.abs(value - (wanted[channel] ?? 0)) < 24);

/** How much of a part is not paper: the share of dark pixels. */
async function inkIn(
  picture: Uint8Array,
  area: { left: number; top: number; width: number; height: number },
) {
  const { data } = await sharp(picture).extract(area).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 128).length / data.length;
}

test('a preview has its size, its section’s colour and the photo around its focal point', async () => {
  const picture = await drawPreview(base, photo);
  expect(await sharp(picture).metadata()).toMatchObject({
    format: 'jpeg',
    width: PREVIEW_WIDTH,
    height: PREVIEW_HEIGHT,
  });
  expect(near(await colourAt(picture, 4, 300), [0x2d, 0x65, 0x32])).toBe(true);
  expect(near(await colourAt(picture, 700, 300), [0xff, 0xee, 0])).toBe(true);
  const other = await drawPreview({ ...base, photo: { src: 'x', focalX: 0.1, focalY: 0.5 } }, photo);
  expect(near(await colourAt(other, 700, 300), [0, 0, 0xff])).toBe(true);
});

test('every title is drawn, whole and within its place: short, long, accented, unbreakable, without a photo', async () => {
  const titles = [
    'Fire',
    'Pompeo accuses Iran of al-Qaeda ties '.repeat(6).slice(0, 200).trim(),
    'Žluťoučký kůň, Łódź, Ştefănescu: “straße”',
    'x'.repeat(200),
    'W '.repeat(100).trim(),
  ];
  for (const title of titles) {
    for (const bytes of [photo, null]) {
      const picture = await drawPreview({ ...base, title }, bytes);
      const right = bytes ? 680 : 840;
      const words = { left: 60, top: 110, width: right - 60, height: 410 };
      expect(await inkIn(picture, words), title).toBeGreaterThan(0.005);
      // The margin beside the words and the one above the paper's name stay clear.
      expect(await inkIn(picture, { left: 20, top: 60, width: 50, height: 460 }), title).toBe(0);
      expect(await inkIn(picture, { left: 60, top: 524, width: 400, height: 16 }), title).toBe(0);
    }
  }
});

test('accented letters are drawn in the paper’s face: none is a box or a gap', async () => {
  const letters = async (title: string) => {
    const picture = await drawPreview({ ...base, title, photo: null }, null);
    return inkIn(picture, { left: 60, top: 100, width: 700, height: 200 });
  };
  const plain = await letters('Lodz');
  const accented = await letters('Łódź');
  expect(accented).toBeGreaterThan(plain);
  expect(accented).toBeLessThan(plain * 1.4);
});

test('T21 what looks like markup is drawn as text, and nothing breaks the drawing', async () => {
  const plain = await drawPreview({ ...base, title: 'Fire', photo: null }, null);
  for (const title of [
    '<span size="1">Fire</span>',
    '&amp;',
    'a & b < c',
    '</span>',
    '"\'',
    '\ufffe\u0007x',
  ]) {
    const picture = await drawPreview({ ...base, title, text: title, kicker: title, photo: null }, null);
    expect(Buffer.compare(picture, plain)).not.toBe(0);
    expect(await inkIn(picture, { left: 60, top: 60, width: 780, height: 460 }), title).toBeGreaterThan(
      0.0005,
    );
  }
});

test('the name of the file changes with all that is shown, and with nothing else', () => {
  const name = previewFile(base);
  expect(name).toMatch(/^[0-9a-f]{16}\.jpg$/);
  expect(previewFile({ ...base, photo: base.photo && { ...base.photo } })).toBe(name);
  const changes: Partial<Preview>[] = [
    { kicker: 'Politics' },
    { title: 'A harbour at dusk' },
    { text: 'More.' },
    { colour: '#000000' },
    { photo: null },
    { photo: { src: '/media/0123456789ab/harbour.webp', focalX: 0.8, focalY: 0.5 } },
  ];
  const names = changes.map((change) => previewFile({ ...base, ...change }));
  expect(new Set([name, ...names]).size).toBe(changes.length + 1);
});
