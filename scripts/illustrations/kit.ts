/**
 * The drawing kit of the illustrations: palettes, shapes, textures and stock objects.
 * Every helper returns an SVG string for the body of a 1800 x 1200 viewBox; nothing is random,
 * whatever looks it comes from a seeded generator, so that a picture is the same every time.
 */
export const W = 1800;
export const H = 1200;

export type PaletteName =
  | 'world' | 'politics' | 'business' | 'science' | 'climate' | 'health' | 'technology' | 'sport' | 'culture';

/** Eight colours a section: ink (darkest), two darks, two mids, one accent, paper (the light ground), highlight (the second, brighter accent). */
export type Palette = {
  ink: string; dark1: string; dark2: string; mid1: string; mid2: string; accent: string; paper: string; highlight: string;
};

export const PALETTES: Record<PaletteName, Palette> = {
  world: { ink: '#111c33', dark1: '#1f3658', dark2: '#7c2c24', mid1: '#6387a3', mid2: '#c59a68', accent: '#c8452f', paper: '#f3e6cd', highlight: '#f2b450' },
  politics: { ink: '#121b30', dark1: '#233a66', dark2: '#5c1a24', mid1: '#6f8bb5', mid2: '#c2a982', accent: '#a32c34', paper: '#f6ecd8', highlight: '#e8b65a' },
  business: { ink: '#0d2429', dark1: '#17474d', dark2: '#5d4620', mid1: '#5f9490', mid2: '#b7a88c', accent: '#c98a24', paper: '#efe7d6', highlight: '#f0bf58' },
  science: { ink: '#10122a', dark1: '#24294f', dark2: '#6e2a1c', mid1: '#5d6796', mid2: '#d88f63', accent: '#b6482a', paper: '#fae3d0', highlight: '#f6bd7e' },
  climate: { ink: '#10231d', dark1: '#1f4a39', dark2: '#6b3014', mid1: '#5d9168', mid2: '#b9c48a', accent: '#d3601f', paper: '#f4ecd6', highlight: '#f3ab48' },
  health: { ink: '#271532', dark1: '#4c2a5c', dark2: '#7a2a4c', mid1: '#8fb9ac', mid2: '#dba3a6', accent: '#cf5470', paper: '#eef5ec', highlight: '#f5c9a8' },
  technology: { ink: '#12122b', dark1: '#2b2a6b', dark2: '#33383f', mid1: '#4d62b3', mid2: '#8d99a6', accent: '#17a9c4', paper: '#eceef3', highlight: '#f2b53c' },
  sport: { ink: '#0b211c', dark1: '#13443a', dark2: '#1d3557', mid1: '#3f8069', mid2: '#9fc1a8', accent: '#f6c915', paper: '#f8f7ef', highlight: '#e2632f' },
  culture: { ink: '#1c1024', dark1: '#41204d', dark2: '#6d2f2a', mid1: '#80597f', mid2: '#c0a184', accent: '#cf9a2c', paper: '#f4ebdb', highlight: '#f0c869' },
};

export type Scene = { name: string; palette: PaletteName; draw(p: Palette): string };
export type Pt = [number, number];
export type Style = { opacity?: number | undefined; stroke?: string | undefined; width?: number | undefined; rx?: number | undefined; dash?: string | undefined; cap?: 'round' | 'butt' | undefined; transform?: string | undefined };

const n = (v: number): string => String(Math.round(v * 10) / 10);

function attrs(o: Style): string {
  let s = '';
  if (o.opacity !== undefined) s += ` opacity="${o.opacity}"`;
  if (o.stroke) s += ` stroke="${o.stroke}" stroke-width="${o.width ?? 4}" stroke-linejoin="round" stroke-linecap="${o.cap ?? 'round'}"`;
  if (o.dash) s += ` stroke-dasharray="${o.dash}"`;
  if (o.transform) s += ` transform="${o.transform}"`;
  return s;
}

// ---- numbers -------------------------------------------------------------------------------

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
export function prng(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The numbers 0 to count-1, mapped and joined: a loop for markup. */
export function times(count: number, f: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => f(i)).join('');
}

/** A colour between a and b (t from 0 to 1), both #rrggbb. */
export function mix(a: string, b: string, t: number): string {
  const h = (c: string, i: number) => parseInt(c.slice(1 + i * 2, 3 + i * 2), 16);
  return '#' + [0, 1, 2].map((i) => Math.round(h(a, i) + (h(b, i) - h(a, i)) * t).toString(16).padStart(2, '0')).join('');
}

/** The point at a distance and an angle (degrees, clockwise from east) of another. */
export function polar(cx: number, cy: number, r: number, deg: number): Pt {
  return [cx + r * Math.cos((deg * Math.PI) / 180), cy + r * Math.sin((deg * Math.PI) / 180)];
}

// ---- shapes --------------------------------------------------------------------------------

/** A rectangle. */
export function rect(x: number, y: number, w: number, h: number, fill: string, o: Style = {}): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${o.rx ? ` rx="${o.rx}"` : ''} fill="${fill}"${attrs(o)}/>`;
}

/** A circle. */
export function circle(cx: number, cy: number, r: number, fill: string, o: Style = {}): string {
  return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${fill}"${attrs(o)}/>`;
}

/** An ellipse. */
export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, o: Style = {}): string {
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${attrs(o)}/>`;
}

/** A closed polygon. */
export function poly(points: Pt[], fill: string, o: Style = {}): string {
  return `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill}"${attrs(o)}/>`;
}

/** A path from path data. */
export function path(d: string, fill: string, o: Style = {}): string {
  return `<path d="${d}" fill="${fill}"${attrs(o)}/>`;
}

/** An open stroked line through points. */
export function line(points: Pt[], stroke: string, width = 4, o: Style = {}): string {
  return `<polyline points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="none"${attrs({ ...o, stroke, width })}/>`;
}

/** Path data of a smooth curve through points (Catmull-Rom); closed when asked. */
export function curve(points: Pt[], closed = false): string {
  const at = (i: number): Pt => (closed ? points[(i + points.length) % points.length]! : points[Math.max(0, Math.min(points.length - 1, i))]!);
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`;
  for (let i = 0; i < points.length - (closed ? 0 : 1); i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`;
  }
  return closed ? d + 'Z' : d;
}

/** A closed smooth blob through points. */
export function blob(points: Pt[], fill: string, o: Style = {}): string {
  return path(curve(points, true), fill, o);
}

/** Shapes moved, turned (degrees), scaled or flipped together; the origin stays at x, y. */
export function group(body: string | string[], o: { x?: number | undefined; y?: number | undefined; scale?: number | undefined; rotate?: number | undefined; flip?: boolean | undefined; opacity?: number | undefined; skewX?: number | undefined } = {}): string {
  const t = [`translate(${n(o.x ?? 0)} ${n(o.y ?? 0)})`];
  if (o.rotate) t.push(`rotate(${o.rotate})`);
  if (o.skewX) t.push(`skewX(${o.skewX})`);
  if (o.scale !== undefined || o.flip) t.push(`scale(${(o.flip ? -1 : 1) * (o.scale ?? 1)} ${o.scale ?? 1})`);
  return `<g transform="${t.join(' ')}"${o.opacity !== undefined ? ` opacity="${o.opacity}"` : ''}>${Array.isArray(body) ? body.join('') : body}</g>`;
}

let ids = 0;
/** The body cut to a shape (any shape markup, e.g. rect(...) or path(...)). */
export function clip(shape: string, body: string | string[]): string {
  const id = `c${++ids}`;
  return `<clipPath id="${id}">${shape}</clipPath><g clip-path="url(#${id})">${Array.isArray(body) ? body.join('') : body}</g>`;
}

/** A two-tone object: the shape, and over its right part (from x = split on, slanted) a shade, cut to the shape. `shape(fill)` draws it. */
export function twoTone(shape: (fill: string) => string, light: string, shade: string, split: number, slant = 0): string {
  return shape(light) + clip(shape('#000'), poly([[split + slant, -2000], [9000, -2000], [9000, 4000], [split - slant, 4000]], shade));
}

/** The long shadow of an upright thing: a slanted strip from its foot (x, y, width) along dx, dy. */
export function longShadow(x: number, y: number, w: number, dx: number, dy: number, fill: string, opacity = 0.35): string {
  return poly([[x, y], [x + w, y], [x + w + dx, y + dy], [x + dx, y + dy]], fill, { opacity });
}

/** A star (five points unless told), the first point upward. */
export function star(cx: number, cy: number, r: number, fill: string, o: Style & { points?: number; inner?: number; rotate?: number } = {}): string {
  const k = o.points ?? 5;
  const pts: Pt[] = Array.from({ length: k * 2 }, (_, i) => polar(cx, cy, i % 2 ? r * (o.inner ?? 0.382) : r, -90 + (o.rotate ?? 0) + (180 / k) * i));
  return poly(pts, fill, o);
}

/** A tapering limb through joints, a width at each joint: arms, legs, branches, fingers. */
export function limb(joints: Pt[], widths: number[], fill: string): string {
  let s = '';
  joints.forEach(([x, y], i) => {
    const r = (widths[i] ?? widths[widths.length - 1]!) / 2;
    s += circle(x, y, r, fill);
    const next = joints[i + 1];
    if (!next) return;
    const r2 = (widths[i + 1] ?? widths[widths.length - 1]!) / 2;
    const a = Math.atan2(next[1] - y, next[0] - x) + Math.PI / 2;
    const [c, q] = [Math.cos(a), Math.sin(a)];
    s += poly([[x + c * r, y + q * r], [next[0] + c * r2, next[1] + q * r2], [next[0] - c * r2, next[1] - q * r2], [x - c * r, y - q * r]], fill);
  });
  return s;
}

// ---- textures ------------------------------------------------------------------------------

/** Sparse specks in a box, denser toward one side: the printed grain. Cut it with clip() to shade an object. */
export function stipple(x: number, y: number, w: number, h: number, fill: string, o: { count?: number; seed?: number; r?: number; from?: 'top' | 'bottom' | 'left' | 'right' | 'even'; opacity?: number } = {}): string {
  const rand = prng(o.seed ?? 7);
  let d = '';
  for (let i = 0; i < (o.count ?? 260); i++) {
    const k = o.from === 'even' ? rand() : rand() ** 2.2;
    const u = rand();
    const [px, py] =
      o.from === 'top' ? [u, k] : o.from === 'left' ? [k, u] : o.from === 'right' ? [1 - k, u] : o.from === 'even' ? [k, u] : [u, 1 - k];
    const r = (o.r ?? 3.2) * (0.55 + rand() * 0.75);
    d += `M${n(x + px * w - r)} ${n(y + py * h)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0`;
  }
  return path(d, fill, { opacity: o.opacity ?? 0.5 });
}

/** Parallel hatching in a box: lines at an angle (degrees), cut to the box. */
export function hatch(x: number, y: number, w: number, h: number, stroke: string, o: { gap?: number; angle?: number; width?: number; opacity?: number } = {}): string {
  const r = Math.hypot(w, h) / 2;
  const gap = o.gap ?? 18;
  let d = '';
  for (let k = -r; k <= r; k += gap) d += `M${n(-r)} ${n(k)}H${n(r)}`;
  return clip(rect(x, y, w, h, '#000'), `<g transform="translate(${n(x + w / 2)} ${n(y + h / 2)}) rotate(${o.angle ?? -45})">${path(d, 'none', { stroke, width: o.width ?? 4, opacity: o.opacity ?? 0.5, cap: 'butt' })}</g>`);
}

/** A halftone band: a grid of dots growing from r0 to r1 in the given direction. */
export function halftone(x: number, y: number, w: number, h: number, fill: string, o: { step?: number; r0?: number; r1?: number; to?: 'down' | 'up' | 'right' | 'left'; opacity?: number } = {}): string {
  const step = o.step ?? 24;
  let d = '';
  for (let row = 0; row * step <= h; row++) {
    for (let col = 0; col * step <= w; col++) {
      const px = (col + (row % 2) / 2) * step;
      const py = row * step;
      const t = o.to === 'up' ? 1 - py / h : o.to === 'right' ? px / w : o.to === 'left' ? 1 - px / w : py / h;
      const r = (o.r0 ?? 0) + ((o.r1 ?? step * 0.42) - (o.r0 ?? 0)) * t;
      if (r > 0.8 && px <= w) d += `M${n(x + px - r)} ${n(y + py)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0`;
    }
  }
  return path(d, fill, { opacity: o.opacity ?? 0.6 });
}

// ---- sky, land, water ----------------------------------------------------------------------

/** A sky of flat bands from y0 to y1, with gently waved edges. */
export function sky(colors: string[], y0 = 0, y1 = H, seed = 3): string {
  const rand = prng(seed);
  const step = (y1 - y0) / colors.length;
  return colors
    .map((c, i) => {
      if (i === 0) return rect(0, y0, W, y1 - y0, c);
      const pts: Pt[] = Array.from({ length: 7 }, (_, k) => [-60 + k * 320, y0 + step * i + (rand() - 0.5) * step * 0.3]);
      return path(`${curve(pts)}L${W + 60} ${y1}L-60 ${y1}Z`, c);
    })
    .join('');
}

/** A sun or moon with rings around it, the outermost colour first. */
export function sun(cx: number, cy: number, r: number, colors: string[]): string {
  return colors.map((c, i) => circle(cx, cy, r * (1 + (colors.length - 1 - i) * 0.36), c)).join('');
}

/** Rolling hills: a smooth crest around y (amp up and down), filled to `bottom`. */
export function hills(y: number, amp: number, fill: string, seed = 5, o: { steps?: number; bottom?: number } = {}): string {
  const rand = prng(seed);
  const k = o.steps ?? 6;
  const pts: Pt[] = Array.from({ length: k + 3 }, (_, i) => [-W / k + (i * W) / k, y + (rand() - 0.5) * 2 * amp]);
  return path(`${curve(pts)}L${W + 400} ${o.bottom ?? H}L-400 ${o.bottom ?? H}Z`, fill);
}

/** A mountain range through given peaks and saddles ([x, y] in order), the right-hand slopes shaded, filled to `bottom`. Alternate saddle, peak, saddle. */
export function mountains(crest: Pt[], light: string, shade: string, bottom: number): string {
  const first = crest[0]!;
  const last = crest[crest.length - 1]!;
  let s = poly([...crest, [last[0], bottom], [first[0], bottom]], light);
  for (let i = 1; i < crest.length - 1; i += 2) {
    const [a, b] = [crest[i]!, crest[i + 1] ?? last];
    const next = crest[i + 2];
    const reach = next ? Math.min((b[0] - a[0]) * 0.8, ((bottom - b[1]) * (next[0] - b[0])) / Math.max(1, b[1] - next[1])) : 0;
    const foot = next && reach === (b[0] - a[0]) * 0.8 ? b[1] + (reach * (b[1] - next[1])) / Math.max(1, next[0] - b[0]) : bottom;
    const drop = Math.min(bottom, b[1] + (b[1] - a[1]) * 0.4);
    s += poly([a, b, [b[0] - reach, foot], [Math.min(b[0] - reach, a[0] + (b[0] - a[0]) * 0.35), bottom], [a[0] + (b[0] - a[0]) * 0.12, drop], [a[0] + (b[0] - a[0]) * 0.3, a[1] + (drop - a[1]) * 0.55]], shade);
  }
  return s;
}

/** A sheet of water from y down with sparse wave dashes, smaller toward the horizon. */
export function water(y: number, h: number, fill: string, dash: string, o: { seed?: number; count?: number; opacity?: number } = {}): string {
  const rand = prng(o.seed ?? 11);
  let s = rect(0, y, W, h, fill);
  for (let i = 0; i < (o.count ?? 70); i++) {
    const t = rand();
    const py = y + 8 + t * t * (h - 16);
    const depth = (py - y) / h;
    const len = 30 + depth * 170 * (0.4 + rand());
    s += rect(rand() * (W + 100) - 100, py, len, 2.5 + depth * 7, dash, { rx: 4, opacity: o.opacity ?? 0.55 });
  }
  return s;
}

/** A column of light broken into dashes on water under a sun at cx. */
export function glint(cx: number, y: number, h: number, w: number, fill: string, seed = 4, opacity = 0.9): string {
  const rand = prng(seed);
  let s = '';
  for (let py = y + 6; py < y + h; ) {
    const t = (py - y) / h;
    const len = w * (0.5 + t * 0.8) * (0.45 + rand() * 0.75);
    s += rect(cx - len / 2 + (rand() - 0.5) * w * 0.35, py, len, 5 + t * 9, fill, { rx: 6, opacity });
    py += 14 + t * 26;
  }
  return s;
}

/** A cloud lying on y: a flat base with round tops, w wide. */
export function cloud(x: number, y: number, w: number, fill: string, o: Style = {}): string {
  const h = w * 0.34;
  return path(
    `M${n(x)} ${n(y)}a${n(h * 0.34)} ${n(h * 0.34)} 0 0 1 ${n(w * 0.1)} ${n(-h * 0.5)}a${n(h * 0.56)} ${n(h * 0.56)} 0 0 1 ${n(w * 0.32)} ${n(-h * 0.3)}a${n(h * 0.46)} ${n(h * 0.46)} 0 0 1 ${n(w * 0.3)} ${n(h * 0.2)}a${n(h * 0.36)} ${n(h * 0.36)} 0 0 1 ${n(w * 0.28)} ${n(h * 0.6)}Z`,
    fill, o,
  );
}

/** A billowing smoke plume rising from x, y by (dx, -rise), widening from w0 to w1; two tones. */
export function plume(x: number, y: number, dx: number, rise: number, w0: number, w1: number, fill: string, light: string, seed = 9): string {
  const rand = prng(seed);
  let s = '';
  let hi = '';
  const k = 13;
  for (let i = 0; i <= k; i++) {
    const t = i / k;
    const r = (w0 + (w1 - w0) * t ** 1.2) / 2;
    const px = x + dx * t ** 1.7 + (rand() - 0.5) * r * 0.8;
    const py = y - rise * t ** 0.92;
    s += circle(px, py, r, fill);
    if (i > 1) hi += circle(px - r * 0.3, py - r * 0.22, r * (0.42 + rand() * 0.22), light);
  }
  return s + hi;
}

// ---- things --------------------------------------------------------------------------------

/** A block seen from the front with a shaded side wall and a grid of windows, some lit; the foot is at y. */
export function building(x: number, y: number, w: number, h: number, wall: string, side: string, win: string, o: { cols?: number; rows?: number; sideW?: number; lit?: string; seed?: number; top?: number } = {}): string {
  const rand = prng(o.seed ?? 2);
  const sideW = o.sideW ?? w * 0.22;
  const cols = o.cols ?? Math.max(2, Math.round((w - sideW) / 46));
  const rows = o.rows ?? Math.max(2, Math.round(h / 64));
  const fw = w - sideW;
  let s = rect(x, y - h, fw, h, wall) + rect(x + fw, y - h, sideW, h, side);
  const [cw, rh] = [fw / (cols + 0.5), (h - (o.top ?? 20)) / (rows + 0.3)];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      s += rect(x + cw * (c + 0.5), y - h + (o.top ?? 20) + rh * r, cw * 0.52, rh * 0.58, o.lit && rand() < 0.35 ? o.lit : win);
    }
  }
  return s;
}

export type FigureOptions = {
  pose?: 'stand' | 'back' | 'walk' | 'sit' | undefined;
  coat: string; shade: string; legs: string; skin: string; hair: string;
  /** Shirt seen in the collar (front poses). */ shirt?: string | undefined; tie?: string | undefined;
  /** What the arms do in stand and back; walk swings them, sit rests them. */ arms?: 'down' | 'up' | 'wave' | 'folded' | 'forward' | undefined;
  /** Long hair, a cap or a scarf; a skirt or a dress; a face mask in this colour. */ longHair?: boolean | undefined; cap?: string | undefined; skirt?: string | undefined; mask?: string | undefined;
  flip?: boolean | undefined; shoes?: string | undefined;
};

/** A faceless person, feet at x, y, h high (a seated one is drawn as high as it would stand). Poses: stand and back (upright), walk and sit (from the side, facing right). */
export function figure(x: number, y: number, h: number, o: FigureOptions): string {
  const pose = o.pose ?? 'stand';
  const shoes = o.shoes ?? o.hair;
  const s: string[] = [];
  const head = (cx: number, cy: number, profile: boolean) => {
    const back = pose === 'back';
    if (o.longHair) s.push(path(`M${cx - 68} ${cy}a68 74 0 0 1 136 0q8 96 -8 140h-120q-16 -44 -8 -140Z`, o.hair));
    s.push(ellipse(cx, cy, 54, 68, back ? o.hair : o.skin));
    if (!back) {
      if (profile) s.push(path(`M${cx + 40} ${cy - 34}q-30 4 -52 -6q4 40 -26 46q-10 34 -8 44q-24 -30 -18 -62a58 68 0 0 1 104 -22Z`, o.hair));
      else s.push(path(`M${cx - 56} ${cy - 4}a56 68 0 0 1 112 0q-8 -36 -30 -40q-46 8 -64 -2q-14 14 -18 42Z`, o.hair));
      if (o.mask) s.push(profile ? path(`M${cx + 2} ${cy + 4}l50 -2q4 36 -14 56q-22 10 -36 -4Z`, o.mask) : path(`M${cx - 52} ${cy + 6}q52 -14 104 0q-2 44 -52 60q-50 -16 -52 -60Z`, o.mask));
    }
    if (o.cap) s.push(path(`M${cx - 60} ${cy - 18}a60 62 0 0 1 120 0${profile ? 'l44 12h-84Z' : 'Z'}`, o.cap));
  };
  if (pose === 'stand' || pose === 'back') {
    const back = pose === 'back';
    s.push(ellipse(-62, -10, 44, 15, shoes), ellipse(62, -10, 44, 15, shoes));
    s.push(limb([[-50, -480], [-58, -255], [-60, -24]], [104, 82, 58], o.legs), limb([[50, -480], [58, -255], [60, -24]], [104, 82, 58], o.legs));
    if (o.skirt) s.push(path('M-98 -560L98 -560Q124 -380 138 -230H-138Q-124 -380 -98 -560Z', o.skirt));
    if (!back) s.push(rect(-26, -890, 52, 70, mix(o.skin, o.shade, 0.25)));
    else s.push(rect(-28, -890, 56, 70, mix(o.skin, o.shade, 0.3)));
    const torso = (f: string) => path('M-40 -838Q-104 -826 -132 -790Q-122 -640 -108 -560Q-112 -490 -116 -440Q0 -424 116 -440Q112 -490 108 -560Q122 -640 132 -790Q104 -826 40 -838Q0 -822 -40 -838Z', f);
    const armL: Record<string, [Pt[], Pt]> = {
      down: [[[-116, -778], [-148, -610], [-146, -470]], [-146, -440]], up: [[[-116, -778], [-176, -900], [-150, -1060]], [-146, -1090]],
      wave: [[[-116, -778], [-148, -610], [-146, -470]], [-146, -440]], folded: [[[-116, -778], [-158, -640], [-20, -610]], [0, -606]],
      forward: [[[-116, -778], [-140, -640], [-80, -560]], [-58, -548]],
    };
    const armR: Record<string, [Pt[], Pt]> = {
      down: [[[116, -778], [148, -610], [146, -470]], [146, -440]], up: [[[116, -778], [176, -900], [150, -1060]], [146, -1090]],
      wave: [[[116, -778], [176, -900], [150, -1060]], [146, -1090]], folded: [[[116, -778], [158, -640], [20, -640]], [-4, -640]],
      forward: [[[116, -778], [140, -640], [80, -560]], [58, -548]],
    };
    const [l, r] = [armL[o.arms ?? 'down']!, armR[o.arms ?? 'down']!];
    s.push(circle(...l[1], 27, o.skin), circle(...r[1], 27, o.skin));
    s.push(limb(l[0], [72, 60, 48], o.coat));
    s.push(twoTone(torso, o.coat, o.shade, 26, back ? 0 : 18));
    s.push(limb(r[0], [72, 60, 48], o.shade));
    if (!back && o.shirt) {
      s.push(poly([[-36, -842], [36, -842], [0, -640]], o.shirt));
      if (o.tie) s.push(poly([[-12, -824], [12, -824], [18, -690], [0, -655], [-16, -690]], o.tie));
    }
    head(0, -926, false);
    if (!back) s.push('');
  } else if (pose === 'walk') {
    s.push(path('M-250 -6q6 -40 40 -34l28 30q-10 18 -68 4Z', shoes), path('M176 -4q-4 -34 34 -36l64 28q8 12 -4 12h-94Z', shoes));
    s.push(limb([[0, -470], [-70, -270], [-206, -44]], [112, 88, 54], mix(o.legs, o.shade, 0.5)));
    s.push(limb([[0, -470], [112, -262], [198, -36]], [118, 92, 58], o.legs));
    s.push(limb([[-2, -770], [92, -620], [164, -520]], [66, 56, 44], o.shade), circle(184, -500, 27, o.skin));
    s.push(rect(-18, -890, 50, 80, mix(o.skin, o.shade, 0.25)));
    if (o.skirt) s.push(path('M-84 -570H86Q130 -380 160 -240H-150Q-110 -400 -84 -570Z', o.skirt));
    s.push(twoTone((f) => path('M-30 -836Q-92 -810 -94 -720Q-96 -600 -88 -540Q-100 -480 -104 -430Q10 -410 104 -434Q100 -500 92 -560Q104 -680 78 -790Q56 -836 30 -840Q0 -826 -30 -836Z', f), o.coat, o.shade, -40, 0));
    s.push(limb([[-14, -770], [-74, -620], [-116, -490]], [74, 62, 48], o.coat), circle(-124, -462, 28, o.skin));
    head(18, -924, true);
  } else {
    s.push(path('M214 -6q-2 -34 32 -38l76 28q8 16 -6 16h-102Z', shoes));
    s.push(limb([[-10, -410], [236, -404], [242, -36]], [132, 100, 60], o.legs));
    s.push(rect(-22, -810, 50, 80, mix(o.skin, o.shade, 0.25)));
    s.push(twoTone((f) => path('M-34 -756Q-104 -730 -110 -620Q-112 -440 -104 -350Q0 -332 92 -360Q96 -500 84 -620Q80 -720 34 -760Q0 -744 -34 -756Z', f), o.coat, o.shade, -46, 0));
    s.push(limb([[-10, -690], [24, -540], [166, -474]], [78, 66, 48], mix(o.coat, o.shade, 0.45)), circle(190, -468, 28, o.skin));
    head(14, -844, true);
  }
  return group(s, { x, y, scale: h / 1000, flip: o.flip });
}

/** A press photographer in silhouette with a raised camera pointing right (or left), the chin at x, y. */
export function photographer(x: number, y: number, scale: number, fill: string, glint: string, flip = false): string {
  const camera = mix(fill, '#000000', 0.4);
  return group([
    path('M-190 300Q-190 110 -80 70L-40 40H40L80 70Q190 110 190 300Z', fill), ellipse(0, -24, 66, 80, fill), limb([[150, 170], [210, 40], [104, -24]], [84, 66, 50], fill),
    rect(40, -74, 120, 84, camera, { rx: 12 }), rect(130, -66, 84, 66, camera, { rx: 8 }), rect(206, -72, 16, 78, glint, { rx: 6 }), rect(70, -104, 54, 36, camera, { rx: 6 }),
  ], { x, y, scale, flip });
}

/** Rows of heads and shoulders seen from behind, the last row nearest; filled to y + h. */
export function crowd(x: number, y: number, w: number, h: number, colors: string[], o: { rows?: number; size?: number; seed?: number; hair?: string[] } = {}): string {
  const rand = prng(o.seed ?? 21);
  const rows = o.rows ?? 3;
  const size = o.size ?? 60;
  let s = '';
  for (let r = 0; r < rows; r++) {
    const sc = size * (0.66 + (0.34 * (r + 1)) / rows);
    const by = y + ((h - sc) * r) / rows;
    for (let px = x - sc * 0.5 + (r % 2) * sc * 1.1; px < x + w + sc; px += sc * (1.95 + rand() * 0.5)) {
      const c = colors[Math.floor(rand() * colors.length)]!;
      const hair = o.hair ? o.hair[Math.floor(rand() * o.hair.length)]! : c;
      const up = (rand() - 0.5) * sc * 0.5;
      s += path(`M${n(px - sc)} ${n(y + h)}V${n(by + sc * 1.75 + up)}Q${n(px - sc * 0.95)} ${n(by + sc * 1.05 + up)} ${n(px - sc * 0.25)} ${n(by + sc * 0.95 + up)}H${n(px + sc * 0.25)}Q${n(px + sc * 0.95)} ${n(by + sc * 1.05 + up)} ${n(px + sc)} ${n(by + sc * 1.75 + up)}V${n(y + h)}Z`, c);
      s += rect(px - sc * 0.2, by + sc * 0.6 + up, sc * 0.4, sc * 0.5, hair) + ellipse(px, by + sc * 0.3 + up, sc * 0.42, sc * 0.52, hair);
    }
  }
  return s;
}

/** A waving flag on a pole: the pole's foot at x, y; `bands` across (horizontal) or along (vertical). */
export function flag(x: number, y: number, pole: number, w: number, h: number, bands: string[], poleColor: string, o: { vertical?: boolean; emblem?: string; wave?: number; poleW?: number; flip?: boolean; drop?: number } = {}): string {
  const wv = o.wave ?? h * 0.14;
  const pw = o.poleW ?? Math.max(6, pole * 0.014);
  const top = -pole + (o.drop ?? 10);
  const edge = (dy: number) => `C${n(w * 0.28)} ${n(dy - wv)} ${n(w * 0.42)} ${n(dy - wv)} ${n(w * 0.55)} ${n(dy)}S${n(w * 0.85)} ${n(dy + wv)} ${n(w)} ${n(dy)}`;
  const shape = `M0 ${n(top)}${edge(top)}V${n(top + h)}C${n(w * 0.85)} ${n(top + h + wv)} ${n(w * 0.7)} ${n(top + h + wv)} ${n(w * 0.55)} ${n(top + h)}S${n(w * 0.28)} ${n(top + h - wv)} 0 ${n(top + h)}Z`;
  const k = bands.length;
  const body = o.vertical
    ? bands.map((c, i) => rect((w * i) / k, top - h, w / k + 1, h * 3, c)).join('')
    : bands.map((c, i) => path(`M0 ${n(top + (h * i) / k - (i ? 0 : h))}${edge(top + (h * i) / k - (i ? 0 : h))}V${n(top + h * 2)}H0Z`, c)).join('');
  const fold = path(`M${n(w * 0.5)} ${n(top - h)}h${n(w * 0.24)}v${n(h * 3)}h${n(-w * 0.24)}Z`, '#000', { opacity: 0.12 });
  return group([rect(-pw / 2, -pole, pw, pole, poleColor), circle(0, -pole, pw * 0.95, poleColor), clip(path(shape, '#000'), [body, fold, o.emblem ?? ''])], { x, y, flip: o.flip });
}

/** A ship from the side, bow to the right: stern at x, waterline at y, `len` long. Kinds: tanker, container, cargo. */
export function ship(x: number, y: number, len: number, kind: 'tanker' | 'container' | 'cargo', c: { hull: string; shade: string; house: string; boot: string; boxes?: string[]; ink?: string }, o: { flip?: boolean; seed?: number; sink?: number } = {}): string {
  const rand = prng(o.seed ?? 6);
  const u = len / 100;
  const s: string[] = [];
  const deck = -9 * u;
  if (kind === 'container') {
    const cols = 22;
    for (let i = 0; i < cols; i++) {
      const tall = 3 + Math.floor(rand() * 3) - (i > 19 ? 2 : 0);
      const bx = 19 * u + i * 3.3 * u;
      for (let r = 0; r < tall; r++) s.push(rect(bx, deck - (r + 1) * 2.5 * u, 3.05 * u, 2.3 * u, (c.boxes ?? [c.boot, c.shade])[Math.floor(rand() * (c.boxes ?? [1, 1]).length)]!));
    }
  }
  s.push(rect(6 * u, deck - 14 * u, 10 * u, 15 * u, c.house), rect(13 * u, deck - 14 * u, 3 * u, 15 * u, mix(c.house, c.shade, 0.35)), rect(4.5 * u, deck - 16 * u, 13 * u, 2.4 * u, c.house));
  for (let r = 0; r < 4; r++) s.push(rect(7 * u, deck - 12 * u + r * 2.9 * u, 6 * u, 1 * u, c.ink ?? c.hull));
  s.push(rect(2 * u, deck - 9 * u, 3.2 * u, 10 * u, c.boot), rect(9.5 * u, deck - 21 * u, 0.8 * u, 6 * u, c.ink ?? c.hull));
  if (kind === 'tanker') {
    s.push(rect(20 * u, deck - 1.5 * u, 68 * u, 0.8 * u, c.house));
    for (let i = 0; i < 7; i++) s.push(rect(24 * u + i * 10 * u, deck - 2.6 * u, 3 * u, 3 * u, i % 2 ? c.shade : c.house));
    s.push(rect(54 * u, deck - 8 * u, 0.9 * u, 8 * u, c.house), line([[54.4 * u, deck - 7.6 * u], [61 * u, deck - 3 * u]], c.house, 0.7 * u), rect(92 * u, deck - 6 * u, 0.7 * u, 6 * u, c.house));
  }
  if (kind === 'cargo') for (let i = 0; i < 3; i++) s.push(rect(22 * u + i * 23 * u, deck - 2 * u, 17 * u, 2.4 * u, c.shade), rect(41 * u + i * 23 * u, deck - 10 * u, 1 * u, 10 * u, c.house), line([[41.5 * u + i * 23 * u, deck - 9.5 * u], [32 * u + i * 23 * u, deck - 4 * u]], c.house, 0.7 * u));
  const hull = (f: string) => path(`M0 ${n(deck)}H${n(88 * u)}L${n(91 * u)} ${n(deck - 2 * u)}H${n(100 * u)}Q${n(97 * u)} ${n(-3 * u)} ${n(95 * u)} ${n(o.sink ?? 0)}H${n(3 * u)}Q0 ${n(-3 * u)} 0 ${n(deck)}Z`, f);
  s.push(hull(c.hull), clip(hull('#000'), [rect(0, -2.4 * u, len, 10 * u, c.boot), rect(0, deck - 3 * u, len, 1 * u + 3 * u - 0.2 * u, c.shade), poly([[88 * u, deck - 4 * u], [101 * u, deck - 4 * u], [101 * u, 4 * u], [92 * u, 4 * u]], c.shade, { opacity: 0.5 })]));
  return group(s, { x: o.flip ? x + len : x, y, flip: o.flip });
}

/** A palm, its foot at x, y, h high, leaning to the right by `lean`. */
export function palm(x: number, y: number, h: number, trunk: string, leaf: string, leafDark: string, lean = 0.12): string {
  const top: Pt = [lean * h, -h];
  const w = h * 0.05;
  const s = [path(`M${n(-w)} 0Q${n(lean * h * 0.2 - w * 0.6)} ${n(-h * 0.55)} ${n(top[0] - w * 0.4)} ${n(top[1])}h${n(w * 0.8)}Q${n(lean * h * 0.2 + w * 0.9)} ${n(-h * 0.5)} ${n(w)} 0Z`, trunk)];
  const fronds: [number, number][] = [[-170, 0.42], [-200, 0.4], [-135, 0.36], [-10, 0.42], [20, 0.4], [-45, 0.36], [-92, 0.3]];
  fronds.forEach(([deg, len], i) => {
    const L = h * len;
    s.push(group(path(`M0 0Q${n(L * 0.5)} ${n(-L * 0.34)} ${n(L)} ${n(L * 0.22)}L${n(L * 0.86)} ${n(L * 0.1)}L${n(L * 0.8)} ${n(L * 0.24)}L${n(L * 0.68)} ${n(L * 0.06)}L${n(L * 0.58)} ${n(L * 0.22)}L${n(L * 0.47)} ${n(L * 0.02)}L${n(L * 0.36)} ${n(L * 0.16)}Q${n(L * 0.2)} 0 0 ${n(L * 0.06)}Z`, i % 2 ? leafDark : leaf), { x: top[0], y: top[1], rotate: Math.abs(deg) > 90 ? deg + 180 : deg, flip: Math.abs(deg) > 90 }));
  });
  s.push(circle(top[0] - w * 0.5, top[1] + w * 0.6, w * 0.6, trunk), circle(top[0] + w * 0.6, top[1] + w * 0.7, w * 0.55, trunk));
  return group(s, { x, y });
}

/** A round-crowned tree, its foot at x, y, h high; light and dark side. */
export function tree(x: number, y: number, h: number, trunk: string, leaf: string, shade: string): string {
  const r = h * 0.3;
  const crown = (f: string) => blob([[x - r, y - h * 0.5], [x - r * 1.05, y - h * 0.72], [x - r * 0.5, y - h * 0.94], [x + r * 0.2, y - h], [x + r * 0.9, y - h * 0.82], [x + r * 1.1, y - h * 0.56], [x + r * 0.6, y - h * 0.38], [x - r * 0.5, y - h * 0.36]], f);
  return rect(x - h * 0.03, y - h * 0.45, h * 0.06, h * 0.45, trunk) + twoTone(crown, leaf, shade, x + r * 0.15, 60);
}

/** A conifer of three tiers, its foot at x, y. */
export function conifer(x: number, y: number, h: number, trunk: string, leaf: string, shade: string): string {
  const tiers = (f: string, half: boolean) => times(3, (i) => { const [t, b, w] = [y - h + i * h * 0.24, y - h * 0.55 + i * h * 0.2, h * (0.14 + i * 0.06)]; return poly(half ? [[x, t], [x + w, b], [x + w * 0.1, b]] : [[x, t], [x + w, b], [x - w, b]], f); });
  return rect(x - h * 0.03, y - h * 0.2, h * 0.06, h * 0.2, trunk) + tiers(leaf, false) + tiers(shade, true);
}

/** The face of a national flag in toned-down colours (us, uk, fr, de, ru, cn, ir, eu, cu), flat, its corner at x, y. */
export function flagFace(kind: 'us' | 'uk' | 'fr' | 'de' | 'ru' | 'cn' | 'ir' | 'eu' | 'cu', x: number, y: number, w: number, h: number): string {
  const [red, blue, white, gold, green, ink] = ['#c8452f', '#24406e', '#f8efdd', '#f2b450', '#4c7a5b', '#111c33'];
  const bars = (c: string[]) => c.map((f, i) => rect(0, (h * i) / c.length, w, h / c.length + 0.6, f)).join('');
  const cols = (c: string[]) => c.map((f, i) => rect((w * i) / c.length, 0, w / c.length + 0.6, h, f)).join('');
  const body = {
    us: () => bars([red, white, red, white, red, white, red, white, red]) + rect(0, 0, w * 0.45, h * 0.556, blue) + times(12, (i) => star(w * (0.065 + (i % 4) * 0.107), h * (0.1 + Math.floor(i / 4) * 0.18), Math.min(h, w * 0.62) * 0.06, white)),
    uk: () => rect(0, 0, w, h, blue) + line([[0, 0], [w, h]], white, h * 0.2, { cap: 'butt' }) + line([[0, h], [w, 0]], white, h * 0.2, { cap: 'butt' }) + line([[0, 0], [w, h]], red, h * 0.08, { cap: 'butt' }) + line([[0, h], [w, 0]], red, h * 0.08, { cap: 'butt' })
      + rect(0, h * 0.33, w, h * 0.34, white) + rect(w * 0.5 - h * 0.17, 0, h * 0.34, h, white) + rect(0, h * 0.4, w, h * 0.2, red) + rect(w * 0.5 - h * 0.1, 0, h * 0.2, h, red),
    fr: () => cols([blue, white, red]), de: () => bars([ink, red, gold]), ru: () => bars([white, blue, red]),
    cn: () => rect(0, 0, w, h, red) + star(w * 0.2, h * 0.3, h * 0.19, gold) + times(4, (i) => star(...polar(w * 0.2, h * 0.3, h * 0.32, -50 + i * 34), h * 0.065, gold)),
    ir: () => bars([green, white, red]) + circle(w / 2, h / 2, h * 0.1, red),
    eu: () => rect(0, 0, w, h, blue) + times(12, (i) => star(...polar(w / 2, h / 2, h * 0.33, i * 30), h * 0.07, gold)),
    cu: () => bars([blue, white, blue, white, blue]) + poly([[0, 0], [h * 0.86, h / 2], [0, h]], red) + star(h * 0.29, h * 0.5, h * 0.15, white),
  }[kind]();
  return group(clip(rect(0, 0, w, h, '#000'), body), { x, y });
}

/** A line of illegible handwriting, w wide, x-height about `s`. */
export function scrawl(x: number, y: number, w: number, s: number, stroke: string, width = 5, seed = 3): string {
  const rand = prng(seed);
  const pts: Pt[] = [];
  for (let px = 0, i = 0; px <= w; px += s * (0.38 + rand() * 0.22), i++) pts.push([x + px, y - (i % 2 ? s * (0.5 + rand() * (rand() < 0.2 ? 1.3 : 0.5)) : -s * (rand() < 0.12 ? 0.5 : 0.05))]);
  return path(curve(pts), 'none', { stroke, width });
}

/** The whole picture as an SVG document. */
export function svg(scene: Scene): string {
  ids = 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}">${scene.draw(PALETTES[scene.palette])}</svg>`;
}
