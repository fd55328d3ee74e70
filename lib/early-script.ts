import { DISPLAY_SCRIPT } from './display.ts';

/** How long a press is kept that is not heard, and how often it is looked whether it would be. */
const PATIENCE_MS = 8_000;
const LOOK_MS = 30;

/**
 * Keeps what is pressed before it would be heard, and presses it again when it is (ADR 020): buttons that do
 * nothing without scripts, and whatever says `data-hold` because scripts do better what it does without.
 * Where they fail or take too long, it does that. A link that is pressed next waits its turn. What asks
 * for another tab or window goes through. An element is heard from when React has put its properties on it,
 * which no part of its interface tells.
 */
const HOLD_SCRIPT = `((w, d) => {
  var held = new Set, since, isOver;
  var isHeard = (c) => Object.keys(c).some((k) => k.startsWith("__reactProps"));
  var look = () => {
    isOver = isOver || Date.now() - since > ${PATIENCE_MS};
    held.forEach((c) => {
      if (!isOver && !isHeard(c)) return;
      held.delete(c);
      c.removeAttribute("aria-busy");
      c.click();
    });
    if (held.size) setTimeout(look, ${LOOK_MS});
  };
  d.addEventListener("click", (e) => {
    var c = e.target.closest("button[type=button],[data-hold]" + (held.size ? ",a[href]" : ""));
    if (isOver || !c || isHeard(c) || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    c.setAttribute("aria-busy", "true");
    if (held.add(c).size > 1) return;
    since = Date.now();
    look();
  }, true);
  w.addEventListener("error", (e) => {
    if (e.target.tagName == "SCRIPT") isOver = true;
  }, true);
})(window, document)`;

/** Runs before a page is painted. The same on every page; personal ones allow it by its hash (server/headers.ts). */
export const EARLY_SCRIPT = `${DISPLAY_SCRIPT};${withoutSpaces(HOLD_SCRIPT)}`;

/**
 * The script without the spaces that are there for whoever reads it here. Each statement in it ends itself, and none
 * of its texts has a space beside a sign.
 */
export function withoutSpaces(script: string): string {
  return script.replace(/\s*([{}()=,;:?|&!<>+-]|\n)\s*/g, '$1').replaceAll('\n', '');
}
