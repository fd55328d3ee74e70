/** The pictures of the culture section: the fire at Notre-Dame, a film about two houses, a bronze going home. */
import {
  circle, clip, ellipse, figure, group, hatch, limb, line, mix, 
  type Pt, path, plume, polar, poly, prng, rect, type Scene,sky, stipple, times, water,
} from './kit.ts';

const EMBER = '#d9531e';

/** Flames along a base line from x0 to x1 at y: tongues of a height, leaning by lean. */
function flames(x0: number, x1: number, y: (x: number) => number, h: number, w: number, fill: string, seed: number, lean = 0.2): string {
  const q = prng(seed);
  let d = `M${x0} ${y(x0) + 40}`;
  for (let x = x0; x < x1; ) {
    const ww = Math.min(w * (0.6 + q() * 0.8), x1 - x + 1);
    const hh = h * (0.35 + q() * 0.7) * Math.min(1, ww / (w * 0.6));
    d += `L${x.toFixed(0)} ${y(x).toFixed(0)}Q${(x - ww * 0.15).toFixed(0)} ${(y(x) - hh * 0.5).toFixed(0)} ${(x + ww * (0.5 + lean)).toFixed(0)} ${(y(x) - hh).toFixed(0)}Q${(x + ww * (0.5 + lean * 0.3)).toFixed(0)} ${(y(x) - hh * 0.45).toFixed(0)} ${(x + ww).toFixed(0)} ${y(x + ww).toFixed(0)}`;
    x += ww;
  }
  return path(`${d}L${x1} ${y(x1) + 40}Z`, fill);
}

/** Sparks in a box. */
function sparks(x: number, y: number, w: number, h: number, count: number, a: string, b: string, seed = 4): string {
  const q = prng(seed);
  return times(count, (i) => circle(x + q() * w, y + q() * h, 2.5 + q() * 5, i % 2 ? a : b));
}

/** A pointed arch standing on y, w wide and h high. */
const arch = (x: number, y: number, w: number, h: number, f: string) => path(`M${x - w / 2} ${y}V${y - h * 0.55}Q${x - w / 2} ${y - h * 0.85} ${x} ${y - h}Q${x + w / 2} ${y - h * 0.85} ${x + w / 2} ${y - h * 0.55}V${y}Z`, f);

/** The west front of the cathedral, its foot's middle at x, y, 560 wide and 690 high at scale 1. */
function westFront(x: number, y: number, s: number, stone: string, shade: string, dark: string, glow: string): string {
  const tower = (tx: number) => [rect(tx - 110, -690, 220, 300, stone), rect(tx + 50, -690, 60, 300, shade), rect(tx - 118, -706, 236, 26, stone), rect(tx + 50, -706, 68, 26, shade), times(6, (i) => rect(tx - 112 + i * 44, -722, 12, 18, stone)), [-42, 42].map((d) => arch(tx + d, -486, 54, 178, dark) + arch(tx + d, -486, 30, 156, glow)).join(''), rect(tx - 112, -690, 18, 300, shade, { opacity: 0.5 })].join('');
  return group([
    tower(-170), tower(170), rect(-280, -400, 560, 400, stone), rect(180, -400, 100, 400, shade),
    rect(-280, -466, 560, 70, shade), rect(-288, -476, 576, 14, stone), rect(180, -476, 108, 14, shade), times(19, (i) => arch(-262 + i * 29.1, -400, 18, 58, dark)), rect(-288, -404, 576, 10, stone), rect(-284, -334, 568, 10, shade),
    circle(0, -250, 70, shade), circle(0, -250, 60, dark), times(12, (i) => line([[0, -250], polar(0, -250, 58, i * 30)], stone, 3.5)), circle(0, -250, 36, 'none', { stroke: stone, width: 4 }), circle(0, -250, 13, glow), [-180, 180].map((d) => arch(d - 28, -196, 46, 118, dark) + arch(d + 28, -196, 46, 118, dark) + circle(d, -300, 15, dark)).join(''),
    rect(-284, -186, 568, 34, shade), times(24, (i) => rect(-272 + i * 23, -182, 11, 26, dark)), [-180, 0, 180].map((d, i) => { const w = i === 1 ? 128 : 108; return arch(d, 0, w + 30, 152 + (i === 1 ? 8 : 0), shade) + arch(d, 0, w, 134, dark) + arch(d, 0, w * 0.6, 96, i === 1 ? glow : mix(dark, glow, 0.35)); }).join(''),
    [-286, -100, 80, 262].map((bx) => rect(bx, -690 + 270, 24, 420, stone) + rect(bx + 15, -420, 9, 420, shade)).join(''),
  ], { x, y, scale: s });
}

const flamesScene: Scene = { name: 'notre-dame-flames', palette: 'culture', draw: (p) => {
  const stone = mix(p.mid2, p.dark1, 0.35);
  const shade = mix(p.dark1, p.ink, 0.15);
  const q = prng(9);
  const roof = () => 560;
  return [
    sky([p.ink, mix(p.ink, p.dark1, 0.6), p.dark1, mix(p.dark1, p.mid1, 0.6), mix(p.mid1, p.mid2, 0.5), mix(p.mid2, p.highlight, 0.5)], 0, 900, 3),
    plume(1060, 560, 500, 620, 330, 640, mix(p.ink, p.dark2, 0.4), mix(p.dark2, p.dark1, 0.4), 5), plume(800, 520, 330, 560, 160, 420, mix(p.dark2, p.dark1, 0.3), mix(p.dark2, EMBER, 0.35), 12),
    times(18, (i) => { const h = 40 + q() * 70; return rect(i * 105 - 20, 900 - h, 100, h + 20, i % 2 ? p.dark1 : mix(p.dark1, p.ink, 0.5)) + poly([[i * 105 - 20, 900 - h], [i * 105, 870 - h], [i * 105 + 60, 870 - h], [i * 105 + 80, 900 - h]], p.ink); }),
    // fire over the nave
    flames(700, 1450, roof, 420, 170, mix(EMBER, p.dark2, 0.35), 3, 0.5), flames(730, 1440, roof, 340, 130, EMBER, 8, 0.45), flames(770, 1430, roof, 250, 105, p.accent, 14, 0.4), flames(800, 1420, roof, 170, 84, p.highlight, 17, 0.35), flames(830, 1410, roof, 90, 60, '#fff3d0', 23, 0.3),
    // the nave from the side
    rect(860, 552, 590, 340, shade), poly([[860, 560], [1450, 560], [1470, 580], [860, 580]], p.ink), times(9, (i) => line([[880 + i * 66, 556], [900 + i * 66, 470 + (i % 3) * 30]], p.ink, 9)), times(6, (i) => arch(930 + i * 96, 740, 54, 130, p.highlight) + rect(928 + i * 96, 612, 5, 128, shade) + path(`M${884 + i * 96} 880V700Q${880 + i * 96} 612 ${862 + i * 96} 596`, 'none', { stroke: stone, width: 17 }) + rect(874 + i * 96, 650, 24, 240, stone) + rect(888 + i * 96, 650, 10, 240, p.ink) + poly([[874 + i * 96, 650], [886 + i * 96, 606], [898 + i * 96, 650]], stone)), rect(860, 780, 600, 110, mix(shade, p.ink, 0.4)), times(6, (i) => arch(930 + i * 96, 870, 40, 70, p.ink)),
    path('M1450 892V600Q1540 620 1550 700V892Z', mix(shade, p.ink, 0.5)), arch(1500, 780, 40, 110, EMBER),
    flames(620, 770, () => 440, 190, 74, EMBER, 31, 0.3), flames(628, 766, () => 442, 130, 54, p.accent, 33, 0.3), flames(634, 760, () => 444, 80, 44, p.highlight, 36, 0.3), westFront(690, 892, 0.98, stone, shade, p.ink, EMBER), rect(950, 222, 14, 208, p.highlight, { opacity: 0.85 }), rect(948, 480, 16, 130, EMBER, { opacity: 0.7 }),
    // quay and river
    rect(0, 884, 1800, 50, p.ink), times(30, (i) => rect(i * 62, 894, 52, 12, mix(p.ink, p.dark1, 0.7))), times(9, (i) => ellipse(100 + i * 210, 870, 70, 38, mix(p.ink, p.dark1, 0.3))),
    water(934, 266, mix(p.dark1, p.ink, 0.35), p.mid1, { count: 46, seed: 5, opacity: 0.4 }), times(15, (i) => rect(1110 - 190 + (q() - 0.5) * 220 - (i % 3) * 40, 944 + i * 17, 240 + q() * 220, 7 + i * 0.5, i % 3 === 0 ? p.highlight : i % 3 === 1 ? EMBER : p.accent, { rx: 5, opacity: 0.92 })), times(9, (i) => rect(520 + (q() - 0.5) * 90, 950 + i * 27, 260 + q() * 90, 9, p.ink, { rx: 5, opacity: 0.7 })),
    path('M-20 1090Q200 1060 470 1120T860 1200H-20Z', '#0f0815'), limb([[180, 1110], [190, 700], [150, 520]], [44, 30, 14], '#0f0815'), limb([[188, 760], [280, 640]], [20, 8], '#0f0815'), limb([[186, 860], [90, 720]], [20, 8], '#0f0815'), times(15, () => ellipse(70 + q() * 210, 480 + q() * 200, 44 + q() * 34, 28 + q() * 20, q() < 0.6 ? '#0f0815' : p.ink)),
    sparks(700, 100, 900, 480, 54, p.highlight, EMBER, 6),
  ].join('');
} };

const spireScene: Scene = { name: 'notre-dame-spire-fall', palette: 'culture', draw: (p) => {
  const lead = mix(p.ink, p.dark1, 0.35);
  const lit = mix(p.dark2, EMBER, 0.75);
  const spire = (x0: number, w0: number, h0: number, w1: number, h1: number) => { let s = poly([[x0 - w0, h0], [x0 + w0, h0], [x0 + w1, h1], [x0 - w1, h1]], lead) + poly([[x0 - w0, h0], [x0 - w0 * 0.35, h0], [x0 - w1 * 0.35, h1], [x0 - w1, h1]], lit) + poly([[x0 + w0 * 0.5, h0], [x0 + w0, h0], [x0 + w1, h1], [x0 + w1 * 0.5, h1]], p.ink); const k = Math.floor((h0 - h1) / 52); for (let i = 0; i < k; i++) { const t = (i + 0.5) / k; const [y, w] = [h0 + (h1 - h0) * t, w0 + (w1 - w0) * t]; s += path(`M${x0 - w} ${y}q-20 -4 -22 -24q16 2 22 12Z`, lit) + path(`M${x0 + w} ${y}q20 -4 22 -24q-16 2 -22 12Z`, p.ink) + line([[x0 - w, y + 14], [x0 + w, y + 14]], p.ink, 3, { opacity: 0.6 }); } return s; };
  const pole = (x: number) => rect(x, 470, 10, 760, p.ink);
  return [
    sky([mix(p.dark2, p.ink, 0.45), p.dark2, mix(p.dark2, EMBER, 0.5), EMBER, mix(EMBER, p.accent, 0.6), p.accent], 0, 1100, 6),
    plume(1350, 860, 260, 900, 300, 620, mix(p.dark1, p.dark2, 0.5), mix(p.dark2, EMBER, 0.3), 3), plume(420, 900, -240, 880, 260, 560, mix(p.dark1, p.ink, 0.2), mix(p.dark1, p.dark2, 0.6), 8),
    circle(900, 620, 400, p.accent, { opacity: 0.6 }), circle(900, 680, 280, p.highlight, { opacity: 0.7 }),
    flames(200, 1640, () => 1010, 520, 210, mix(EMBER, p.dark2, 0.3), 5, 0.2), flames(300, 1560, () => 1010, 400, 160, EMBER, 11, 0.15),
    // the stump
    poly([[770, 1010], [1030, 1010], [1000, 760], [800, 760]], lead), poly([[770, 1010], [842, 1010], [850, 760], [800, 760]], lit), times(3, (i) => arch(835 + i * 65, 980, 44, 180, p.highlight) + arch(835 + i * 65, 980, 22, 150, '#fff3d0')), rect(782, 744, 236, 26, p.ink), spire(900, 92, 744, 70, 560), [830, 855, 890, 915, 945, 968].map((x, i) => poly([[x - 14, 566], [x + 12, 566], [x + (i % 2 ? 12 : -6), 500 - (i % 3) * 26]], i < 2 ? lit : lead)).join(''),
    flames(826, 985, () => 560, 110, 46, p.highlight, 41, 0.5), 
    // the falling part
    group([spire(0, 68, 0, 9, -560), [-60, -34, -6, 24, 48].map((x, i) => poly([[x - 14, -4], [x + 14, -4], [x + (i % 2 ? 10 : -8), 40 + (i % 3) * 18]], i < 2 ? lit : lead)).join(''), line([[0, -550], [0, -640]], p.ink, 9), line([[-26, -606], [26, -606]], p.ink, 8), circle(0, -568, 14, lit), ellipse(0, -650, 16, 12, p.ink)], { x: 1020, y: 506, rotate: 38, scale: 0.84 }),
    [[1120, 540, 30, 20], [1180, 640, 22, 60], [1080, 620, 16, 10], [1260, 560, 18, 40], [1150, 720, 26, 80], [1010, 560, 14, 30]].map(([x, y, s, a]) => group(poly([[-s!, -s! * 0.4], [s!, -s! * 0.5], [s! * 0.8, s! * 0.5], [-s! * 0.6, s! * 0.4]], p.ink), { x: x!, y: y!, rotate: a! })).join(''),
    flames(320, 1540, () => 1030, 250, 120, p.accent, 19, 0.15), flames(400, 1460, () => 1040, 170, 92, p.highlight, 27, 0.15), flames(480, 1380, () => 1050, 90, 70, '#fff3d0', 29, 0.1),
    // scaffolding both sides, the roof in front
    [330, 450, 570, 690, 1110, 1230, 1350, 1470].map(pole).join(''), [520, 620, 720, 820, 920].map((y, i) => rect(316, y, i < 1 ? 270 : 400, 12, p.ink) + rect(1096, y, i < 1 ? 270 : 400, 12, p.ink)).join(''), times(4, (i) => line([[335, 530 + i * 100], [455, 620 + i * 100], [335, 620 + i * 100]], p.ink, 5) + line([[575, 530 + i * 100], [695, 620 + i * 100]], p.ink, 5) + line([[1235, 530 + i * 100], [1115, 620 + i * 100]], p.ink, 5) + line([[1475, 530 + i * 100], [1355, 620 + i * 100], [1475, 620 + i * 100]], p.ink, 5)), rect(1240, 560, 110, 60, p.dark1), rect(460, 660, 110, 60, p.dark1),
    path('M-20 1220V1060L300 1000L900 1050L1500 1000L1820 1060V1220Z', p.ink), times(20, (i) => { const x = 20 + i * 94; const y = 1048 + Math.abs(600 - Math.abs(x - 900)) * 0.02; return line([[x, y], [x - (x - 900) * 0.06, 1220]], mix(p.ink, p.dark2, 0.6), 7); }), line([[-20, 1060], [300, 1000], [900, 1050], [1500, 1000], [1820, 1060]], EMBER, 9), times(13, (i) => poly([[230 + i * 112, 1030], [244 + i * 112, 960 + (i % 2) * 20], [258 + i * 112, 1030]], p.ink)),
    sparks(300, 120, 1200, 800, 76, p.highlight, '#fff3d0', 8), stipple(0, 0, 1800, 400, p.ink, { count: 160, from: 'top', opacity: 0.35 }),
  ].join('');
} };

const watchersScene: Scene = { name: 'notre-dame-scaffold', palette: 'culture', draw: (p) => {
  const far = mix(p.dark1, p.mid1, 0.35);
  const farDark = mix(p.dark1, p.ink, 0.25);
  const q = prng(15);
  return [
    sky([mix(p.dark1, p.mid1, 0.5), p.mid1, mix(p.mid1, p.mid2, 0.6), p.mid2, mix(p.mid2, p.highlight, 0.6), p.highlight], 0, 800, 8),
    plume(960, 520, 420, 540, 190, 560, mix(p.mid1, p.dark2, 0.45), mix(p.mid2, EMBER, 0.15), 21), plume(870, 520, 300, 500, 110, 380, mix(p.dark1, p.dark2, 0.4), mix(p.dark1, p.mid1, 0.6), 25),
    times(17, (i) => { const h = 60 + q() * 90; return rect(i * 112 - 20, 790 - h, 106, h + 20, mix(p.mid1, p.dark1, 0.35 + (i % 3) * 0.15)) + poly([[i * 112 - 22, 790 - h], [i * 112, 756 - h], [i * 112 + 66, 756 - h], [i * 112 + 88, 790 - h]], p.dark1) + times(3, (k) => rect(i * 112 + k * 30, 812 - h, 12, 24, k === i % 4 ? p.highlight : p.dark1)); }),
    // the cathedral from the south-east, towers on the left
    flames(720, 1190, () => 552, 130, 76, EMBER, 4, 0.4), flames(930, 1090, () => 552, 200, 70, EMBER, 9, 0.4), flames(740, 1170, () => 552, 84, 56, p.highlight, 6, 0.4), flames(950, 1070, () => 552, 120, 50, p.highlight, 9, 0.4),
    [610, 700].map((x, i) => rect(x, 360, 78, 440, i ? far : farDark) + rect(x + 52, 360, 26, 440, farDark) + arch(x + 24, 520, 20, 120, p.ink) + arch(x + 50, 520, 20, 120, p.ink) + rect(x - 5, 350, 88, 14, farDark) + rect(x - 5, 536, 88, 10, farDark)).join(''), rect(760, 556, 410, 240, far), path('M1170 556Q1290 566 1300 650V796H1170Z', farDark), poly([[750, 556], [1190, 556], [1186, 574], [754, 574]], p.ink), times(6, (i) => arch(800 + i * 66, 700, 34, 100, p.highlight)), times(7, (i) => path(`M${770 + i * 66} 796V690Q${768 + i * 66} 618 ${750 + i * 66} 600`, 'none', { stroke: farDark, width: 11 })), [0, 1, 2].map((i) => path(`M${1210 + i * 40} 600Q${1290 + i * 36} 610 ${1300 + i * 40} 796`, 'none', { stroke: p.ink, width: 11 })).join(''), rect(760, 730, 540, 66, farDark),
    // scaffolding round the crossing
    [900, 940, 980, 1020, 1060, 1100].map((x) => rect(x, 380, 5, 270, p.ink)).join(''), [390, 430, 470, 510, 550, 590, 630].map((y) => rect(894, y, 218, 5, p.ink)).join(''), times(5, (i) => line([[902 + i * 40, 390 + (i % 2) * 40], [942 + i * 40, 430 + (i % 2) * 40]], p.ink, 4) + line([[942 + i * 40, 470], [902 + i * 40, 510]], p.ink, 4)),
    rect(0, 792, 1800, 28, p.ink), water(820, 180, mix(p.mid1, p.dark1, 0.45), p.highlight, { count: 36, seed: 2, opacity: 0.4 }), times(9, (i) => rect(840 + (q() - 0.5) * 120, 828 + i * 15, 200 + q() * 160, 7, i % 2 ? EMBER : p.highlight, { rx: 4, opacity: 0.85 })),
    // the parapet with its lamps, and the people
    rect(0, 968, 1800, 232, mix(p.mid2, p.dark1, 0.55)), rect(0, 940, 1800, 40, mix(p.mid2, p.dark1, 0.25)), rect(0, 940, 1800, 9, p.highlight, { opacity: 0.7 }), times(26, (i) => rect(20 + i * 72, 990, 34, 190, mix(p.dark1, p.ink, 0.3), { rx: 16 })), rect(0, 1160, 1800, 60, p.ink),
    rect(330, 560, 14, 390, p.ink), poly([[306, 560], [368, 560], [356, 470], [318, 470]], p.highlight), poly([[310, 470], [364, 470], [337, 436]], p.ink), rect(300, 556, 74, 12, p.ink),
    ([[470, 610, p.dark2, 'down', true], [630, 670, p.ink, 'down', false], [880, 600, p.mid1, 'down', true], [1000, 660, p.dark1, 'down', false], [1250, 620, mix(p.accent, p.dark2, 0.4), 'folded', false], [1430, 640, p.ink, 'wave', true]] as [number, number, string, 'down' | 'up' | 'folded' | 'wave', boolean][]).map(([x, h, c, arms, long], i) => figure(x, 1310, h, { pose: 'back', coat: c, shade: mix(c, '#0f0815', 0.5), legs: p.ink, skin: ['#e3b088', '#8a5638', '#f0c8a4'][i % 3]!, hair: ['#24131c', '#5c3320', '#24131c', '#9a8f93'][i % 4]!, arms: arms === 'folded' ? 'forward' : arms, longHair: long })).join(''),
    group([rect(-24, -42, 48, 84, p.ink, { rx: 8 }), rect(-18, -34, 36, 66, EMBER), rect(-18, -34, 36, 26, p.highlight)], { x: 1526, y: 612, rotate: 4 }), limb([[912, 850], [960, 870], [1010, 866]], [52, 44, 36], mix(p.mid1, '#0f0815', 0.3)), sparks(860, 160, 460, 360, 22, p.highlight, EMBER, 12),
  ].join('');
} };

const stairsScene: Scene = { name: 'stairs-house-cinema', palette: 'culture', draw: (p) => {
  const q = prng(33);
  const L = (t: number): Pt => [600 + 430 * t, 1090 - 690 * t];
  const R = (t: number): Pt => [1110 + 170 * t, 1130 - 730 * t];
  const out = (a: Pt, d: number): Pt => [a[0] + d, a[1]];
  const steps = 17;
  const ease = (t: number) => 1 - (1 - t) ** 1.35;
  const strip = (side: (t: number) => Pt, d0: number, d1: number) => poly([side(0), side(1), out(side(1), d1), out(side(0), d0)], '#0f0815') + times(17, (i) => { const [a, b] = [ease((i + 0.25) / steps), ease((i + 0.72) / steps)]; const w = (t: number) => d0 + (d1 - d0) * t; return poly([out(side(a), w(a) * 0.26), out(side(b), w(b) * 0.26), out(side(b), w(b) * 0.74), out(side(a), w(a) * 0.74)], p.paper); });
  return [
    sky([p.ink, mix(p.ink, p.dark1, 0.5), p.dark1, mix(p.dark1, p.mid1, 0.35)], 0, 1200, 4), circle(1240, 330, 420, p.highlight, { opacity: 0.13 }), circle(1240, 330, 300, p.highlight, { opacity: 0.16 }),
    // the hill and the villa on it
    path('M640 480Q900 400 1120 410H1820V1220H500Z', mix(p.dark1, p.ink, 0.4)), path('M960 420H1820V470Q1400 450 960 470Z', mix('#4f7a4b', p.dark1, 0.3)),
    rect(1090, 200, 480, 220, p.paper), rect(1400, 200, 170, 220, mix(p.paper, p.mid2, 0.5)), poly([[1050, 180], [1620, 180], [1620, 206], [1050, 206]], p.ink), rect(1050, 172, 570, 14, p.mid2), rect(1130, 236, 240, 150, p.highlight), times(4, (i) => rect(1126 + i * 80, 236, 7, 150, p.dark2)), rect(1130, 386, 240, 8, p.dark2), rect(1440, 250, 90, 140, p.accent), rect(1482, 250, 6, 140, p.dark2), circle(1210, 330, 13, p.ink), path('M1188 386Q1188 346 1210 346Q1232 346 1232 386Z', p.ink), rect(1280, 350, 70, 8, p.dark2), rect(1310, 356, 8, 30, p.dark2), line([[1316, 236], [1316, 276]], p.dark2, 4), path('M1294 296Q1316 258 1338 296Z', p.dark2), rect(1090, 120, 210, 60, mix(p.paper, p.mid2, 0.3)), rect(1116, 136, 150, 30, p.highlight), [1590, 1660, 1730].map((x, i) => limb([[x, 420], [x, 330 - i * 20]], [14, 8], p.ink) + ellipse(x, 310 - i * 24, 46, 80, mix('#4f7a4b', p.ink, 0.35))).join(''), ellipse(1040, 410, 70, 40, '#4f7a4b'), ellipse(1010, 424, 60, 30, mix('#4f7a4b', p.ink, 0.35)),
    poly([[1130, 420], [1370, 420], [1460, 520], [1180, 520]], p.highlight, { opacity: 0.22 }),
    // retaining walls
    poly([L(0), L(1), [640, 470], [-20, 640], [-20, 1220], [600, 1220]], mix(p.dark1, p.mid1, 0.3)), poly([R(0), R(1), [1500, 440], [1820, 470], [1820, 1220], [1110, 1220]], mix(p.dark1, p.ink, 0.2)), times(7, (r) => line([[1270 - r * 20, 520 + r * 84], [1820, 540 + r * 92]], p.ink, 5, { opacity: 0.55 })), times(14, (i) => { const r = i % 7; return line([[1360 + ((i * 67) % 150) + r * 26, 526 + r * 86], [1360 + ((i * 67) % 150) + r * 26, 610 + r * 87]], p.ink, 5, { opacity: 0.55 }); }), limb([[1440, 1130], [1440, 470]], [24, 16], '#0f0815'), rect(1370, 520, 140, 12, '#0f0815'), rect(1384, 566, 112, 10, '#0f0815'), rect(1446, 600, 44, 66, '#0f0815', { rx: 6 }), [524, 570].map((y, i) => path(`M${1380 + i * 10} ${y}Q1000 ${y + 190} -20 ${y + 120}M${1500 - i * 10} ${y}Q1660 ${y + 70} 1820 ${y + 30}`, 'none', { stroke: '#0f0815', width: 4 })).join(''),
    hatch(-20, 640, 470, 580, p.ink, { gap: 70, angle: 0, width: 4, opacity: 0.25 }),
    // the stairs, a film strip along each side
    times(steps, (i) => { const [a, b] = [ease(i / steps), ease((i + 1) / steps)]; const m = a + (b - a) * 0.58; return poly([L(a), R(a), R(m), L(m)], mix(p.dark1, p.mid1, 0.3 + 0.5 * (i / steps))) + poly([L(m), R(m), R(b), L(b)], mix(p.mid2, p.highlight, 0.1 + 0.7 * (i / steps))); }), strip(L, -96, -44), strip(R, 96, 44),
    // somebody coming down under an umbrella
    group([ellipse(905, 770, 80, 12, p.ink, { opacity: 0.5 }), figure(900, 772, 250, { pose: 'walk', coat: p.dark2, shade: p.ink, legs: p.ink, skin: '#e3b088', hair: p.ink, flip: true }), line([[866, 640], [856, 470]], p.ink, 6), path('M736 520Q750 424 858 418Q966 424 980 520Q940 498 900 520Q858 498 816 520Q776 498 736 520Z', EMBER), path('M858 418Q966 424 980 520Q940 498 900 520Q900 450 858 418Z', p.dark2)], { x: 90, y: 6 }),
    // the half-basement at the foot
    rect(-20, 800, 770, 330, mix(p.dark2, p.ink, 0.35)), rect(690, 800, 60, 330, p.ink, { opacity: 0.45 }), poly([[-20, 800], [790, 800], [740, 752], [-20, 730]], p.ink), rect(-20, 796, 810, 16, '#0f0815'), clip(rect(-20, 812, 762, 330, '#000'), times(4, (r) => times(9, (c) => rect(-10 + c * 86 - (r % 2) * 43, 822 + r * 72, 78, 64, mix(p.dark2, p.ink, 0.2), { opacity: 0.55 })))),
    group([rect(-16, -16, 412, 222, p.ink), rect(0, 0, 380, 190, '#8fa66a'), rect(0, 0, 380, 190, p.highlight, { opacity: 0.25 }), circle(90, 116, 26, p.ink), path('M40 190Q44 142 90 142Q136 142 140 190Z', p.ink), circle(180, 126, 24, p.dark2), path('M136 190Q140 150 180 150Q222 150 226 190Z', p.dark2), circle(268, 120, 25, p.ink), path('M220 190Q226 144 268 144Q312 144 318 190Z', p.ink), times(6, (i) => rect(30 + i * 62, 0, 8, 190, p.ink)), rect(0, 92, 380, 7, p.ink)], { x: 334, y: 884 }),
    path('M-20 1100H700L960 1136H1820V1220H-20Z', '#0f0815'), path('M300 1128Q480 1110 700 1130T960 1150Q700 1176 420 1160T300 1128Z', p.mid1), path('M400 1136Q520 1126 640 1138', 'none', { stroke: p.highlight, width: 7 }), poly([[330, 1090], [690, 1090], [760, 1120], [300, 1120]], '#8fa66a', { opacity: 0.35 }),
    // rain
    path(times(150, () => { const [x, y, l] = [q() * 1900, q() * 1180, 30 + q() * 60]; return `M${x.toFixed(0)} ${y.toFixed(0)}l${(-l * 0.3).toFixed(0)} ${l.toFixed(0)}`; }), 'none', { stroke: mix(p.mid1, p.paper, 0.6), width: 3.4, opacity: 0.55 }),
  ].join('');
} };

const bronzeScene: Scene = { name: 'bronze-head-crate', palette: 'culture', draw: (p) => {
  const metal = mix(p.accent, p.dark2, 0.45);
  const light = mix(p.accent, p.highlight, 0.35);
  const deep = mix(p.dark2, p.ink, 0.45);
  const q = prng(71);
  const face = 'M-176 -330Q-190 -120 -160 40H160Q190 -120 176 -330Z';
  const cap = 'M-196 -300Q-214 -470 -130 -560Q0 -640 130 -560Q214 -470 196 -300Q0 -360 -196 -300Z';
  const bead = (x: number, y: number, r: number) => circle(x, y, r, metal) + circle(x - r * 0.28, y - r * 0.3, r * 0.5, light);
  const straw = (x0: number, x1: number, y: number, count: number, h: number) => times(count, (i) => { const x = x0 + q() * (x1 - x0); const a = -170 + q() * 160; const l = h * (0.5 + q()); const e = polar(x, y + q() * 30, l, a); return path(`M${x.toFixed(0)} ${(y + 20).toFixed(0)}Q${((x + e[0]) / 2 + (q() - 0.5) * 40).toFixed(0)} ${(e[1] - 20).toFixed(0)} ${e[0].toFixed(0)} ${e[1].toFixed(0)}`, 'none', { stroke: [p.highlight, p.mid2, mix(p.highlight, p.accent, 0.6)][i % 3]!, width: 7 }); });
  const eye = (x: number) => path(`M${x - 58} -130Q${x} -186 ${x + 58} -130Q${x} -92 ${x - 58} -130Z`, deep) + path(`M${x - 48} -131Q${x} -174 ${x + 48} -131Q${x} -102 ${x - 48} -131Z`, light) + circle(x, -136, 21, deep) + path(`M${x - 60} -142Q${x} -206 ${x + 62} -142`, 'none', { stroke: light, width: 9 });
  const wood = mix(p.mid2, p.accent, 0.3);
  const woodDark = mix(p.mid2, p.dark2, 0.6);
  const pillar = (x: number, w: number) => rect(x - w / 2, 150, w, 720, mix(p.mid2, p.paper, 0.45)) + rect(x + w * 0.14, 150, w * 0.36, 720, mix(p.mid2, p.mid1, 0.5)) + times(4, (i) => rect(x - w * 0.36 + i * w * 0.2, 190, 7, 640, p.mid1, { opacity: 0.4 })) + rect(x - w * 0.64, 118, w * 1.28, 44, mix(p.mid2, p.paper, 0.25)) + rect(x - w * 0.64, 830, w * 1.28, 50, mix(p.mid2, p.paper, 0.25)) + rect(x + w * 0.2, 830, w * 0.44, 50, mix(p.mid2, p.mid1, 0.5));
  return [
    rect(0, 0, 1800, 1200, mix(p.dark1, p.mid1, 0.35)), rect(0, 0, 1800, 124, p.dark1), rect(0, 96, 1800, 24, mix(p.mid2, p.dark1, 0.3)), poly([[620, 120], [1180, 120], [1500, 880], [300, 880]], p.highlight, { opacity: 0.16 }), poly([[760, 120], [1040, 120], [1220, 880], [580, 880]], p.highlight, { opacity: 0.2 }),
    pillar(150, 150), pillar(480, 150), pillar(1320, 150), pillar(1650, 150), rect(0, 872, 1800, 328, mix(p.dark1, p.ink, 0.3)), poly([[0, 872], [1800, 872], [1800, 900], [0, 900]], p.dark1), times(9, (i) => line([[900 + (i - 4) * 120, 900], [900 + (i - 4) * 420, 1200]], p.ink, 5, { opacity: 0.5 })), poly([[420, 1100], [1400, 1100], [1800, 1200], [640, 1200]], p.ink, { opacity: 0.6 }),
    // the crate: back, lid, inside
    group([rect(0, -420, 300, 420, woodDark), times(4, (i) => rect(8 + i * 74, -412, 62, 404, wood)), rect(0, -360, 300, 44, woodDark), rect(0, -90, 300, 44, woodDark)], { x: 1300, y: 1090, rotate: 9 }),
    poly([[470, 700], [1330, 700], [1330, 1000], [470, 1000]], deep), times(5, (i) => rect(482 + i * 170, 690, 156, 330, mix(woodDark, p.ink, 0.35))), straw(520, 1280, 900, 60, 90),
    // the head
    group([
      times(9, (i) => rect(-172, 26 + i * 28, 344, 24, i % 2 ? metal : mix(metal, deep, 0.3), { rx: 12 }) + rect(-160, 28 + i * 28, 110, 9, light, { rx: 4 }) + rect(60, 26 + i * 28, 112, 24, deep, { rx: 12, opacity: 0.55 })),
      ellipse(-176, -110, 26, 54, metal), ellipse(180, -110, 24, 54, deep), path(face, metal), clip(path(face, '#000'), [poly([[66, -400], [240, -400], [240, 60], [30, 60]], deep, { opacity: 0.62 }), path('M-180 -330Q-190 -120 -160 40H-110Q-140 -120 -130 -330Z', light, { opacity: 0.7 }), stipple(20, -340, 160, 380, p.ink, { count: 80, from: 'right', opacity: 0.4 })]),
      eye(-82), eye(84), path('M-18 -190Q-30 -80 -56 -48Q-62 -14 -30 -16Q0 -2 32 -16Q64 -14 58 -48Q32 -80 20 -190Z', light), path('M2 -190Q4 -60 2 -8Q20 -8 32 -16Q64 -14 58 -48Q32 -80 20 -190Z', deep, { opacity: 0.75 }), path('M-66 14Q-30 -2 0 8Q30 -2 68 14Q30 44 0 44Q-34 44 -66 14Z', light), path('M-66 14Q0 26 68 14Q0 34 -66 14Z', deep), path('M10 24H68Q30 44 0 44Z', deep, { opacity: 0.5 }), times(3, (i) => rect(-112 + i * 20, -256, 9, 44, deep, { rx: 4 })), times(3, (i) => rect(66 + i * 20, -256, 9, 44, p.ink, { rx: 4 })),
      path(cap, mix(metal, deep, 0.25)), clip(path(cap, '#000'), [times(10, (r) => times(17, (c) => bead(-228 + c * 28 + (r % 2) * 14, -606 + r * 34, 12))), poly([[60, -700], [260, -700], [260, -200], [110, -200]], deep, { opacity: 0.55 })]),
      path('M-196 -300Q0 -362 196 -300L192 -258Q0 -322 -192 -258Z', light), path('M70 -338Q150 -324 196 -300L192 -258Q140 -282 66 -296Z', metal), times(13, (i) => { const x = -174 + i * 29; return rect(x - 8, -314 - 22 * (1 - (x / 196) ** 2) + 14, 15, 24, deep, { rx: 5, opacity: 0.7 }); }),
      [-1, 1].map((k) => times(3, (c) => times(11, (i) => bead(k * (176 + c * 22), -250 + i * 25, 12))) + circle(k * 168, -380, 40, k < 0 ? light : metal) + circle(k * 168, -380, 25, deep) + circle(k * 168, -380, 11, light)).join(''), bead(0, -606, 30),
    ], { x: 900, y: 716, scale: 0.93 }),
    straw(510, 740, 960, 60, 110), straw(1060, 1290, 960, 60, 110), straw(600, 1200, 980, 70, 58),
    // the crate's front, low
    poly([[430, 960], [500, 930], [500, 1100], [430, 1120]], woodDark), poly([[1370, 960], [1300, 930], [1300, 1100], [1370, 1120]], mix(woodDark, p.ink, 0.4)), rect(430, 960, 940, 76, wood), rect(430, 1042, 940, 78, mix(wood, woodDark, 0.3)), rect(1060, 960, 310, 160, p.dark2, { opacity: 0.22 }), [460, 1290].map((x) => rect(x, 946, 50, 186, woodDark) + [975, 1010, 1060, 1095].map((y) => circle(x + 25, y, 7, p.ink)).join('')).join(''), hatch(430, 960, 940, 160, woodDark, { gap: 26, angle: 1, width: 3, opacity: 0.35 }),
    [[640, 0], [700, 0]].map(([x]) => poly([[x!, 1084], [x!, 1030], [x! - 14, 1030], [x! + 8, 998], [x! + 30, 1030], [x! + 16, 1030], [x! + 16, 1084]], p.dark2)).join(''), rect(620, 1090, 116, 10, p.dark2),
  ].join('');
} };

export const cultureScenes: Scene[] = [flamesScene, spireScene, watchersScene, stairsScene, bronzeScene];
