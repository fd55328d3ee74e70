/** Larger people for the foreground: waist-up figures at a table, and hands that pinch or hold. */
import { circle, clip, ellipse, group, limb, mix, type Pt, path, poly, rect } from './kit.ts';

export type BustOptions = {
  top: string; shade: string; skin: string; hair: string;
  style?: 'short' | 'bun' | 'long' | 'curly' | 'scarf';
  /** A face mask in this colour. */ mask?: string;
  /** Shoulder, elbow, wrist of each arm; left is the viewer's left. */ left: Pt[]; right: Pt[];
  /** The face turned left (-1) to right (1). */ turn?: number;
  apron?: string;
};

/** A mitten of a hand: palm at x, y, fingers along `deg`; a thumb on the side of `side`. */
export function mitt(x: number, y: number, r: number, deg: number, skin: string, side: 1 | -1 = 1): string {
  return group([
    ellipse(0, 0, r, r * 0.82, skin),
    limb([[r * 0.3, -r * 0.1], [r * 1.5, -r * 0.05]], [r * 1.45, r * 1.05], skin),
    limb([[0, side * r * 0.4], [r * 0.95, side * r * 1.05]], [r * 0.6, r * 0.46], skin),
  ], { x, y, rotate: deg });
}

/** A person from the waist up, seen from the front: the waist's middle at x, y, about 570 high at scale 1. */
export function bust(x: number, y: number, s: number, o: BustOptions): string {
  const t = (o.turn ?? 0) * 20;
  const hx = t * 0.6;
  const faceShade = mix(o.skin, o.shade, 0.3);
  const style = o.style ?? 'short';
  const out: string[] = [];
  if (style === 'long') out.push(path(`M${hx - 80} -478a80 92 0 0 1 160 0q12 110 -10 176h-140q-22 -66 -10 -176Z`, o.hair));
  if (style === 'bun') out.push(circle(hx - t * 0.8, -578, 40, o.hair));
  if (style === 'curly') for (const [cx, cy, r] of [[-62, -500, 42], [-40, -556, 46], [14, -574, 48], [60, -536, 44], [70, -486, 38]] as const) out.push(circle(hx + cx, cy, r, o.hair));
  if (style === 'scarf') out.push(path(`M${hx - 84} -470a84 98 0 0 1 168 0q4 70 44 130l-256 0q40 -60 44 -130Z`, o.hair));
  const torso = 'M-46 -366Q-120 -346 -152 -306Q-146 -170 -118 20H118Q146 -170 152 -306Q120 -346 46 -366Q0 -346 -46 -366Z';
  out.push(limb(o.left, [88, 74, 52], mix(o.top, o.shade, 0.35)));
  out.push(path('M-36 -420H36V-350Q0 -322 -36 -350Z', faceShade));
  out.push(path(torso, o.top), clip(path(torso, '#000'), [poly([[40, -420], [260, -420], [260, 60], [10, 60]], o.shade), path('M-60 -372Q0 -290 60 -372L60 -420H-60Z', faceShade)]));
  if (o.apron) out.push(clip(path(torso, '#000'), [rect(-92, -250, 184, 300, o.apron), poly([[-92, -250], [-70, -250], [-40, -380], [-62, -380]], o.apron), poly([[92, -250], [70, -250], [40, -380], [62, -380]], o.apron)]));
  out.push(limb(o.right, [88, 74, 52], o.shade));
  if (style === 'scarf') out.push(path(`M${hx - 84} -430Q-110 -350 -96 -306Q0 -270 104 -312Q100 -380 ${hx + 84} -430Z`, mix(o.hair, o.shade, 0.3)));
  const face = ellipse(hx, -476, 62, 78, '#000');
  out.push(ellipse(hx, -476, 62, 78, o.skin), clip(face, rect(hx + 22 + t, -600, 120, 240, faceShade)));
  if (style !== 'scarf') {
    out.push(ellipse(hx - 62 + t * 0.3, -470, 12, 20, o.skin), ellipse(hx + 62 + t * 0.3, -470, 12, 20, faceShade));
    out.push(path(`M${hx - 66} -474Q${hx - 74} -566 ${hx} -570Q${hx + 76} -566 ${hx + 66} -474Q${hx + 56} -516 ${hx + 34 + t} -522Q${hx - 20 + t} -508 ${hx - 40 + t * 0.6} -530Q${hx - 60} -510 ${hx - 66} -474Z`, o.hair));
  } else out.push(path(`M${hx - 66} -440Q${hx - 74} -566 ${hx} -568Q${hx + 76} -566 ${hx + 66} -440Q${hx + 60} -530 ${hx} -532Q${hx - 60} -530 ${hx - 66} -440Z`, o.hair));
  if (o.mask) {
    const m = `M${hx - 60} -462Q${hx + t} -484 ${hx + 60} -462Q${hx + 58} -408 ${hx + t * 0.5} -392Q${hx - 58} -408 ${hx - 60} -462Z`;
    out.push(path(m, o.mask), clip(path(m, '#000'), rect(hx + 24 + t, -520, 120, 200, o.shade, { opacity: 0.25 })));
  }
  return group(out, { x, y, scale: s });
}

/** A hand pinching at x, y, its arm reaching in from the right (turn it with `rotate`). */
export function pinch(x: number, y: number, scale: number, skin: string, dark: string, o: { rotate?: number; flip?: boolean; sleeve: string; sleeveShade: string; cuff?: string; between?: string }): string {
  const mid = mix(skin, dark, 0.16);
  const deep = mix(skin, dark, 0.3);
  return group([
    limb([[176, 46], [96, 74], [16, 18]], [64, 50, 34], deep),
    o.between ?? '',
    limb([[150, 40], [70, 62], [92, 96]], [46, 42, 34], deep),
    limb([[150, 16], [46, 30], [66, 78]], [50, 44, 34], mid),
    path('M300 -74Q190 -98 128 -76Q86 -56 96 8Q108 66 180 82Q250 84 310 62Z', skin),
    path('M310 62Q250 84 180 82Q128 72 108 40Q200 62 310 26Z', mid),
    limb([[150, -18], [22, -22], [20, 46]], [54, 46, 32], mid),
    limb([[146, -50], [36, -66], [-6, 4]], [58, 48, 32], skin),
    path('M288 -92L980 -150V150L288 86Z', o.sleeve), path('M288 30L980 40V150L288 86Z', o.sleeveShade),
    rect(270, -90, 44, 172, o.cuff ?? o.sleeveShade, { rx: 8 }),
  ], { x, y, scale, rotate: o.rotate, flip: o.flip });
}
