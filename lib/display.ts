/** How a reader wants pages to look on this device. Kept by the browser alone; the server never learns of it. */

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['standard', 'large', 'larger'] as const;
export type DisplayChoice = { theme: (typeof THEMES)[number]; text: (typeof TEXT_SIZES)[number] };

export const DISPLAY_KEY = 'display';

/**
 * Runs before a page is painted (early-script.ts): puts what is kept, and whether there is probably a session, on the
 * root element for the style sheet (app/globals.css), so that nothing changes its look or place afterwards. Each
 * of the two look-ups waits for another process of the browser; what is kept comes first, because the
 * first cookie is waited for longest.
 */
export const DISPLAY_SCRIPT = `(function(d){try{var k=JSON.parse(localStorage.getItem("${DISPLAY_KEY}"));if(k.theme!="system")d.theme=k.theme;if(k.text!="standard")d.text=k.text}catch(e){}if(document.cookie.split("; ").includes("signed-in=1"))d.reader=""})(document.documentElement.dataset)`;

/** What is kept on this device, whatever may have been written there. */
export function readDisplay(kept: string | null): DisplayChoice {
  let found: Partial<DisplayChoice> | null = null;
  try {
    found = JSON.parse(kept ?? 'null');
  } catch {
    // Not ours, or cut short: as if nothing were kept.
  }
  return {
    theme: THEMES.find((theme) => theme === found?.theme) ?? 'system',
    text: TEXT_SIZES.find((text) => text === found?.text) ?? 'standard',
  };
}
