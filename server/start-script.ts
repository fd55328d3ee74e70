import { withoutSpaces } from '../lib/early-script.ts';

/**
 * What tells that somebody is there. Not so a pointer that moves by nothing, nor a part of the page that scrolls:
 * both are of the page's own making while it is laid out.
 */
const SIGNS = 'pointerdown pointermove keydown scroll focusin click visibilitychange';

/** How long after all else has arrived, and something is painted, code is fetched ahead: pictures are decoded meanwhile. */
const AHEAD_MS = 300;

/**
 * For a page that is the same for everyone: starts its scripts, given by their addresses, when there is
 * something for them to do (ADR 020). That is at once in a browser that keeps anything of this site, and
 * otherwise with the first sign of whoever reads. Until then they are fetched ahead, after the first paint,
 * and a step in history to another page that had been shown in this one without loading it loads that.
 */
export function startScript(addresses: string[]): string {
  const list = JSON.stringify(addresses).replaceAll('<', '\\u003c');
  const script = withoutSpaces(`((w, d, signs, addresses) => {
  var isOn, path = location.pathname;
  var putEach = (tag, props) => addresses.forEach((a) => d.head.append(Object.assign(d.createElement(tag), props(a))));
  var isOfPage = (e) => e.type == "scroll" ? e.target != d : e.type == "pointermove" && !e.movementX && !e.movementY;
  var start = (e) => {
    if (isOn || (e && isOfPage(e))) return;
    isOn = true;
    putEach("script", (a) => ({ src: a, async: true }));
  };
  var fetchAhead = () => {
    var rel = d.createElement("link").relList.supports("prefetch") ? "prefetch" : "preload";
    if (!isOn) putEach("link", (a) => ({ rel: rel, as: "script", href: a }));
  };
  try {
    if ("reader" in d.documentElement.dataset || localStorage.length || location.hash) start();
  } catch (e) {
    start();
  }
  signs.forEach((s) => w.addEventListener(s, start, true));
  w.addEventListener("popstate", () => {
    if (!isOn && location.pathname != path) location.reload();
  });
  w.addEventListener("load", () => {
    var painted = new PerformanceObserver((list) => {
      if (!list.getEntriesByName("first-contentful-paint").length) return;
      painted.disconnect();
      setTimeout(fetchAhead, ${AHEAD_MS});
    });
    painted.observe({ type: "paint", buffered: true });
  });
})`);
  return `${script}(window,document,"${SIGNS}".split(" "),${list})`;
}
