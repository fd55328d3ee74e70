import { withoutIndents } from '../lib/early-script.ts';

/**
 * What tells that somebody is there. Not so a pointer that moves by nothing, nor a part of the page that scrolls:
 * both are of the page's own making while it is laid out.
 */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focusin', 'click', 'visibilitychange'];

/** How long after all else has arrived code is fetched ahead: pictures are decoded and painted meanwhile. */
const AHEAD_MS = 300;

/**
 * For a page that is the same for everyone: starts its scripts, given by their addresses, when there is
 * something for them to do (ADR 020). That is at once in a browser that keeps anything of this site, and
 * otherwise with the first sign of whoever reads. Until then they are fetched ahead, after all else, and
 * a step in history to another page that had been shown in this one without loading it loads that.
 */
export function startScript(addresses: string[]): string {
  const list = JSON.stringify(addresses).replaceAll('<', '\\u003c');
  return withoutIndents(`(function (w, d, signs, addresses) {
  var isOn;
  function put(tag, props) {
    d.head.appendChild(Object.assign(d.createElement(tag), props));
  }
  function isOfPage(e) {
    return e.type == "scroll" ? e.target != d : e.type == "pointermove" && !e.movementX && !e.movementY;
  }
  function start(e) {
    if (isOn || (e && isOfPage(e))) return;
    isOn = true;
    signs.forEach(function (s) { w.removeEventListener(s, start, true); });
    addresses.forEach(function (a) { put("script", { src: a, async: true }); });
  }
  function fetchAhead() {
    var rel = d.createElement("link").relList.supports("prefetch") ? "prefetch" : "preload";
    if (!isOn) addresses.forEach(function (a) { put("link", { rel: rel, as: "script", href: a }); });
  }
  function keeps() {
    try {
      return "reader" in d.documentElement.dataset || localStorage.length || location.hash;
    } catch (e) {
      return true;
    }
  }
  if (keeps()) return start();
  signs.forEach(function (s) { w.addEventListener(s, start, true); });
  var path = location.pathname;
  w.addEventListener("popstate", function () {
    if (!isOn && location.pathname != path) location.reload();
  });
  w.addEventListener("load", function () { setTimeout(fetchAhead, ${AHEAD_MS}); });
})(window, document, ${JSON.stringify(SIGNS)}, ${list})`);
}
