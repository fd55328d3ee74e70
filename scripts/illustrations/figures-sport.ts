/** The athletes, the fox and the stands of the sport pictures. */
import { blob, circle, clip, ellipse, group, limb, mix, type Pt, path, poly, prng, rect } from './kit.ts';

export type RunnerColors = { skin: string; skinShade: string; hair: string; top: string; topShade: string; shorts: string; shoe: string; sleeves?: string };

/** A runner coming at the viewer, one knee lifted; the ground under the planted foot at x, y. */
export function runner(x: number, y: number, h: number, c: RunnerColors, o: { flip?: boolean; bib?: string } = {}): string {
  const torso = 'M-34 -836Q-84 -826 -104 -792Q-98 -690 -82 -610Q-80 -560 -84 -520H84Q80 -560 82 -610Q98 -690 104 -792Q84 -826 34 -836Q0 -812 -34 -836Z';
  const arm = (pts: Pt[], upper: string, lower: string) => limb([pts[1]!, pts[2]!], [46, 36], lower) + limb([pts[0]!, pts[1]!], [58, 46], upper) + circle(pts[2]![0], pts[2]![1] - 4, 29, lower);
  return group([
    // the lifted leg: shin folded away, then the thigh
    limb([[66, -300], [78, -196], [70, -130]], [62, 50, 36], c.skinShade), ellipse(70, -104, 34, 46, mix(c.shoe, c.skinShade, 0.35)), ellipse(70, -92, 24, 30, mix(c.shoe, '#000000', 0.35)),
    limb([[46, -500], [66, -310]], [96, 78], c.skinShade), ellipse(66, -304, 40, 42, c.skin),
    // the planted leg
    limb([[-42, -500], [-34, -280], [-20, -60]], [98, 74, 40], c.skin), limb([[-22, -470], [-20, -280], [-10, -70]], [40, 34, 18], c.skinShade),
    path('M-50 -62Q-18 -82 10 -62Q26 -20 22 -4Q-16 10 -58 -4Q-62 -20 -50 -62Z', c.shoe), path('M-58 -12Q-18 0 22 -12V-2Q-16 12 -58 -2Z', mix(c.shoe, '#ffffff', 0.6)),
    path('M-88 -530H88Q104 -450 106 -392Q60 -372 18 -400L0 -456L-10 -392Q-56 -366 -98 -384Q-98 -450 -88 -530Z', c.shorts), path('M20 -530H88Q104 -450 106 -392Q60 -372 18 -400Z', mix(c.shorts, '#000000', 0.28)),
    // arms, neck, vest, head
    arm([[-98, -780], [-176, -640], [-128, -566]], c.sleeves ?? c.skin, c.sleeves ?? c.skin),
    path('M-28 -880H30V-806Q0 -780 -28 -806Z', c.skinShade),
    path(torso, c.top), clip(path(torso, '#000'), [poly([[24, -900], [200, -900], [200, -400], [4, -400]], c.topShade), path('M-44 -850Q0 -740 44 -850Z', c.skinShade), o.bib ? rect(-52, -716, 104, 74, o.bib, { rx: 6 }) : '']),
    arm([[98, -780], [168, -630], [82, -690]], c.sleeves ?? c.skinShade, c.sleeves ? mix(c.sleeves, '#000000', 0.15) : c.skinShade),
    ellipse(0, -920, 52, 66, c.skin), clip(ellipse(0, -920, 52, 66, '#000'), poly([[14, -1000], [80, -1000], [80, -840], [24, -840]], c.skinShade)),
    path('M-54 -924Q-56 -992 0 -994Q56 -992 54 -924Q48 -956 30 -962Q0 -954 -30 -962Q-48 -956 -54 -924Z', c.hair),
  ], { x, y, scale: h / 990, flip: o.flip });
}

/** A footballer with a ponytail in full swing to the right; her planted foot at x, y, about h high. */
export function footballer(x: number, y: number, h: number, c: { skin: string; skinShade: string; hair: string; hairShade: string; shirt: string; shirtShade: string; shorts: string; trim: string; sock: string; sockShade: string; boot: string }): string {
  const lean = (parts: string[]) => group(group(parts, { x: -10, y: 570 }), { x: 10, y: -570, rotate: -9 });
  return group([
    // far arm, far sleeve
    lean([limb([[70, -800], [196, -756], [300, -850]], [60, 48, 36], c.skinShade), circle(316, -866, 27, c.skinShade), limb([[56, -806], [142, -772]], [92, 80], c.shirtShade)]),
    // planted leg
    limb([[0, -490], [34, -270], [-16, -60]], [124, 86, 50], c.skinShade), limb([[30, -246], [8, -150], [-14, -58]], [86, 76, 54], c.sockShade), path('M-46 -54Q-14 -74 16 -54L92 -28Q112 -6 92 0H-48Q-60 -24 -46 -54Z', c.boot),
    // swung leg
    limb([[30, -500], [214, -424], [384, -300]], [142, 94, 52], c.skin), limb([[232, -414], [300, -366], [392, -292]], [92, 84, 58], c.sock), limb([[250, -380], [380, -276]], [24, 18], c.sockShade), path('M360 -272Q376 -318 418 -312L520 -336Q546 -326 534 -306L404 -244Q368 -240 360 -272Z', c.boot),
    // shorts
    path('M-66 -590L94 -590Q150 -540 178 -496Q170 -430 136 -376Q96 -384 70 -400L62 -360Q0 -340 -66 -372Q-84 -490 -66 -590Z', c.shorts), path('M-66 -590L-26 -590Q-42 -480 -26 -358Q-50 -364 -66 -372Q-84 -490 -66 -590Z', c.shirtShade), path('M150 -532L178 -496Q170 -430 136 -376L114 -380Q148 -450 150 -532Z', c.trim),
    // neck, shirt, near arm, head, leaning back together
    lean([
    path('M-30 -900L34 -906L40 -820Q0 -790 -36 -816Z', c.skinShade),
    path('M-44 -850Q-96 -836 -112 -790Q-100 -690 -76 -580Q10 -556 104 -582Q106 -700 112 -796Q90 -846 44 -856Q0 -822 -44 -850Z', c.shirt), path('M-112 -790Q-100 -690 -76 -580Q-40 -570 -14 -568Q-50 -690 -44 -850Q-96 -836 -112 -790Z', c.shirtShade), path('M-80 -610Q10 -584 104 -612L104 -582Q10 -556 -76 -580Z', c.trim),
    // near arm flung back
    limb([[-84, -790], [-216, -706], [-300, -560]], [64, 50, 36], c.skin), circle(-308, -538, 28, c.skin), limb([[-78, -796], [-170, -738]], [98, 86], c.shirt),
    // head and ponytail
    path('M-30 -1004Q-150 -1030 -222 -960Q-276 -890 -330 -930Q-300 -840 -214 -868Q-150 -890 -110 -944Q-70 -970 -24 -964Z', c.hair), path('M-30 -980Q-120 -990 -186 -930Q-240 -870 -330 -930Q-300 -840 -214 -868Q-150 -890 -110 -944Q-70 -970 -24 -964Z', c.hairShade),
    group([ellipse(0, 0, 58, 70, c.skin), clip(ellipse(0, 0, 58, 70, '#000'), path('M-80 10Q-30 30 -4 80H-80Z', c.skinShade)), path('M58 -16Q40 -44 -4 -36Q-10 4 -40 34Q-66 10 -62 -22Q-52 -78 4 -78Q56 -74 58 -16Z', c.hair), path('M40 -52Q0 -62 -62 -16L-58 4Q-10 -40 52 -34Z', c.trim), ellipse(-18, 8, 11, 16, c.skin)], { x: 14, y: -952, rotate: 8 }),
    ]),
  ], { x, y, scale: h / 1030 });
}

/** A football, r its radius. */
export function football(x: number, y: number, r: number, light: string, ink: string, rotate = 0): string {
  const pent = (cx: number, cy: number, k: number) => poly(Array.from({ length: 5 }, (_, i): Pt => [cx + k * Math.cos(((-90 + i * 72) * Math.PI) / 180), cy + k * Math.sin(((-90 + i * 72) * Math.PI) / 180)]), ink);
  const around = Array.from({ length: 5 }, (_, i): Pt => [Math.cos(((-90 + i * 72) * Math.PI) / 180), Math.sin(((-90 + i * 72) * Math.PI) / 180)]);
  return group([
    circle(0, 0, r, light),
    clip(circle(0, 0, r, '#000'), [pent(0, 0, r * 0.36), around.map(([u, v]) => pent(u * r * 1.02, v * r * 1.02, r * 0.32) + path(`M${u * r * 0.34} ${v * r * 0.34}L${u * r * 0.74} ${v * r * 0.74}`, 'none', { stroke: ink, width: r * 0.05 })).join(''), circle(r * 0.9, r * 0.9, r * 1.2, ink, { opacity: 0.22 })]),
  ], { x, y, rotate });
}

/** A fox in mid leap to the right, its body's middle at x, y. */
export function fox(x: number, y: number, scale: number, c: { coat: string; shade: string; dark: string; white: string; whiteShade: string }, rotate = 0): string {
  const tail = 'M-212 -60C-300 -150 -430 -176 -540 -130C-620 -96 -676 -100 -734 -150C-732 -40 -650 36 -540 44C-430 50 -310 30 -214 26Z';
  const body = 'M262 -206C170 -200 20 -172 -90 -140C-180 -120 -262 -80 -268 0C-270 70 -210 92 -150 76C-60 44 40 52 110 92C170 118 236 96 262 40C292 -20 290 -80 300 -120Z';
  return group([
    // far legs
    limb([[-150, 30], [-236, 140], [-330, 150], [-424, 214]], [110, 62, 38, 30], c.shade), limb([[-330, 150], [-424, 214], [-452, 214]], [38, 30, 30], c.dark),
    limb([[200, 40], [300, 132], [414, 128]], [84, 50, 34], c.shade), limb([[330, 130], [414, 128], [446, 142]], [42, 34, 30], c.dark),
    path(tail, c.coat), clip(path(tail, '#000'), [path('M-760 -10C-620 10 -400 -40 -200 -40V80H-760Z', c.shade), path('M-780 -200L-590 -150L-630 -90L-580 -60L-626 -10L-590 60H-780Z', c.white), path('M-780 -40Q-680 -10 -590 -20L-590 60H-780Z', c.whiteShade)]),
    path(body, c.coat), clip(path(body, '#000'), [path('M-280 40C-180 0 -60 -20 60 20C140 46 220 30 300 -20V200H-280Z', c.shade), path('M70 120C90 60 170 20 210 -40C240 -90 300 -90 320 -60V160H70Z', c.white), path('M110 130C150 100 220 70 262 -10L330 40V160H110Z', c.whiteShade)]),
    // near hind leg, near foreleg
    limb([[-196, -10], [-292, 96], [-382, 72], [-488, 116]], [150, 78, 44, 34], c.coat), limb([[-382, 72], [-488, 116], [-520, 110]], [44, 34, 32], c.dark),
    limb([[180, 20], [318, 64], [440, 24]], [104, 56, 38], c.coat), limb([[352, 54], [440, 24], [474, 30]], [44, 38, 32], c.dark),
    // head
    poly([[236, -190], [228, -312], [316, -226]], c.dark), poly([[248, -196], [246, -276], [306, -222]], c.shade),
    path('M218 -130C222 -210 290 -244 356 -216C410 -192 440 -150 512 -126C524 -116 520 -100 506 -94C450 -70 400 -40 330 -40C270 -36 214 -70 218 -130Z', c.coat),
    path('M508 -94C450 -70 400 -40 330 -40C290 -40 258 -54 240 -76C300 -60 330 -110 376 -118C420 -126 470 -110 518 -106Z', c.white), path('M508 -94C450 -70 400 -40 330 -40C300 -40 272 -48 256 -62C340 -50 420 -90 508 -94Z', c.whiteShade),
    poly([[284, -222], [318, -344], [372, -204]], c.coat), poly([[304, -232], [322, -308], [354, -216]], c.dark), poly([[330, -300], [318, -344], [372, -204], [354, -216]], c.shade),
    ellipse(510, -116, 17, 14, c.dark), path('M384 -160Q404 -172 424 -154Q402 -150 384 -160Z', c.dark),
  ], { x, y, scale, rotate });
}

/** Arcs of people or seats as dots between two curves, in a few colours; the count falls with the distance. */
export function stands(x: number, y: number, w: number, rows: number, step: number, sag: number, colors: string[], o: { r?: number; seed?: number; empty?: number } = {}): string {
  const rand = prng(o.seed ?? 5);
  const r = o.r ?? 8;
  const d = colors.map(() => '');
  for (let k = 0; k < rows; k++) for (let px = x + (k % 2) * r * 1.3; px < x + w; px += r * 2.6) {
    if (rand() < (o.empty ?? 0.12)) continue;
    const t = (px - x) / w - 0.5;
    const py = y + k * step + sag * (1 - 4 * t * t) + (rand() - 0.5) * 3;
    const i = Math.floor(rand() * colors.length);
    d[i] += `M${(px - r).toFixed(0)} ${py.toFixed(0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  }
  return d.map((s, i) => path(s, colors[i]!)).join('');
}

/** Falling scraps of paper. */
export function confetti(x: number, y: number, w: number, h: number, colors: string[], count: number, seed = 3): string {
  const rand = prng(seed);
  return Array.from({ length: count }, () => { const [px, py, a] = [x + rand() * w, y + rand() * h, Math.round(rand() * 180)]; return group(rect(-11, -6, 14 + rand() * 12, 8 + rand() * 7, colors[Math.floor(rand() * colors.length)]!), { x: px, y: py, rotate: a, skewX: Math.round(rand() * 40 - 20) }); }).join('');
}

/** A flame: nested tongues around x, y (its foot), h high, from the outermost colour inward. */
export function flame(x: number, y: number, h: number, colors: string[]): string {
  return colors.map((c, i) => { const k = 1 - i * 0.24; return group(blob([[0, 10], [-150, -60], [-190, -230], [-120, -380], [-96, -520], [-36, -640], [-10, -800], [56, -660], [60, -560], [134, -470], [130, -360], [186, -250], [150, -70]], c), { x: x + i * 4, y, scale: (h / 800) * k }); }).join('');
}
