/**
 * The place to come back to after signing in. In an article the follow was asked for in the box below
 * the text.
 */
export function placeHere(): string {
  return window.location.pathname + (document.getElementById('your-globe-box') ? '#your-globe-box' : '');
}
