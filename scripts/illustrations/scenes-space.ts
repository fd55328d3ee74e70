/** The pictures of the science section from deep space: black holes, a dwarf planet and a telescope. */
import { blob, circle, clip, ellipse, group, limb, line, mix, type Pt, path, polar, poly, prng, rect, type Scene, star, stipple, times } from './kit.ts';

/** Stars in a box: small discs, some brighter. */
export function stars(x: number, y: number, w: number, h: number, count: number, fill: string, bright: string, seed = 31): string {
  const rand = prng(seed);
  return times(count, () => {
    const big = rand() < 0.12;
    return circle(x + rand() * w, y + rand() * h, big ? 5 : 1.8 + rand() * 1.8, big ? bright : fill);
  });
}

const merging: Scene = { name: 'merging-black-holes', palette: 'science', draw: (p) => {
  const holes: Pt[] = [[-0.2, 0.06], [0.21, -0.05]];
  const height = (u: number, v: number) => {
    const r = Math.hypot(u, v);
    const th = Math.atan2(v, u);
    const wells = holes.reduce((a, [x, y], i) => a - (i ? 0.2 : 0.24) * Math.exp(-((u - x) ** 2 + (v - y) ** 2) / 0.02), 0);
    return wells + 0.075 * Math.sin(19 * r - 2 * th + 0.6) * Math.min(1, Math.max(0, (r - 0.26) * 4)) / (0.65 + r * 0.55);
  };
  const at = (u: number, v: number): [number, number, number] => { const k = 1 / (1.3 - 0.5 * v); const h = height(u, v); return [900 + u * 1080 * k, 560 + (v * 560 - h * 620) * k, h]; };
  const grid: string[] = [];
  const stroke = (pts: [number, number, number][]) => grid.push(`M${pts.map(([x, y]) => `${x.toFixed(0)} ${y.toFixed(0)}`).join('L')}`);
  for (let i = -7; i <= 7; i++) stroke(Array.from({ length: 54 }, (_, k) => at(i * 0.26, -1.3 + k * 0.05)));
  for (let k = -4; k <= 5; k++) stroke(Array.from({ length: 76 }, (_, i) => at(-1.9 + i * 0.05, k * 0.26)));
  const band = (half: number, f: string, opacity: number) => [0, 1].map((arm) => {
    const edge = (phase: number) => Array.from({ length: 255 }, (_, i): Pt => { const rad = 0.3 + i * 0.0115; const th = (19 * rad + 0.6 - Math.PI / 2 - phase) / 2 + arm * Math.PI; const [x, y] = at(rad * Math.cos(th), Math.min(1.45, rad * Math.sin(th))); return [x, y]; });
    const taper = (e: Pt[], o: Pt[]) => e.map((q, i): Pt => { const t = Math.min(1, i / 26); return [o[i]![0] + (q[0] - o[i]![0]) * t, o[i]![1] + (q[1] - o[i]![1]) * t]; });
    const mid = edge(0);
    return poly([...taper(edge(-half), mid), ...taper(edge(half), mid).reverse()], f, { opacity });
  }).join('');
  const hole = (x: number, y: number, r: number) => circle(x, y, r * 1.62, p.accent, { opacity: 0.35 }) + circle(x, y, r * 1.34, p.accent) + circle(x, y, r * 1.22, p.mid2) + circle(x - r * 0.02, y - r * 0.03, r * 1.13, p.paper) + circle(x, y, r, '#05060f') + path(`M${x - r * 0.86} ${y + r * 0.3}A${r * 0.92} ${r * 0.92} 0 0 0 ${x + r * 0.3} ${y + r * 0.86}A${r * 1.1} ${r * 1.1} 0 0 1 ${x - r * 0.86} ${y + r * 0.3}Z`, p.dark1);
  const orbit = (deg: number): Pt => [896 + 250 * Math.cos((deg * Math.PI) / 180), 468 + 112 * Math.sin((deg * Math.PI) / 180)];
  const trail = (from: number, w: number) => [[1, p.accent, 0.5], [0.66, p.mid2, 0.8], [0.34, p.paper, 0.9]].map(([k, f, o]) => group(limb(Array.from({ length: 15 }, (_, i) => orbit(from - i * 9.5 * ((k as number) * 0.5 + 0.5))), Array.from({ length: 15 }, (_, i) => w * (k as number) * (1 - i / 15) + 2), f as string), { opacity: o as number })).join('');
  const [a, b] = [orbit(152), orbit(-28)];
  return [
    rect(0, 0, 1800, 1200, p.ink), stars(0, 0, 1800, 330, 40, p.mid1, p.paper, 77), path('M-20 290Q900 150 1820 290V1220H-20Z', mix(p.ink, p.dark1, 0.55)),
    band(1.3, p.dark1, 1), band(1, mix(p.dark1, p.mid1, 0.45), 1), band(0.66, mix(p.mid1, p.mid2, 0.3), 1), band(0.32, p.mid2, 1), band(0.14, p.highlight, 1),
    path(grid.join(''), 'none', { stroke: mix(p.mid1, p.paper, 0.25), width: 2.4, opacity: 0.4 }),
    ellipse(896, 500, 330, 150, p.ink, { opacity: 0.72 }), ellipse(896, 500, 230, 96, p.ink, { opacity: 0.8 }),
    hole(b[0], b[1], 92), trail(-28, 60), hole(b[0], b[1], 92), trail(152, 74), hole(a[0], a[1], 118),
  ].join('');
} };

const ring: Scene = { name: 'ring-and-dishes', palette: 'science', draw: (p) => {
  const dark = '#07070f';
  const arcRing = (r: number, w: number, off: number, f: string) => circle(900 + off * 0.2, 420 + off, r, 'none', { stroke: f, width: w });
  const dish = (x: number, y: number, s: number, aim: number) => group([
    poly([[-46, 0], [-20, -120], [20, -120], [46, 0]], dark), poly([[8, -120], [20, -120], [46, 0], [26, 0]], p.dark2), rect(-64, -10, 128, 30, dark), rect(-34, -150, 68, 44, dark, { rx: 6 }),
    group([path('M-130 0Q-96 62 0 62Q96 62 130 0Z', dark), ellipse(0, 0, 130, 25, mix(p.dark2, p.accent, 0.35)), ellipse(0, 5, 112, 17, p.dark2), path('M-130 0A130 25 0 0 1 130 0A130 18 0 0 0 -130 0Z', p.highlight), line([[-70, 10], [0, -104], [70, 10]], dark, 7), line([[0, 14], [0, -104]], dark, 5), circle(0, -106, 12, p.highlight)], { y: -190, rotate: aim }),
  ], { x, y, scale: s });
  return [
    rect(0, 0, 1800, 1200, dark), circle(900, 420, 700, mix(dark, p.ink, 0.6)), circle(900, 420, 520, mix(p.ink, p.dark2, 0.18)), stars(0, 0, 1800, 700, 110, p.mid1, p.paper, 12),
    circle(900, 420, 372, mix(p.ink, p.dark2, 0.5)),
    arcRing(252, 150, 0, p.dark2), arcRing(252, 112, 12, p.accent), arcRing(254, 70, 24, p.mid2),
    clip(circle(900, 420, 330, '#000'), [arcRing(252, 44, 30, p.highlight), path('M640 470A266 266 0 0 0 1160 470Q1110 690 900 690Q690 690 640 470Z', p.highlight), path('M700 560A232 236 0 0 0 1100 560Q1040 676 900 676Q760 676 700 560Z', p.paper)]),
    circle(900, 420, 182, dark), circle(900, 408, 190, dark),
    path('M-20 900L240 850L520 880L800 820L1080 846L1380 800L1820 880V1220H-20Z', mix(p.dark1, p.ink, 0.35)),
    dish(250, 872, 0.55, 12), dish(620, 868, 0.62, 8), dish(1170, 836, 0.6, -10), dish(1570, 850, 0.55, -16),
    path('M-20 1010L360 946L700 1000L960 966L1300 940L1820 1020V1220H-20Z', p.ink), path('M-20 1010L360 946L700 1000L960 966L1300 940L1820 1020', 'none', { stroke: p.accent, width: 6, opacity: 0.8 }),
    dish(430, 972, 1.2, 16), dish(880, 990, 1, 2), dish(1330, 958, 1.28, -15),
    path('M-20 1120L500 1060L1100 1110L1820 1050V1220H-20Z', dark), stipple(0, 900, 1800, 200, p.accent, { count: 120, from: 'top', opacity: 0.25 }),
  ].join('');
} };

const pluto: Scene = { name: 'pluto-heart-probe', palette: 'science', draw: (p) => {
  const pale = mix(p.paper, '#ffffff', 0.45);
  const [cx, cy, R] = [1010, 570, 470];
  const rand = prng(91);
  return [
    rect(0, 0, 1800, 1200, p.ink), circle(cx, cy, 900, mix(p.ink, p.dark1, 0.4)), circle(cx, cy, 690, mix(p.ink, p.dark1, 0.8)), stars(0, 0, 1800, 1200, 150, p.mid1, p.paper, 6),
    circle(cx, cy, R + 26, p.mid1, { opacity: 0.5 }), circle(cx, cy, R, mix(p.mid2, p.paper, 0.25)),
    clip(circle(cx, cy, R, '#000'), [
      path('M500 -20H1600V300Q1300 380 1060 300T500 330Z', mix(p.mid2, p.paper, 0.5)),
      blob([[500, 640], [620, 600], [760, 650], [860, 760], [1000, 850], [1180, 850], [1320, 800], [1500, 830], [1500, 1100], [900, 1100], [560, 900]], mix(p.dark2, p.accent, 0.35)),
      blob([[480, 680], [600, 640], [720, 700], [800, 820], [940, 900], [900, 1000], [600, 900]], p.dark2),
      blob([[1300, 560], [1400, 520], [1500, 560], [1500, 700], [1380, 690]], mix(p.dark2, p.accent, 0.35)),
      times(40, () => { const [x, y, r] = [540 + rand() * 940, 110 + rand() * 920, 5 + rand() ** 2 * 22]; return circle(x, y, r, p.dark2, { opacity: 0.3 }) + circle(x + r * 0.3, y + r * 0.3, r * 0.8, mix(p.mid2, p.paper, 0.3)); }),
      path('M1020 840C900 760 760 660 760 520C760 410 900 372 1000 480C1060 372 1240 350 1300 470C1350 600 1180 740 1020 840Z', p.mid2, { transform: 'translate(12 14)' }),
      path('M1020 840C900 760 760 660 760 520C760 410 900 372 1000 480C1060 372 1240 350 1300 470C1350 600 1180 740 1020 840Z', pale),
      path('M1000 480C1060 372 1240 350 1300 470C1350 600 1180 740 1020 840C1090 700 1100 600 1000 480Z', mix(p.paper, p.highlight, 0.14)),
      path(`M${cx + 130} ${cy - 600}H${cx + 700}V${cy + 700}H${cx - 400}A560 600 0 0 0 ${cx + 330} ${cy - 60}A560 560 0 0 0 ${cx + 130} ${cy - 600}Z`, p.ink, { opacity: 0.42 }),
      stipple(cx + 40, cy - 470, 440, 940, p.ink, { count: 240, from: 'right', opacity: 0.4 }),
    ]),
    star(250, 190, 60, p.highlight, { points: 4, inner: 0.14 }), circle(250, 190, 13, '#fff8ee'),
    group([
      line([[150, 60], [400, 130]], p.mid2, 10), rect(380, 96, 90, 62, p.ink, { transform: 'rotate(16 400 130)' }), times(3, (i) => rect(384 + i * 30, 84, 12, 86, p.mid1, { transform: 'rotate(16 400 130)' })),
      poly([[-190, 40], [150, 10], [230, 90], [120, 160], [-160, 130]], p.accent), poly([[-190, 40], [150, 10], [230, 90], [-130, 76]], p.highlight), poly([[150, 10], [230, 90], [120, 160], [90, 84]], p.mid2),
      rect(-90, 96, 70, 40, p.dark2, { transform: 'rotate(2)' }), rect(10, 98, 60, 36, p.ink), limb([[-10, 30], [-10, -30]], [70, 40], p.dark1),
      path('M-230 -90Q-160 50 10 40Q180 20 200 -110Z', mix(p.mid1, p.paper, 0.35)), ellipse(-14, -100, 218, 84, pale, { transform: 'rotate(-4 -14 -100)' }), ellipse(0, -92, 176, 60, mix(p.paper, p.mid1, 0.25), { transform: 'rotate(-4 -14 -100)' }),
      line([[-120, -86], [0, -230], [110, -110]], p.ink, 8), line([[-10, -60], [0, -230]], p.ink, 6), ellipse(0, -232, 40, 15, pale),
    ], { x: 520, y: 860, rotate: -18, scale: 0.92 }),
  ].join('');
} };

const webb: Scene = { name: 'webb-mirror', palette: 'science', draw: (p) => {
  const hex = (cx: number, cy: number, r: number): Pt[] => Array.from({ length: 6 }, (_, i) => polar(cx, cy, r, i * 60));
  const gold = mix(p.highlight, '#f2b12e', 0.6);
  const R = 104;
  const cells: Pt[] = [];
  [-2, -1, 0, 1, 2].forEach((c) => { const rows = 5 - Math.abs(c); for (let r = 0; r < rows; r++) if (!(c === 0 && r === 2)) cells.push([c * R * 1.5, (r - (rows - 1) / 2) * R * Math.sqrt(3)]); });
  const layer = (i: number, f: string) => poly([[900, 800 + i * 34], [1640 - i * 26, 930 + i * 32], [1180, 1080 + i * 30], [620, 1080 + i * 30], [160 + i * 26, 930 + i * 32]], f);
  return [
    rect(0, 0, 1800, 1200, p.ink), circle(900, 470, 860, mix(p.ink, p.dark1, 0.45)), circle(900, 470, 640, mix(p.ink, p.dark1, 0.9)), stars(0, 0, 1800, 1000, 170, p.mid1, p.paper, 18),
    star(330, 250, 80, p.paper, { points: 6, inner: 0.1 }), star(1500, 420, 60, p.highlight, { points: 6, inner: 0.1 }), star(1390, 150, 36, p.paper, { points: 6, inner: 0.12 }), star(250, 640, 36, p.highlight, { points: 6, inner: 0.12 }),
    [p.dark2, p.accent, mix(p.mid1, p.dark1, 0.4), p.mid1, mix(p.mid2, p.mid1, 0.35)].map((f, i) => layer(4 - i, f)).join(''), poly([[900, 800], [1180, 1080], [620, 1080]], mix(p.mid2, p.paper, 0.55)), poly([[900, 800], [620, 1080], [160, 930]], mix(p.mid2, p.paper, 0.3)), times(6, (i) => line([[900, 800], [300 + i * 240, 1080]], p.paper, 3, { opacity: 0.4 })),
    poly([[690, 905], [1110, 905], [1060, 950], [740, 950]], p.ink, { opacity: 0.5 }), poly([[820, 800], [980, 800], [1030, 930], [770, 930]], p.ink), poly([[930, 800], [980, 800], [1030, 930], [960, 930]], p.dark1),
    group([
      cells.map(([x, y]) => poly(hex(x + 14, y + 16, R + 4), '#080a18')).join(''),
      cells.map(([x, y], i) => { const t = 0.5 + (y - x * 0.55) / 900; const c = t < 0.3 ? mix(gold, '#fff3d0', 0.5) : t < 0.62 ? gold : mix(gold, p.accent, 0.42); return poly(hex(x, y, R - 4), c) + clip(poly(hex(x, y, R - 4), '#000'), [poly([[x + R, y - R], [x + R, y + R], [x - R * 0.4, y + R], [x + R * 0.5, y - R]], p.dark2, { opacity: 0.22 }), i % 4 === 1 ? poly([[x - R, y - 20], [x + R * 0.2, y - R], [x + R * 0.5, y - R], [x - R, y + 30]], '#fff7e0', { opacity: 0.6 }) : '']); }).join(''),
      poly(hex(0, 0, R - 6), '#080a18'),
      limb([[-370, 300], [-30, 60]], [14, 10], p.ink), limb([[370, 300], [30, 60]], [14, 10], p.ink), limb([[0, -470], [0, 30]], [14, 10], p.ink), poly(hex(0, 40, 60), p.ink), poly(hex(0, 40, 47), p.highlight), clip(poly(hex(0, 40, 47), '#000'), poly([[10, -30], [80, -30], [80, 110], [-10, 110]], p.mid2)),
    ], { x: 900, y: 494, scale: 0.78 }),
  ].join('');
} };

export const spaceScenes: Scene[] = [merging, ring, pluto, webb];
