// Draws the icons of the installed app from `app/icon.svg` (`npm run icons`). Their files are kept.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const app = fileURLToPath(new URL('../app', import.meta.url));
const icon = readFileSync(join(app, 'icon.svg'), 'utf8');
/** Systems cut a maskable icon to a shape of theirs: its ground fills the square, its letter the middle. */
const maskable = icon
  .replace('viewBox="0 0 64 64"', 'viewBox="6 6 52 52"')
  .replace('<circle cx="32" cy="32" r="31"', '<path d="M0,0H64V64H0Z"');

mkdirSync(join(app, 'icons'), { recursive: true });
for (const [name, svg, size] of [
  ['app-192', icon, 192],
  ['app-512', icon, 512],
  ['app-maskable-512', maskable, 512],
]) {
  const file = join(app, 'icons', `${name}.png`);
  await sharp(Buffer.from(svg), { density: 600 })
    .resize(size, size)
    .png({ palette: true, effort: 10 })
    .toFile(file);
}
