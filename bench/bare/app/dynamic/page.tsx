import { headers } from 'next/headers';

export const instant = false;

/** The least that a page can cost that is rendered for each request. */
export default async function DynamicPage() {
  return <p>{(await headers()).get('host')}</p>;
}
