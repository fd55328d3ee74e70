/** The pictures of the science section on the ground: Mars, a desert landing and a cave (deep space is in scenes-space.ts). */
import { blob, circle, clip, curve, ellipse, group, hills, limb, line, mix, type Palette, type Pt, path, polar, poly, prng, rect, type Scene, sky, stipple, sun, times, twoTone } from './kit.ts';
import { stars } from './scenes-space.ts';

/** Two wheel tracks' print: a ribbon through points that narrows with the widths, with cleat bars across. */
function track(points: Pt[], widths: number[], fill: string, bar: string): string {
  let s = limb(points, widths, fill);
  points.slice(1).forEach((b, i) => {
    const a = points[i]!;
    const steps = Math.max(2, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / ((widths[i]! + widths[i + 1]!) * 0.34)));
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const w = widths[i]! + (widths[i + 1]! - widths[i]!) * t;
      const [px, py] = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
      s += line([[px - w * 0.12, py - w * 0.34], [px + w * 0.16, py], [px - w * 0.12, py + w * 0.34]], bar, Math.max(2, w * 0.13));
    }
  });
  return s;
}

/** A half-buried stone with a lit left and a dark right side; its shadow falls right. */
function stone(x: number, y: number, w: number, light: string, shade: string, cast: string): string {
  const h = w * 0.5;
  const shape = (f: string) => path(`M${x - w / 2} ${y}L${x - w * 0.38} ${y - h * 0.7}L${x - w * 0.08} ${y - h}L${x + w * 0.3} ${y - h * 0.78}L${x + w / 2} ${y}Z`, f);
  return poly([[x - w * 0.3, y], [x + w * 0.45, y - 3], [x + w * 1.25, y + h * 0.28], [x + w * 0.5, y + h * 0.3]], cast, { opacity: 0.45 }) + twoTone(shape, light, shade, x + w * 0.02, -w * 0.12);
}

/** A crater seen aslant: rim light, floor, inner shadow. */
function crater(x: number, y: number, rx: number, ry: number, rim: string, floor: string, shade: string): string {
  return ellipse(x, y, rx * 1.12, ry * 1.16, rim) + ellipse(x, y, rx, ry, shade) + clip(ellipse(x, y, rx, ry, '#000'), ellipse(x + rx * 0.2, y + ry * 0.3, rx, ry, floor));
}

/** The rover from the side, facing right, its wheels on y = 0. */
function rover(p: Palette): string {
  const pale = mix(p.paper, '#ffffff', 0.35);
  const wheel = (x: number, y: number, far: boolean) =>
    circle(x, y, 80, far ? mix(p.ink, p.dark2, 0.35) : p.ink) + circle(x, y, 74, 'none', { stroke: far ? mix(p.ink, p.dark2, 0.35) : p.dark1, width: 14, dash: '9 13', cap: 'butt' })
    + (far ? '' : circle(x, y, 54, p.mid1) + circle(x + 8, y + 6, 46, p.dark1) + times(6, (i) => line([[x, y], polar(x, y, 50, i * 60 + 12)], p.mid1, 8)) + circle(x, y, 17, pale));
  const body = [
    wheel(-212, -112, true), wheel(40, -112, true), wheel(322, -112, true),
    group([rect(-170, -52, 178, 100, p.dark1, { rx: 8 }), times(5, (i) => rect(-164 + i * 32, -64, 14, 124, i > 2 ? p.ink : p.mid1, { rx: 3 })), rect(-196, -34, 30, 64, p.ink)], { x: -270, y: -372, rotate: 24 }),
    poly([[-300, -410], [250, -410], [320, -456], [-236, -456]], pale),
    poly([[-300, -410], [250, -410], [250, -262], [-216, -262], [-300, -320]], mix(p.paper, p.mid2, 0.22)),
    poly([[250, -410], [320, -456], [320, -312], [250, -262]], mix(p.mid1, p.paper, 0.2)),
    rect(-300, -344, 550, 20, p.mid1, { opacity: 0.55 }), rect(-30, -396, 110, 36, p.dark1), rect(100, -396, 70, 36, p.accent), rect(-180, -396, 110, 36, p.highlight),
    poly([[-216, -262], [250, -262], [320, -312], [320, -296], [262, -236], [-190, -236]], p.ink),
    rect(-206, -520, 26, 74, p.mid1), rect(-216, -530, 46, 24, pale),
    line([[-70, -440], [-70, -500]], p.ink, 14), poly(times6(-66, -528, 66, 30), pale), poly(times6(-62, -522, 48, 20), mix(p.paper, p.mid2, 0.4)),
    rect(172, -716, 36, 290, pale), rect(192, -716, 16, 290, p.mid1), rect(160, -470, 62, 30, p.ink, { rx: 4 }),
    rect(88, -812, 214, 110, pale, { rx: 14 }), poly([[302, -800], [342, -780], [342, -716], [302, -704]], p.mid1), rect(88, -738, 214, 36, mix(p.mid1, p.paper, 0.45), { rx: 10 }),
    circle(232, -770, 36, p.ink), circle(232, -770, 22, p.dark1), circle(240, -778, 9, p.highlight), circle(134, -764, 19, p.ink), circle(134, -764, 8, p.mid1),
    limb([[316, -330], [436, -430]], [40, 32], p.ink), limb([[436, -430], [520, -256]], [34, 28], mix(p.mid1, p.paper, 0.35)), circle(436, -430, 27, p.mid1), circle(316, -330, 30, p.mid1),
    group([rect(-58, -34, 116, 70, pale, { rx: 8 }), rect(14, -34, 44, 70, p.mid1, { rx: 8 }), rect(-40, 36, 26, 40, p.ink), circle(32, 50, 24, p.accent), circle(0, -46, 24, p.ink)], { x: 524, y: -222, rotate: 12 }),
    limb([[30, -270], [270, -84]], [34, 28], pale), limb([[30, -270], [-136, -190]], [34, 28], mix(p.paper, p.mid1, 0.35)), limb([[-136, -190], [-262, -84]], [28, 26], pale), limb([[-136, -190], [-6, -84]], [28, 26], pale),
    circle(30, -270, 34, p.accent), circle(30, -270, 13, p.ink), circle(-136, -190, 20, p.ink),
    wheel(-262, -80, false), wheel(-6, -80, false), wheel(272, -80, false),
  ];
  return body.join('');
}
function times6(cx: number, cy: number, rx: number, ry: number): Pt[] {
  return Array.from({ length: 6 }, (_, i): Pt => [cx + rx * Math.cos((i * Math.PI) / 3), cy + ry * Math.sin((i * Math.PI) / 3)]);
}

const roverScene: Scene = { name: 'rover-red-ground', palette: 'science', draw: (p) => {
  const far = mix(p.mid2, p.paper, 0.45);
  return [
    sky([mix(p.highlight, p.paper, 0.25), mix(p.highlight, p.paper, 0.5), mix(p.highlight, p.paper, 0.72), p.paper], 0, 700),
    sun(430, 300, 62, [mix(p.highlight, p.paper, 0.75), mix(p.paper, '#ffffff', 0.3), '#fffaf2']),
    path('M-20 640L120 590L300 560L520 566L700 610L980 596L1120 520L1210 500L1420 506L1500 560L1820 590V760H-20Z', far),
    path('M1210 500L1420 506L1500 560L1820 590V760H1300Z', mix(far, p.mid2, 0.55)),
    hills(672, 26, p.mid2, 12, { steps: 5 }), hills(730, 18, mix(p.mid2, p.accent, 0.55), 19, { steps: 4 }), hills(800, 14, p.accent, 8, { steps: 4 }),
    stipple(0, 730, 1800, 470, p.dark2, { count: 320, seed: 5, r: 3.6, opacity: 0.4 }),
    path('M-20 1120Q500 1010 1000 1090T1820 1060V1220H-20Z', mix(p.accent, p.dark2, 0.5)),
    track([[650, 976], [420, 968], [180, 926], [-40, 864]], [62, 58, 46, 34], mix(p.accent, p.dark2, 0.62), p.dark2),
    track([[700, 926], [470, 912], [250, 872], [40, 812], [-60, 776]], [40, 36, 28, 20, 14], mix(p.accent, p.dark2, 0.62), p.dark2),
    poly([[600, 990], [1180, 992], [1560, 1070], [1460, 1104], [1010, 1060]], p.ink, { opacity: 0.45 }),
    poly([[1420, 1060], [1560, 1070], [1800, 1120], [1660, 1130]], p.ink, { opacity: 0.3 }),
    group(rover(p), { x: 876, y: 996, scale: 0.98 }),
    stone(300, 1110, 170, p.mid2, p.dark2, p.ink), stone(1360, 1150, 240, p.mid2, p.dark2, p.ink), stone(1500, 870, 90, p.mid2, p.dark2, p.ink), stone(180, 760, 60, p.mid2, p.dark2, p.ink), stone(980, 1120, 80, p.mid2, p.dark2, p.ink),
  ].join('');
} };

/** A disk-gap-band parachute at the origin with lines to (0, drop): bands of two colours, the right side in shade. */
function parachute(r: number, drop: number, a: string, b: string, cord: string): string {
  const dome = `M${-r} 0Q${-r * 0.98} ${-r * 0.78} 0 ${-r * 0.8}Q${r * 0.98} ${-r * 0.78} ${r} 0Q${r * 0.5} ${r * 0.17} 0 ${r * 0.17}Q${-r * 0.5} ${r * 0.17} ${-r} 0Z`;
  const gores = 12;
  const at = (i: number) => -r + (2 * r * (1 - Math.cos((i * Math.PI) / gores))) / 2;
  const hem = (x: number) => r * 0.17 * (1 - (x / r) ** 2);
  const cords = times(gores + 1, (i) => line([[at(i), hem(at(i)) + r * 0.36], [0, drop]], cord, 3.5, { opacity: 0.85 }));
  const gore = (i: number) => `M0 ${-r * 0.8}Q${at(i) * 1.02} ${-r * 0.74} ${at(i)} ${hem(at(i))}L${at(i + 1)} ${hem(at(i + 1))}Q${at(i + 1) * 1.02} ${-r * 0.74} 0 ${-r * 0.8}Z`;
  const skirt = times(gores, (i) => poly([[at(i), hem(at(i)) + r * 0.1], [at(i + 1), hem(at(i + 1)) + r * 0.1], [at(i + 1), hem(at(i + 1)) + r * 0.36], [at(i), hem(at(i)) + r * 0.36]], [0, 3, 4, 7, 8, 11].includes(i) ? a : b));
  const gaps = times(gores + 1, (i) => line([[at(i), hem(at(i))], [at(i), hem(at(i)) + r * 0.12]], cord, 3.5));
  const shade = clip(path(dome, '#000'), path(`M0 ${-r * 0.9}H${r * 1.2}V${r}H${r * 0.7}Q${r * 0.76} ${-r * 0.5} 0 ${-r * 0.8}Z`, cord, { opacity: 0.24 })) + times(3, (k) => { const i = gores - 1 - k; return poly([[at(i), hem(at(i)) + r * 0.1], [at(i + 1), hem(at(i + 1)) + r * 0.1], [at(i + 1), hem(at(i + 1)) + r * 0.36], [at(i), hem(at(i)) + r * 0.36]], cord, { opacity: 0.24 }); });
  return cords + gaps + path(dome, b) + times(gores, (i) => (i % 2 ? '' : path(gore(i), a))) + skirt + shade + path(`M${-r * 0.16} ${-r * 0.772}Q0 ${-r * 0.86} ${r * 0.16} ${-r * 0.772}Q0 ${-r * 0.7} ${-r * 0.16} ${-r * 0.772}Z`, cord);
}

const parachuteScene: Scene = { name: 'parachute-descent', palette: 'science', draw: (p) => {
  const pale = mix(p.paper, '#ffffff', 0.4);
  return [
    sky([mix(p.mid2, p.accent, 0.3), p.mid2, mix(p.mid2, p.highlight, 0.55), p.highlight, mix(p.highlight, p.paper, 0.5)], 0, 960, 9),
    circle(1420, 250, 120, mix(p.mid2, p.highlight, 0.5)), circle(1420, 250, 74, p.highlight), circle(1420, 250, 40, p.paper),
    path('M-20 930Q900 760 1820 930V1220H-20Z', p.accent),
    path('M-20 985Q600 850 1820 1010V1220H-20Z', mix(p.accent, p.dark2, 0.35)),
    crater(420, 936, 120, 22, p.mid2, mix(p.accent, p.dark2, 0.2), p.dark2), crater(1330, 930, 150, 24, p.mid2, mix(p.accent, p.dark2, 0.2), p.dark2), crater(860, 880, 60, 9, p.mid2, p.accent, p.dark2),
    crater(720, 1066, 250, 62, p.mid2, mix(p.accent, p.dark2, 0.3), p.dark2), crater(1240, 1110, 130, 32, p.mid2, mix(p.accent, p.dark2, 0.3), p.dark2), crater(180, 1090, 130, 34, p.mid2, mix(p.accent, p.dark2, 0.3), p.dark2), crater(1620, 1040, 130, 26, p.mid2, mix(p.accent, p.dark2, 0.3), p.dark2), crater(1010, 980, 56, 10, p.mid2, p.dark2, p.dark2),
    stipple(0, 900, 1800, 300, p.ink, { count: 220, seed: 8, opacity: 0.3 }),
    ellipse(1180, 1040, 66, 13, p.ink, { opacity: 0.5 }),
    group([
      parachute(340, 560, p.accent, pale, p.ink),
      line([[0, 560], [-46, 612]], p.ink, 5), line([[0, 560], [46, 612]], p.ink, 5), line([[0, 560], [0, 610]], p.ink, 5),
      twoTone((f) => path('M-54 606H54L118 706H-118Z', f), pale, p.mid1, 14, -14),
      rect(-54, 598, 108, 16, p.ink, { rx: 4 }), rect(-118, 700, 236, 16, p.dark1, { rx: 6 }),
      path('M-112 716H112Q70 764 0 770Q-70 764 -112 716Z', p.ink), path('M-30 716H40L24 768Q0 770 -10 769Z', p.highlight), rect(-34, 640, 40, 36, p.accent),
    ], { x: 800, y: 364, rotate: -11, scale: 0.9 }),
    group([ellipse(0, 0, 74, 26, p.dark2, { transform: 'rotate(-22)' }), ellipse(-6, -10, 70, 22, p.ink, { transform: 'rotate(-22)' })], { x: 1330, y: 800 }),
  ].join('');
} };

const delta: Scene = { name: 'crater-delta', palette: 'science', draw: (p) => {
  const rand = prng(44);
  const ring = (cx: number, cy: number, r: number, wobble: number, seed: number, k = 34): Pt[] => { const q = prng(seed); return Array.from({ length: k }, (_, i) => polar(cx, cy, r * (1 + (q() - 0.5) * wobble), (i * 360) / k)); };
  const apex: Pt = [548, 462];
  const fanEdge = (r: number, seed: number): Pt[] => { const q = prng(seed); return Array.from({ length: 15 }, (_, i) => polar(apex[0], apex[1], r * (0.92 + (i % 2) * 0.08 + q() * 0.1), -28 + i * 8.4)); };
  const fan = (r: number, f: string, seed: number) => path(`${curve(fanEdge(r, seed))}L${apex[0]} ${apex[1]}Z`, f);
  const [cx, cy] = [1000, 650];
  const channel = (deg: number, r: number, w: number) => { const m = polar(apex[0], apex[1], r * 0.5, deg + 5); return limb([apex, polar(apex[0], apex[1], r * 0.25, deg * 0.7 + 10), m, polar(apex[0], apex[1], r, deg)], [w, w * 0.8, w * 0.5, w * 0.22], mix(p.accent, p.dark2, 0.3)) + limb([m, polar(apex[0], apex[1], r * 0.86, deg + 9)], [w * 0.45, w * 0.2], mix(p.accent, p.dark2, 0.3)); };
  return [
    rect(0, 0, 1800, 1200, p.accent), blob(ring(cx, cy, 780, 0.12, 2), mix(p.accent, p.mid2, 0.28)), blob(ring(cx, cy, 680, 0.1, 3), mix(p.accent, p.mid2, 0.55)),
    times(70, () => { const [x, y, r] = [rand() * 1800, rand() * 1200, 8 + rand() ** 3 * 44]; return Math.hypot(x - cx, y - cy) < 640 || (x < 600 && y > 240 && y < 560) ? '' : circle(x, y, r * 1.15, p.mid2) + circle(x, y, r, p.dark2) + clip(circle(x, y, r, '#000'), circle(x + r * 0.35, y + r * 0.35, r, mix(p.accent, p.dark2, 0.25))); }),
    blob(ring(cx, cy, 560, 0.06, 4), p.highlight), clip(blob(ring(cx, cy, 560, 0.06, 4), '#000'), [circle(cx + 150, cy + 170, 640, mix(p.mid2, p.accent, 0.25)), blob(ring(cx, cy, 500, 0.07, 6), p.dark2),
      times(52, (i) => { const a = i * 7 + rand() * 5; return line([polar(cx, cy, 505 + rand() * 10, a), polar(cx, cy, 530 + rand() * 24, a + 2)], a > 10 && a < 130 ? p.paper : p.dark2, 7, { opacity: 0.55 }); })]),
    clip(blob(ring(cx, cy, 500, 0.07, 6), '#000'), [
      blob(ring(cx + 60, cy + 62, 492, 0.08, 7), mix(p.accent, p.dark2, 0.42)), blob(ring(cx + 60, cy + 84, 380, 0.12, 8), mix(p.accent, p.dark2, 0.18)), blob(ring(cx + 100, cy + 110, 230, 0.16, 9), p.accent),
      stipple(cx - 500, cy - 400, 1000, 900, p.ink, { count: 260, from: 'even', seed: 3, opacity: 0.28 }),
      times(16, () => { const [x, y, r] = [cx - 200 + rand() * 560, cy + rand() * 380, 6 + rand() ** 2 * 26]; return circle(x, y, r * 1.15, p.mid2) + circle(x, y, r, p.dark2) + clip(circle(x, y, r, '#000'), circle(x + r * 0.35, y + r * 0.35, r, mix(p.accent, p.dark2, 0.3))); }),
    ]),
    path('M-40 250C120 210 180 330 300 330S470 410 560 452L548 500C430 470 400 430 290 410S130 320 -40 350Z', p.dark2),
    path('M-40 286C120 250 180 360 300 362S470 430 556 468L552 484C440 452 400 408 292 388S130 296 -40 320Z', p.highlight),
    group(fan(470, p.ink, 5), { x: 16, y: 20, opacity: 0.5 }), fan(462, mix(p.accent, p.mid2, 0.6), 5), fan(420, p.mid2, 9), fan(350, mix(p.mid2, p.highlight, 0.5), 13), fan(250, p.highlight, 17), stipple(560, 300, 420, 640, p.accent, { count: 90, from: 'even', seed: 41, opacity: 0.5 }),
    [-16, 2, 18, 34, 50, 66, 80].map((d, i) => channel(d, 330 + (i % 3) * 62, 22)).join(''),
    circle(apex[0], apex[1], 15, p.dark2),
    ellipse(1130, 800, 190, 128, 'none', { stroke: p.paper, width: 9, dash: '26 20', transform: 'rotate(-14 1130 800)' }), line([[1130, 768], [1130, 832]], p.paper, 9), line([[1098, 800], [1162, 800]], p.paper, 9),
  ].join('');
} };

const helicopter: Scene = { name: 'mars-helicopter', palette: 'science', draw: (p) => {
  const pale = mix(p.paper, '#ffffff', 0.4);
  const blade = (y: number, len: number, tilt: number, f: string, shade: string) => group(path(`M-24 -8L-${len * 0.3} -26L-${len} -12L-${len} 2L-24 10Z`, f) + path(`M24 -8L${len * 0.3} -26L${len} -12L${len} 2L24 10Z`, shade), { x: 0, y, rotate: tilt });
  const leg = (x: number, y: number, far: boolean) => limb([[x * 0.16, -10], [x, y]], [15, 9], far ? p.dark1 : p.ink) + ellipse(x, y + 3, 22, 8, far ? p.dark1 : p.ink);
  return [
    sky([p.mid2, mix(p.mid2, p.highlight, 0.5), p.highlight, mix(p.highlight, p.paper, 0.45), p.paper], 0, 720, 14),
    circle(1330, 360, 170, mix(p.highlight, p.paper, 0.4)), circle(1330, 360, 92, '#fff6ea'),
    hills(640, 60, mix(p.mid2, p.paper, 0.25), 23, { steps: 4 }), hills(700, 36, mix(p.mid2, p.accent, 0.4), 3, { steps: 5 }),
    group(rover(p), { x: 400, y: 762, scale: 0.14 }),
    path('M-20 790Q300 730 700 770T1820 744V1220H-20Z', p.accent), path('M-20 900Q420 820 860 890T1820 850V1220H-20Z', mix(p.accent, p.dark2, 0.3)), path('M-20 1090Q420 1000 1000 1080T1820 1030V1220H-20Z', p.dark2),
    times(6, (i) => path(`M${-40 + i * 40} ${800 + i * 13}q300 -50 640 -8t700 -14t560 -16`, 'none', { stroke: i % 2 ? p.mid2 : p.dark2, width: 4 + i, opacity: 0.4 })),
    stipple(0, 860, 1800, 330, p.ink, { count: 260, seed: 15, opacity: 0.35 }),
    group([ellipse(0, 0, 120, 22, p.ink), path('M0 -8L-420 -34L-430 -26L0 8L400 34L410 26Z', p.ink), path('M0 -8L380 -30L392 -22L0 8L-400 22L-410 14Z', p.ink)], { x: 1010, y: 1000, opacity: 0.62 }),
    stone(300, 1120, 200, p.mid2, p.ink, p.ink), stone(1490, 1110, 150, p.mid2, p.ink, p.ink), stone(1240, 880, 60, p.mid2, p.dark2, p.ink), stone(640, 930, 70, p.mid2, p.dark2, p.ink),
    group([
      leg(-250, 300, true), leg(270, 296, true), leg(-190, 350, false), leg(214, 350, false),
      rect(-16, -330, 32, 260, p.ink), rect(-10, -330, 10, 260, p.mid1),
      ellipse(0, -282, 430, 40, p.paper, { opacity: 0.28 }), ellipse(0, -172, 430, 42, p.paper, { opacity: 0.28 }),
      blade(-282, 440, -5, p.dark1, p.ink), blade(-172, 440, 6, p.ink, p.dark1),
      rect(-34, -300, 68, 40, p.mid1, { rx: 8 }), rect(-38, -192, 76, 46, p.mid1, { rx: 8 }), rect(-24, -140, 48, 60, p.dark1),
      rect(-110, -356, 220, 22, p.dark1, { rx: 4 }), times(4, (i) => rect(-102 + i * 53, -353, 45, 14, p.mid1)), line([[60, -356], [60, -430]], p.ink, 5),
      twoTone((f) => rect(-106, -84, 212, 190, f, { rx: 16 }), pale, p.mid1, 40), rect(-106, -84, 212, 34, p.highlight, { rx: 12 }), rect(-70, -20, 84, 74, p.dark1, { rx: 8 }), circle(-28, 16, 25, p.ink), circle(-22, 10, 8, p.highlight), rect(-106, 84, 212, 22, p.ink, { rx: 8 }),
    ], { x: 900, y: 566, rotate: -4 }),
  ].join('');
} };

const fireball: Scene = { name: 'capsule-desert-fireball', palette: 'science', draw: (p) => {
  const bush = (x: number, y: number, r: number, f: string, hi: string, seed: number) => { const q = prng(seed); return times(15, (i) => { const a = -170 + i * 11.4; const e = polar(x, y, r * (0.7 + q() * 0.4), a); return line([[x + (q() - 0.5) * r * 0.2, y], e], f, r * 0.06) + ellipse(e[0], e[1], r * 0.2, r * 0.13, i % 3 ? f : hi, { transform: `rotate(${a} ${e[0]} ${e[1]})` }); }) + ellipse(x, y - r * 0.26, r * 0.62, r * 0.34, f); };
  const streak = (w: number, f: string, back: number, o = 1) => poly([[840 - 1300 * back, 400 - 560 * back], [840 + w * 0.35, 400 - w * 0.85], [840 + w, 400 + w * 0.46], [840 - w * 0.35, 400 + w * 0.85]], f, { opacity: o });
  const pale = mix(p.paper, '#ffffff', 0.5);
  return [
    sky([p.ink, p.dark1, mix(p.dark1, p.mid1, 0.55), p.mid1, mix(p.mid1, p.mid2, 0.6), p.mid2, p.highlight, mix(p.highlight, p.paper, 0.5)], 0, 860, 2), stars(0, 0, 1800, 380, 100, mix(p.mid1, p.paper, 0.4), p.paper, 50),
    streak(74, p.accent, 1, 0.75), streak(54, p.mid2, 0.9), streak(36, p.highlight, 0.74), streak(20, '#fff7e8', 0.5), circle(848, 404, 66, p.mid2), circle(851, 406, 48, p.highlight), circle(854, 408, 31, '#fff7e8'),
    hills(838, 20, mix(p.dark1, p.dark2, 0.55), 31, { steps: 5 }), hills(890, 12, p.dark2, 17, { steps: 4 }), hills(950, 14, p.accent, 27, { steps: 4 }), path('M-20 1060Q500 990 1100 1056T1820 1020V1220H-20Z', mix(p.accent, p.dark2, 0.55)),
    stipple(0, 900, 1800, 300, p.ink, { count: 260, seed: 6, opacity: 0.4 }),
    times(16, (i) => bush(60 + i * 118 + (i % 3) * 30, 906 + (i % 4) * 16, 30 + (i % 3) * 9, p.ink, p.dark1, i + 1)),
    ellipse(1270, 1012, 130, 18, p.ink, { opacity: 0.55 }),
    group([
      times(7, (i) => line([[-174 + i * 58, -6 + 20 * Math.sin((i * Math.PI) / 6)], [0, 220]], p.ink, 3.5)),
      path('M-182 0Q-176 -150 0 -156Q176 -150 182 0Q150 26 118 10Q90 34 60 18Q30 40 0 20Q-30 40 -60 18Q-90 34 -118 10Q-150 26 -182 0Z', pale), path('M-62 16Q-70 -120 0 -156Q70 -120 62 16Q30 40 0 20Q-30 40 -62 16Z', p.accent), path('M60 18Q70 -120 0 -156Q176 -150 182 0Q150 26 118 10Q90 34 60 18Z', mix(pale, p.mid1, 0.4)), path('M118 10Q120 -110 0 -156Q176 -150 182 0Q150 26 118 10Z', p.dark2),
      twoTone((f) => path('M-44 216H44L70 262Q64 300 0 306Q-64 300 -70 262Z', f), pale, p.accent, 6, -8), rect(-72, 252, 144, 14, p.ink, { rx: 5 }), rect(-40, 208, 80, 14, p.ink, { rx: 4 }),
    ], { x: 1210, y: 530, rotate: 7, scale: 1.12 }),
    bush(420, 1120, 150, p.ink, p.dark2, 5), bush(1420, 1150, 110, p.ink, p.dark2, 9), bush(800, 1130, 80, p.ink, p.dark2, 3), bush(1660, 1090, 130, p.ink, p.dark2, 14), bush(140, 1090, 110, p.ink, p.dark2, 21),
  ].join('');
} };

const cave: Scene = { name: 'cave-skull', palette: 'science', draw: (p) => {
  const rockA = mix(p.dark1, p.ink, 0.3);
  const beam = mix(p.highlight, p.paper, 0.3);
  const tite = (x: number, y: number, w: number, h: number, f: string, s: string) => path(`M${x - w} ${y - 40}Q${x - w * 0.3} ${y + h * 0.3} ${x} ${y + h}Q${x + w * 0.35} ${y + h * 0.3} ${x + w} ${y - 40}Z`, f) + path(`M${x - w} ${y - 40}Q${x - w * 0.3} ${y + h * 0.3} ${x} ${y + h}Q${x - w * 0.05} ${y + h * 0.3} ${x - w * 0.2} ${y - 40}Z`, s);
  const bone = (x: number, y: number, len: number, rot: number, f: string, sh: string) => group([rect(-len / 2, -13, len, 26, f), rect(-len / 2, 2, len, 11, sh), ...[-1, 1].flatMap((k) => [circle((k * len) / 2, -14, 20, f), circle((k * len) / 2 + 4 * k, 14, 20, k > 0 ? f : sh)])], { x, y, rotate: rot });
  const cranium = (f: string) => path('M-168 20C-190 -110 -96 -206 24 -200C126 -196 176 -130 172 -52C172 -16 160 0 158 24C166 60 164 96 136 108L118 176Q60 210 -6 190L-34 116C-90 120 -154 96 -168 20Z', f);
  const black = '#0a0b1c';
  const spot = (g: number) => ellipse(470, 800, 300 + g, 270 + g, '#000');
  return [
    rect(0, 0, 1800, 1200, black),
    blob([[90, 1240], [60, 760], [170, 430], [420, 170], [760, 130], [1120, 170], [1480, 260], [1700, 560], [1740, 1240]], p.ink), blob([[190, 1240], [170, 760], [300, 440], [560, 260], [860, 230], [1180, 290], [1440, 440], [1560, 800], [1500, 1240]], rockA), blob([[320, 1240], [330, 760], [460, 500], [700, 370], [940, 360], [1160, 450], [1320, 700], [1330, 1240]], mix(p.dark1, p.mid1, 0.16)),
    tite(330, 250, 70, 330, p.ink, p.dark1), tite(520, 190, 46, 300, rockA, p.mid1), tite(660, 150, 74, 260, p.ink, p.dark1), tite(1010, 190, 56, 230, rockA, p.mid1), tite(1190, 200, 80, 220, p.ink, p.dark1), tite(860, 150, 34, 350, rockA, p.mid1), tite(760, 150, 20, 170, rockA, p.mid1), tite(1400, 270, 60, 200, p.ink, p.dark1),
    path(`${curve([[-60, 420], [160, 330], [380, 200], [620, 150], [900, 130], [1180, 176], [1420, 250], [1640, 420], [1860, 520]])}V-20H-60Z`, black),
    clip(spot(0), rect(0, 0, 1800, 1200, mix(p.mid1, p.mid2, 0.35), { opacity: 0.55 })), clip(spot(-70), rect(0, 0, 1800, 1200, p.highlight, { opacity: 0.4 })), poly([[1112, 614], [440, 530], [380, 1060], [640, 1060]], p.highlight, { opacity: 0.26 }), poly([[1112, 614], [450, 650], [420, 1010], [560, 1020]], beam, { opacity: 0.3 }),
    path('M-20 1000Q300 930 700 960T1160 960Q1260 880 1400 880L1820 860V1220H-20Z', p.dark2), ellipse(610, 990, 380, 62, p.mid2), ellipse(620, 994, 280, 44, p.highlight), path('M-20 1096Q500 1060 1000 1092T1820 1040V1220H-20Z', p.ink), stipple(240, 930, 800, 150, p.dark2, { count: 120, from: 'even', opacity: 0.6 }),
    // the rock on the right, the crawlway in it, and the caver coming out
    path('M1820 330L1640 400L1500 500L1440 620L1400 900L1260 930L1300 980L1820 1010Z', mix(p.dark1, p.ink, 0.55)), path('M1820 330L1640 400L1560 560L1700 620L1820 600Z', mix(p.dark1, p.mid1, 0.12)), path('M1500 500L1640 400L1560 560L1480 610L1440 620Z', p.dark1), blob([[1420, 720], [1480, 610], [1620, 590], [1760, 660], [1790, 800], [1680, 890], [1470, 890], [1400, 820]], black),
    limb([[1310, 730], [1200, 850], [1084, 872]], [84, 66, 50], mix(p.accent, p.dark2, 0.6)), path('M1040 850q30 -20 56 0l6 40q-50 16 -88 0q2 -24 26 -40Z', mix(p.mid2, p.dark2, 0.3)),
    path('M1230 690Q1270 606 1400 612Q1560 620 1680 690L1660 850Q1480 880 1330 812Q1250 780 1230 690Z', p.accent), clip(path('M1230 690Q1270 606 1400 612Q1560 620 1680 690L1660 850Q1480 880 1330 812Q1250 780 1230 690Z', '#000'), [path('M1220 760Q1400 780 1700 740V900H1220Z', mix(p.accent, p.dark2, 0.65)), poly([[1440, 590], [1720, 590], [1720, 900], [1400, 900]], p.ink, { opacity: 0.5 }), poly([[1560, 590], [1720, 590], [1720, 900], [1510, 900]], black, { opacity: 0.8 }), rect(1392, 590, 26, 300, p.highlight, { opacity: 0.7 })]),
    path('M1040 990Q1180 950 1260 890Q1400 850 1500 866T1820 890V1020H1040Z', p.dark2), path('M1260 890Q1400 850 1500 866T1820 890', 'none', { stroke: mix(p.dark2, p.accent, 0.6), width: 7 }), limb([[1294, 706], [1236, 880], [1140, 960]], [96, 76, 54], p.accent), path('M1086 942q34 -26 66 -4l10 38q-52 22 -104 8q2 -28 28 -42Z', p.mid2),
    limb([[1218, 726], [1290, 720]], [66, 84], mix(p.mid2, p.dark2, 0.45)), ellipse(1206, 690, 62, 76, p.mid2), path('M1150 700q-8 -40 8 -60l34 6q-10 70 2 114q-38 -14 -44 -60Z', p.highlight),
    path('M1124 668Q1130 566 1226 562Q1316 566 1312 676L1150 664Z', p.highlight), path('M1226 562Q1316 566 1312 676L1240 672Q1270 610 1226 562Z', p.mid2), path('M1104 660L1320 670L1322 690L1108 684Z', p.dark2), line([[1250, 684], [1214, 766]], p.dark2, 8), rect(1106, 588, 60, 52, p.ink, { rx: 10 }), circle(1112, 614, 48, '#fffaf0', { opacity: 0.35 }), circle(1112, 614, 28, '#fffaf0'),
    // the bones
    ellipse(560, 1016, 250, 26, p.dark2), bone(820, 996, 200, -8, p.paper, p.mid2), bone(350, 1020, 190, 16, p.mid2, p.dark2), bone(840, 1046, 130, 24, p.mid2, p.dark2), times(4, (i) => path(`M${690 + i * 26} ${1030 - i * 6}q50 -60 ${120 + i * 8} -10`, 'none', { stroke: i % 2 ? p.paper : p.mid2, width: 11 })),
    group([
      cranium(p.mid2), clip(cranium('#000'), [path('M-40 -230Q-120 -60 -20 60L-10 220H240V-230Z', p.paper), path('M40 -220Q20 -120 80 -70L220 -60V-240Z', '#fffaf0'), stipple(-180, -200, 170, 330, p.dark2, { count: 70, from: 'left', opacity: 0.5 })]),
      path('M6 -52Q60 -88 164 -64L172 -40Q120 -56 20 -26Z', p.mid2), ellipse(52, 4, 42, 40, p.ink), path('M118 -30Q164 -44 166 -8Q164 34 138 34Q108 20 118 -30Z', p.ink), path('M92 54L116 46L128 92L100 92Z', p.ink), path('M-96 10Q-60 40 -30 100L-14 60Q-40 20 -96 10Z', p.dark2, { opacity: 0.5 }),
      path('M12 140Q70 126 126 136L120 172Q70 186 8 180Z', p.ink), times(6, (i) => rect(18 + i * 17, 136 - (i > 2 ? 2 : 0), 13, 22, '#fffaf0', { rx: 4 })), times(6, (i) => rect(18 + i * 17, 162, 13, 18, p.paper, { rx: 4 })),
    ], { x: 570, y: 842, scale: 1.02, rotate: -3 }),
    path('M-20 1220V840Q60 820 110 940Q180 980 200 1100L260 1220Z', '#0a0b1c'),
  ].join('');
} };

export const scienceScenes: Scene[] = [roverScene, parachuteScene, delta, helicopter, fireball, cave];
