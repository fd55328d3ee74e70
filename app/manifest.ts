/// <reference types="next/image-types/global" />
import type { MetadataRoute } from 'next';
import { SITE } from '@/content/site.ts';
import icon192 from './icons/app-192.png';
import icon512 from './icons/app-512.png';
import maskable512 from './icons/app-maskable-512.png';

const icon = ({ src, width }: { src: string; width: number }, purpose: 'any' | 'maskable' = 'any') => ({
  ...{ src, purpose, sizes: `${width}x${width}`, type: 'image/png' },
});

/** What a phone or computer needs to install the site as an app, which opens at Following. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: SITE.name,
    short_name: SITE.name,
    description: SITE.description,
    lang: 'en',
    start_url: '/following',
    scope: '/',
    display: 'standalone',
    background_color: '#fdfcfa',
    theme_color: '#fdfcfa',
    categories: ['news'],
    icons: [icon(icon192), icon(icon512), icon(maskable512, 'maskable')],
    shortcuts: [
      { name: 'Following', url: '/following' },
      { name: 'Saved', url: '/saved' },
      { name: 'Search', url: '/search' },
    ],
  };
}
