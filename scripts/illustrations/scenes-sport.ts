/** The sport pictures. */
import { confetti, flame, football, footballer, fox, type RunnerColors, runner, stands } from './figures-sport.ts';
import {
  circle, clip, ellipse, figure, group, H, halftone, hills, line, mix, type Palette, type Pt, path, polar, poly, prng, rect, type Scene,sky, star, stipple, times, W, 
} from './kit.ts';

/** A floodlight: a panel of lamps with beams; its middle at x, y. */
function floodlight(x: number, y: number, k: number, lamp: string, dark: string, beam: Pt): string {
  return [
    poly([[x - 110 * k, y], [x + 110 * k, y], [beam[0] + 420, beam[1]], [beam[0] - 420, beam[1]]], lamp, { opacity: 0.1 }), circle(x, y, 230 * k, lamp, { opacity: 0.1 }), circle(x, y, 150 * k, lamp, { opacity: 0.14 }),
    rect(x - 10 * k, y, 20 * k, 400, dark), rect(x - 120 * k, y - 70 * k, 240 * k, 140 * k, dark, { rx: 10 }), times(15, (i) => circle(x + ((i % 5) - 2) * 44 * k, y + (Math.floor(i / 5) - 1) * 42 * k, 17 * k, i % 4 ? lamp : '#ffffff')),
  ].join('');
}

/** A mown pitch in perspective from y down. */
function pitch(y: number, a: string, b: string): string {
  return rect(0, y, W, H - y + 10, a) + times(9, (i) => poly([[900 + (i * 2 - 9) * 100, y], [900 + (i * 2 - 8) * 100, y], [900 + (i * 2 - 8) * 215, H + 10], [900 + (i * 2 - 9) * 215, H + 10]], b));
}

function foxTrophy(p: Palette): string {
  const blue = '#2456a6';
  const navy = p.dark2;
  const gold = '#f3c647';
  const goldDim = '#b98612';
  const cup = 'M-150 -470Q-150 -250 -40 -200L-30 -150H30L40 -200Q150 -250 150 -470Z';
  return [
    rect(0, 0, W, H, mix(navy, '#0a1526', 0.55)), path('M0 1200V230Q480 90 900 90T1800 230V1200Z', mix(navy, '#0a1526', 0.2)),
    path('M-40 120Q900 -60 1840 120V200Q900 40 -40 200Z', '#0a1526'), times(15, (i) => line([[i * 130 - 10, 110 - Math.sin((i / 14) * Math.PI) * 84], [i * 130 - 10, 196 - Math.sin((i / 14) * Math.PI) * 84]], mix(navy, blue, 0.4), 5)), times(9, (i) => ellipse(140 + i * 190, 196 - Math.sin(((140 + i * 190) / W) * Math.PI) * 92, 46, 13, '#eaf3ff')), times(9, (i) => poly([[100 + i * 190, 200 - Math.sin(((140 + i * 190) / W) * Math.PI) * 90], [180 + i * 190, 200 - Math.sin(((140 + i * 190) / W) * Math.PI) * 90], [260 + i * 190, 640], [20 + i * 190, 640]], '#bcd7ff', { opacity: 0.07 })),
    // two tiers of blue stands
    path('M0 300Q900 400 1800 300V560Q900 640 0 560Z', blue), stands(-20, 330, 1840, 7, 34, 88, ['#3a74cc', '#1b4288', '#cfdcf0', '#6f9cde'], { seed: 4, r: 11, empty: 0.22 }), path('M0 556Q900 636 1800 556V606Q900 684 0 606Z', '#0a1526'), path('M0 566Q900 646 1800 566V578Q900 658 0 578Z', gold),
    path('M0 604Q900 684 1800 604V880H0Z', mix(blue, navy, 0.4)), stands(-20, 640, 1840, 5, 45, 72, ['#3a74cc', '#173a72', '#cfdcf0', '#5b8fdc'], { seed: 9, r: 15, empty: 0.2 }),
    rect(0, 868, W, 54, '#0a1526'), times(9, (i) => rect(i * 210 - 30, 876, 180, 38, i % 2 ? blue : '#eaf3ff', { rx: 4 })),
    pitch(920, p.mid1, mix(p.mid1, p.dark1, 0.4)), rect(0, 934, W, 8, p.paper, { opacity: 0.85 }), ellipse(900, 1130, 560, 110, 'none', { stroke: p.paper, width: 9, opacity: 0.75 }),
    circle(900, 420, 480, '#bcd7ff', { opacity: 0.07 }), circle(900, 420, 340, '#bcd7ff', { opacity: 0.08 }),
    poly([[760, 1106], [1050, 1106], [1330, 1180], [980, 1180]], p.ink, { opacity: 0.4 }),
    // the trophy on its plinth
    group([
      rect(-150, -90, 300, 92, '#16233d'), rect(20, -90, 130, 92, '#0a1526'), rect(-170, -10, 340, 34, '#22365c'), rect(30, -10, 140, 34, '#16233d'), rect(-120, -62, 240, 30, gold, { rx: 4 }), rect(-82, -116, 164, 30, goldDim), rect(-82, -116, 90, 30, gold), poly([[-44, -116], [-26, -170], [26, -170], [44, -116]], gold), poly([[4, -116], [4, -170], [26, -170], [44, -116]], goldDim),
      path('M-146 -450C-260 -470 -270 -290 -96 -270', 'none', { stroke: gold, width: 24 }), path('M146 -450C260 -470 270 -290 96 -270', 'none', { stroke: goldDim, width: 24 }),
      path(cup, gold), clip(path(cup, '#000'), [poly([[20, -500], [200, -500], [200, -100], [6, -100]], goldDim), poly([[-112, -480], [-80, -480], [-40, -190], [-56, -200]], '#fff0b4', { opacity: 0.85 }), rect(-160, -392, 320, 16, '#8f6708', { opacity: 0.5 })]), ellipse(0, -470, 158, 26, '#ffe58a'), ellipse(0, -468, 132, 17, '#8f6708'),
      path('M-166 -330L-232 -180L-206 -190L-196 -160L-140 -300Z', blue), path('M166 -330L232 -180L206 -190L196 -160L140 -300Z', '#eaf3ff'), star(0, -310, 46, '#fff0b4'),
    ], { x: 900, y: 1086, scale: 0.95 }),
    fox(990, 438, 0.86, { coat: p.highlight, shade: '#b6431c', dark: '#2a1512', white: '#fff6e6', whiteShade: '#e7cdb0' }, -8),
    confetti(60, 110, 1680, 950, [gold, '#eaf3ff', '#5b8fdc', p.highlight], 110, 12),
  ].join('');
}

function runnerPacers(p: Palette): string {
  const on = p.accent;
  const seg: Record<string, number[]> = { '1': [1, 2], '5': [0, 5, 6, 2, 3], '9': [0, 1, 2, 5, 6, 3] };
  // the seven bars of a figure in a 160 x 280 box
  const bars: Pt[][] = [[[14, 0], [146, 0], [118, 28], [42, 28]], [[160, 12], [160, 134], [132, 120], [132, 40]], [[160, 146], [160, 268], [132, 240], [132, 160]], [[14, 280], [146, 280], [118, 252], [42, 252]], [[0, 146], [0, 268], [28, 240], [28, 160]], [[0, 12], [0, 134], [28, 120], [28, 40]], [[18, 140], [42, 126], [118, 126], [142, 140], [118, 154], [42, 154]]];
  const digit = (ch: string, x: number, y: number, k: number) => group(bars.map((b, i) => poly(b, on, { opacity: seg[ch]!.includes(i) ? 1 : 0.1 })), { x, y, scale: k });
  const clock = (dx: number, dy: number) => group([digit('1', 436, 0, 1), rect(640, 76, 34, 34, on), rect(640, 170, 34, 34, on), digit('5', 726, 0, 1), digit('9', 940, 0, 1)], { x: dx, y: dy });
  const dark: RunnerColors = { skin: '#8a5638', skinShade: '#5f3622', hair: '#171010', top: '#26303a', topShade: '#151c24', shorts: '#151c24', shoe: p.highlight };
  const skins: [string, string][] = [['#8a5638', '#5f3622'], ['#d9a47a', '#a8734e'], ['#6f432c', '#4a2a1a'], ['#e9bd97', '#b98a66']];
  const lead: RunnerColors = { skin: '#7a4a30', skinShade: '#502d1c', hair: '#120d0c', top: '#ffffff', topShade: '#d3ddd8', shorts: '#f1f3ee', shoe: '#ff5f8f' };
  const pacers: [number, number, number][] = [[506, 812, 232], [1294, 812, 232], [624, 838, 268], [1176, 838, 268], [430, 880, 340], [1370, 880, 340], [560, 960, 448], [1240, 960, 448]];
  const trees = (side: 1 | -1) => Array.from({ length: 7 }, (_, i) => { const t = 1 / (1 + (6 - i) * 0.62); const x = 900 + side * (150 + 900 * t); const y = 690 + 330 * t; const s = 860 * t; return { x, y, s, i }; });
  const leafs = ['#d9a52e', '#c9822c', p.mid1, '#e0b94a', '#b9602c', '#7d9a4a', '#cf9530'];
  return [
    sky(['#f7e3b4', '#f3d79c', '#eec98a', '#f7dfae'], 0, 720, 5), circle(900, 640, 330, '#fff3cf', { opacity: 0.8 }), circle(900, 640, 210, '#fffaf0'),
    hills(660, 16, mix(p.mid2, '#f3d79c', 0.4), 4, { bottom: 760 }),
    // the clock in the sky
    rect(596, -10, 14, 130, p.ink), rect(1190, -10, 14, 130, p.ink), rect(0, 0, W, 30, p.ink), times(24, (i) => line([[i * 80, 30], [i * 80 + 40, 0], [i * 80 + 80, 30]], mix(p.mid1, p.ink, 0.3), 5)), rect(467, 104, 866, 362, p.ink, { rx: 30 }), rect(485, 122, 830, 326, '#10302a', { rx: 18 }), poly([[1050, 122], [1315, 122], [1315, 448], [870, 448]], '#0b211c', { opacity: 0.5 }), clock(132, 146),
    rect(0, 700, W, 510, mix(p.mid1, p.mid2, 0.35)), path('M0 700H700L-20 1000V700ZM1800 700H1100L1820 1000V700Z', mix(p.mid1, p.dark1, 0.35)), poly([[842, 690], [958, 690], [1810, 1210], [-10, 1210]], '#6f7a78'), poly([[900, 690], [958, 690], [1810, 1210], [900, 1210]], '#626d6b'),
    ...([-1, 1] as const).map((side) => trees(side).map(({ x, y, s, i }) => {
      const c = leafs[(i + (side > 0 ? 3 : 0)) % 7]!;
      const puff = (f: string, k: number, dx: number, dy: number) => ([[-0.24, -0.62, 0.2], [0.22, -0.6, 0.21], [0, -0.56, 0.2], [-0.2, -0.82, 0.2], [0.2, -0.84, 0.19], [0, -0.72, 0.26], [0.02, -1, 0.2], [-0.12, -0.96, 0.16]] as const).map(([u, v, r]) => circle(x - side * u * s + dx * s, y + v * s + dy * s, r * s * k, f)).join('');
      return poly([[x - s * 0.04, y], [x + s * 0.04, y], [x + side * s * 0.5, y + s * 0.07], [x + side * s * 0.36, y + s * 0.07]], p.dark1, { opacity: 0.35 }) + path(`M${x - s * 0.045} ${y}L${x - s * 0.024} ${y - s * 0.5}H${x + s * 0.024}L${x + s * 0.045} ${y}Z`, '#3d2a20')
        + puff(mix(c, '#3a1f10', 0.4), 1, 0, 0) + puff(c, 0.86, -side * 0.045, -0.035) + ([[0.06, -1.02, 0.09], [0.2, -0.86, 0.07], [0.1, -0.72, 0.1]] as const).map(([u, v, r]) => circle(x - side * u * s, y + v * s, r * s, mix(c, '#fff3cf', 0.3))).join('');
    }).join('')),
    // the painted line and the laser marks
    ...[-1, 1].map((s) => poly([[900 + s * 34, 692], [900 + s * 37, 692], [900 + s * 420, 1210], [900 + s * 396, 1210]], '#f8f7ef', { opacity: 0.8 })), line([[690, 1010], [1110, 1010]], '#74e08a', 8, { opacity: 0.9 }), line([[640, 1050], [1160, 1050]], '#74e08a', 5, { opacity: 0.7 }),
    stipple(0, 900, W, 300, '#3c4543', { count: 260, from: 'bottom', r: 2.2, opacity: 0.4 }),
    pacers.map(([x, y, h]) => poly([[x - h * 0.1, y], [x + h * 0.1, y], [x + (x - 900) * 0.2 + h * 0.2, y + h * 0.34], [x + (x - 900) * 0.2 - h * 0.2, y + h * 0.34]], p.ink, { opacity: 0.3 })).join(''),
    pacers.map(([x, y, h], i) => runner(x, y, h, { ...dark, skin: skins[i % 4]![0], skinShade: skins[i % 4]![1] }, { flip: i % 3 === 1 })).join(''),
    poly([[846, 1088], [954, 1088], [1010, 1210], [790, 1210]], p.ink, { opacity: 0.42 }), runner(900, 1096, 622, lead, { bib: '#ff5f8f' }),
  ].join('');
}

function womensCup(p: Palette): string {
  const night = '#0c1c30';
  return [
    rect(0, 0, W, H, night), path('M0 1200V330Q420 120 900 120T1800 330V1200Z', mix(night, p.dark2, 0.6)), path('M0 1200V520Q420 330 900 330T1800 520V1200Z', mix(night, p.dark2, 1)),
    floodlight(190, 210, 0.9, '#fff3c4', '#07121f', [640, 1000]), floodlight(1610, 210, 0.9, '#fff3c4', '#07121f', [1160, 1000]),
    // stands
    path('M0 500Q900 640 1800 500V830H0Z', mix(p.dark2, night, 0.3)), stands(-20, 524, 1840, 4, 42, 118, ['#a9bbd2', '#5c7aa6', '#b04a3a', '#2c4a77'], { seed: 6, r: 13, empty: 0.2 }), path('M0 690Q900 800 1800 690V740Q900 846 0 740Z', '#07121f'), path('M0 738Q900 842 1800 738V860H0Z', mix(p.dark2, night, 0.5)), stands(-20, 762, 1840, 3, 44, 88, ['#a9bbd2', '#5c7aa6', '#b04a3a', '#2c4a77'], { seed: 16, r: 16, empty: 0.2 }),
    rect(0, 858, W, 44, '#07121f'), times(10, (i) => rect(i * 190 - 20, 866, 160, 28, i % 2 ? p.highlight : p.paper, { rx: 4, opacity: 0.9 })),
    pitch(900, '#2f7a55', '#276a49'), line([[0, 960], [W, 940]], p.paper, 9, { opacity: 0.8 }), path('M-40 1210Q700 1010 1840 1090', 'none', { stroke: p.paper, width: 11, opacity: 0.8 }), stipple(0, 920, W, 280, p.ink, { count: 260, from: 'bottom', r: 2.4, opacity: 0.35 }),
    // four stars
    ([[556, 240, 68, -12], [780, 194, 80, -4], [1020, 194, 80, 4], [1244, 240, 68, 12]] as const).map(([x, y, r, a]) => circle(x, y, r * 1.3, '#fff3c4', { opacity: 0.07 }) + star(x, y, r, p.accent, { rotate: a, inner: 0.42 }) + clip(rect(x, y - 100, 120, 200, '#000'), star(x, y, r, '#c79a0a', { rotate: a, inner: 0.42 }))).join(''),
    // the arc of the ball
    path('M1110 880Q1240 850 1378 640', 'none', { stroke: p.paper, width: 10, opacity: 0.35, dash: '2 34' }), poly([[1250, 826], [1300, 868], [1404, 660], [1348, 624]], p.paper, { opacity: 0.16 }),
    poly([[700, 1090], [840, 1090], [540, 1190], [270, 1190]], p.ink, { opacity: 0.45 }),
    footballer(770, 1098, 822, { skin: '#e3ae84', skinShade: '#bb8159', hair: '#8a4a22', hairShade: '#5e2f14', shirt: '#fbfaf4', shirtShade: '#cfd8e2', shorts: '#fbfaf4', trim: '#c8352f', sock: '#fbfaf4', sockShade: '#cfd8e2', boot: p.accent }),
    football(1390, 610, 76, '#fbfaf4', p.ink, 16),
  ].join('');
}

/** The seats of the Tokyo stadium: arcs of backrests in a mosaic of colours, centred far above. */
function seatRows(cx: number, cy: number, radii: number[], colors: string[], seed: number, o: { skip?: (deg: number) => boolean; dim?: number; night?: string } = {}): string {
  const rand = prng(seed);
  return radii.map((R, k) => {
    const w = (radii[k + 1] ?? R + (R - radii[k - 1]!)) - R;
    const size = w * 0.8;
    const stepDeg = ((size * 1.12) / R) * (180 / Math.PI);
    const bySlot: string[] = [];
    for (let a = 90 - Math.ceil(34 / stepDeg) * stepDeg; a < 126; a += stepDeg) {
      if (o.skip?.(a)) continue;
      const [x, y] = polar(cx, cy, R, a);
      if (x < -80 || x > W + 80 || y > H + 120) continue;
      const c = mix(colors[Math.floor(rand() * colors.length)]!, o.night ?? '#000000', o.dim ?? 0);
      bySlot.push(group(rect(-size / 2, -size * 0.9, size, size * 0.78, c, { rx: size * 0.16 }) + rect(size * 0.16, -size * 0.86, size * 0.3, size * 0.7, '#0b211c', { rx: size * 0.1, opacity: 0.14 }) + rect(-size * 0.46, -size * 0.2, size * 0.92, size * 0.26, mix(c, '#0b211c', 0.42), { rx: size * 0.1 }), { x, y, rotate: Math.round(a - 90) }));
    }
    return path(`M${cx - R} ${cy}A${R} ${R} 0 0 0 ${cx + R} ${cy}`, 'none', { stroke: mix('#0b211c', o.night ?? '#13443a', 0.35), width: w * 0.34, cap: 'butt' }) + bySlot.join('');
  }).join('');
}

const MOSAIC = ['#f8f7ef', '#f8f7ef', '#9fc1a8', '#3f8069', '#b98a4e', '#7a5a35', '#dfe3d2', '#5f7d4a'];

function tokyoFlame(p: Palette): string {
  const night = '#0d1428';
  const slope = 'M380 1130C560 1030 700 860 790 640H1010C1100 860 1240 1030 1420 1130Z';
  const petals = (r: number, f: string, sh: string) => [-78, -46, -15, 15, 46, 78].map((a) => group(path(`M0 0Q${-r * 0.42} ${-r * 0.5} 0 ${-r}Q${r * 0.42} ${-r * 0.5} 0 0Z`, f) + path(`M0 0Q${r * 0.42} ${-r * 0.5} 0 ${-r}Z`, sh), { x: 900, y: 556, rotate: a })).join('');
  return [
    rect(0, 0, W, H, night), times(30, (i) => circle((i * 421) % 1800, (i * 67) % 230, 1.6 + (i % 3) * 0.8, p.paper, { opacity: 0.6 })),
    // the roof's ring with the sky in it
    `<path d="M-60 -10H1860V560Q900 330 -60 560ZM60 130A840 170 0 0 0 1740 130A840 170 0 0 0 60 130Z" fill="#1c2947" fill-rule="evenodd"/>`, times(29, (i) => { const a = 168 - i * 5.571; const [x, y] = [900 + 840 * Math.cos((a * Math.PI) / 180), 130 + 170 * Math.sin((a * Math.PI) / 180)]; const t = i / 28; return line([[x, y], [-160 + t * 2120, 580 - Math.sin(t * Math.PI) * 150]], '#33436b', 5); }), path('M60 130A840 170 0 0 0 1740 130', 'none', { stroke: '#f7e3b4', width: 7, opacity: 0.75 }),
    path('M-60 540Q900 325 1860 540V920H-60Z', '#101c2c'),
    clip(path('M-60 520Q900 330 1860 520V960H-60Z', '#000'), seatRows(900, -1750, [2140, 2182, 2228, 2278, 2334, 2396, 2466, 2544, 2630, 2726], MOSAIC, 8, { dim: 0.52, night })),
    path('M0 900Q900 960 1800 900V1210H0Z', '#7c3a2a'), [960, 1010, 1070].map((y) => path(`M-20 ${y - 30}Q900 ${y + 34} 1820 ${y - 30}`, 'none', { stroke: p.paper, width: 4, opacity: 0.5 })).join(''), path('M0 1080Q900 1150 1800 1080V1210H0Z', mix(p.mid1, night, 0.35)),
    ...[[600, 0.07], [440, 0.1], [310, 0.16], [210, 0.26]].map(([r, o]) => circle(900, 430, r!, '#f28a3c', { opacity: o })),
    poly([[380, 1130], [1420, 1130], [1800, 1210], [200, 1210]], p.ink, { opacity: 0.4 }),
    // the mountain
    path(slope, '#cfd9e2'), clip(path(slope, '#000'), [path('M900 600H1500V1200H960Q930 900 900 600Z', '#93a4b8'), path('M700 600H1100L1080 800L1030 742L980 830L930 760L870 836L820 750L770 830L700 770Z', '#ffffff'), path('M900 600H1100L1080 800L1030 742L980 830L930 760L906 790Z', '#dbe3ea'), times(10, (i) => path(`M300 ${720 + i * 44}Q900 ${700 + i * 44} 1500 ${720 + i * 44}`, 'none', { stroke: '#8fa0b4', width: 3, opacity: 0.5 })), halftone(380, 900, 1040, 240, '#8fa0b4', { step: 26, r1: 6, to: 'down', opacity: 0.45 })]),
    clip(path(slope, '#000'), times(22, (i) => { const t = i / 21; const w = 46 + t * 96; return rect(900 - w / 2, 652 + i * 22, w, 12, '#ffffff') + rect(900 - w / 2, 664 + i * 22, w, 10, '#9aa8ba'); })), ellipse(900, 640, 112, 16, '#dfe6ea'),
    // the opened sphere and the flame
    rect(876, 560, 48, 80, '#8fa0b4'), rect(900, 560, 24, 80, '#6b7c92'), petals(236, '#e6ebee', '#b4c0cc'),
    flame(900, 560, 420, [p.highlight, '#f39a2e', p.accent, '#fff3b8']),
    [-62, -30, 0, 30, 62].map((a) => group(path('M0 0Q-74 -54 0 -136Q74 -54 0 0Z', '#ffffff') + path('M0 0Q74 -54 0 -136Z', '#cdd6dd'), { x: 900, y: 572, rotate: a * 1.25 })).join(''), path('M808 560A92 62 0 0 0 992 560Z', '#f8f7ef'), path('M900 560H992A92 62 0 0 1 900 622Z', '#b4c0cc'),
    times(16, (i) => circle(900 + Math.sin(i * 2.3) * (60 + i * 9), 330 - i * 14, 3 + (i % 3), i % 2 ? p.accent : p.highlight)),
  ].join('');
}

function tokyoSeats(p: Palette): string {
  const radii = [1716, 1778, 1852, 1940, 2044, 2166, 2308, 2472, 2660];
  const [ax, ay] = [900, -1300];
  const edge = (deg: number, R: number) => polar(ax, ay, R, deg);
  const half = (R: number) => 2.7 + (R - 1690) / 900;
  const tread = (R: number, d: number, c: string) => poly([edge(90 + half(R), R), edge(90 - half(R), R), edge(90 - half(R + d), R + d), edge(90 + half(R + d), R + d)], c);
  return [
    rect(0, 0, W, H, '#2b221a'), times(46, (i) => poly([[i * 44 - 120, 0], [i * 44 - 98, 0], [i * 40 + 6, 330], [i * 40 - 12, 330]], i % 3 ? '#a9773f' : '#c99a5a')), path('M-20 -10H1820V70Q900 170 -20 70Z', '#1a1510'), path('M-20 230Q900 390 1820 230V420H-20Z', '#1b2d27'), path('M-20 214Q900 374 1820 214V238Q900 398 -20 238Z', '#efe6cf'),
    times(9, (i) => rect(150 + i * 180, 196 + Math.sin(((150 + i * 180) / W) * Math.PI) * 78, 80, 16, '#fff7dc', { rx: 8 })),
    path('M-20 300Q900 440 1820 300V1210H-20Z', '#21483e'),
    seatRows(ax, ay, radii, MOSAIC, 31, { skip: (a) => Math.abs(a - 90) < 4.1 }),
    // the aisle
    tread(1690, 960, '#8f9a90'), times(17, (i) => { const R = 1694 + i * i * 1.5 + i * 27; return tread(R, 12 + i * 1.5, '#d5dbcd') + tread(R + 12 + i * 1.5, 9 + i, '#4e5b54'); }), poly([edge(90, 1690), edge(90 - half(1690), 1690), edge(90 - half(2640), 2640), edge(90, 2640)], p.ink, { opacity: 0.14 }),
    path('M-20 1120H1820V1210H-20Z', '#16312a'), rect(0, 1112, W, 16, '#efe6cf'),
    poly([[836, 1082], [964, 1082], [600, 1206], [400, 1206]], p.ink, { opacity: 0.4 }),
    figure(900, 1092, 640, { pose: 'stand', coat: '#2f6fb0', shade: '#1d4a7c', legs: '#e9e4d2', skin: '#e8bd94', hair: '#17110f', mask: '#ffffff', arms: 'down', cap: '#1d4a7c', shoes: '#17110f', shirt: '#f8f7ef', tie: p.highlight }),
  ].join('');
}

/** Rough outlines of the lands seen from above Japan, as longitude and latitude. */
const LANDS: Pt[][] = [
  [[60, 55], [60, 70], [80, 74], [105, 77], [140, 73], [170, 69], [180, 66], [178, 62], [163, 60], [160, 53], [155, 57], [142, 59], [135, 54], [141, 52], [139, 46], [131, 43], [128, 40], [129, 36], [126, 34], [125, 39], [121, 40], [118, 38], [122, 37], [119, 34], [122, 30], [118, 24], [110, 20], [107, 16], [109, 12], [105, 9], [101, 13], [103, 3], [99, 8], [97, 17], [91, 22], [87, 21], [80, 14], [77, 8], [73, 17], [70, 22], [60, 25]],
  [[114, -22], [122, -18], [130, -13], [136, -12], [137, -17], [141, -17], [142, -11], [146, -19], [153, -26], [150, -37], [144, -39], [138, -34], [131, -31], [118, -35], [114, -27]],
  [[129, 30], [132, 31], [137, 33], [142, 35], [144, 40], [147, 43], [142, 47], [139, 43], [137, 38], [133, 37], [129, 34]], [[109, 1], [114, 4], [118, 6], [117, 0], [115, -4], [110, -3]], [[95, 6], [100, 2], [106, -5], [103, -5], [98, 1]], [[105, -6], [115, -8], [112, -9]], [[131, -1], [138, -2], [146, -6], [150, -10], [142, -9], [136, -4]], [[120, 18], [123, 14], [126, 7], [122, 8], [120, 14]], [[173, -35], [178, -38], [174, -42], [168, -46], [171, -42]], [[119, 0], [122, -5], [125, 1]],
];

function drone(p: Palette): string {
  const night = '#0a1024';
  const inside = (lon: number, lat: number, ring: Pt[]) => { let hit = false; for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) { const [a, b] = [ring[i]!, ring[j]!]; if (a[1] > lat !== b[1] > lat && lon < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0]) hit = !hit; } return hit; };
  const [cx, cy, R] = [900, 430, 304];
  const tilt = (18 * Math.PI) / 180;
  let sea = '';
  let seaEdge = '';
  const landDots: Pt[] = [];
  for (let i = 0; i < 2300; i++) {
    const y = 1 - (2 * (i + 0.5)) / 2300;
    const th = i * 2.399963;
    const r = Math.sqrt(1 - y * y);
    const [x0, z0] = [r * Math.sin(th), r * Math.cos(th)];
    const [yr, zr] = [y * Math.cos(tilt) - z0 * Math.sin(tilt), y * Math.sin(tilt) + z0 * Math.cos(tilt)];
    if (zr < 0) continue;
    const lon = ((th * 180) / Math.PI) % 360;
    const lonJ = 135 + (lon > 180 ? lon - 360 : lon);
    const lat = (Math.asin(y) * 180) / Math.PI;
    const [px, py] = [cx + R * x0, cy - R * yr];
    if (LANDS.some((ring) => inside(lonJ, lat, ring))) { landDots.push([px, py]); continue; }
    const rr = 1.6 + zr * 1.2;
    const dot = `M${(px - rr).toFixed(1)} ${py.toFixed(1)}a${rr.toFixed(1)} ${rr.toFixed(1)} 0 1 0 ${(2 * rr).toFixed(1)} 0a${rr.toFixed(1)} ${rr.toFixed(1)} 0 1 0 ${(-2 * rr).toFixed(1)} 0`;
    if (zr < 0.42) seaEdge += dot; else sea += dot;
  }
  const rand = prng(77);
  const city = (base: number, seed: number, c: string, win: string, minH: number, maxH: number) => { const q = prng(seed); let s = ''; for (let x = -20; x < W; ) { const w = 44 + q() * 70; const h = minH + q() * (maxH - minH); s += rect(x, base - h, w + 1, h + 60, c); for (let k = 0; k < 7; k++) if (q() < 0.7) s += rect(x + 8 + q() * (w - 20), base - h + 12 + q() * (h - 20), 7, 9, win, { opacity: 0.75 }); x += w; } return s; };
  return [
    rect(0, 0, W, H, night), path('M0 1200V520Q420 300 900 300T1800 520V1200Z', mix(night, p.dark2, 0.4)), path('M0 1200V720Q420 540 900 540T1800 720V1200Z', mix(night, p.dark2, 0.9)), times(50, () => circle(rand() * W, rand() * 620, 1.2 + rand() * 1.8, p.paper, { opacity: 0.5 })),
    circle(cx, cy, R + 130, '#6fb7ff', { opacity: 0.05 }), circle(cx, cy, R + 60, '#6fb7ff', { opacity: 0.07 }), circle(cx, cy, R + 8, '#6fb7ff', { opacity: 0.1 }),
    path(seaEdge, '#33619f'), path(sea, '#5990d6'), landDots.map(([x, y]) => circle(x, y, 6, '#fff6cf')).join(''),
    times(34, (i) => circle(cx + Math.sin(i * 1.9) * (R * 0.2 + i * 4), cy + R + 22 + (i * 31) % 130, 2.6, '#bfe0ff', { opacity: 0.8 })),
    city(900, 3, mix(night, p.dark2, 0.7), '#f7d77a', 60, 200), city(940, 8, mix(night, p.dark2, 0.35), '#f7d77a', 30, 140),
    // the stadium: eaves of wood, the roof's ring, its lit mouth
    path('M150 930V1060Q900 1240 1650 1060V930Z', '#6b4a2a'), times(61, (i) => { const t = i / 60; const x = 150 + t * 1500; const s = Math.sin(t * Math.PI); return poly([[x, 930 + s * 130], [x + 11, 930 + s * 130], [x + 11, 1058 + s * 90], [x, 1058 + s * 90]], t < 0.5 ? '#c99a5a' : '#9a7340'); }), path('M150 1000Q900 1196 1650 1000V1018Q900 1214 150 1018Z', '#2b1f14'), path('M168 1046Q900 1230 1632 1046V1060Q900 1246 168 1060Z', '#2b1f14'),
    ellipse(900, 930, 760, 176, '#dfe6ea'), clip(ellipse(900, 930, 760, 176, '#000'), [poly([[900, 700], [1800, 700], [1800, 1200], [960, 1200]], '#aebbc8'), times(36, (i) => line([[900, 930], polar(900, 930, 1000, i * 10)], '#8496a8', 4, { opacity: 0.6 }))]),
    ellipse(900, 922, 470, 92, '#18233f'), ellipse(900, 930, 452, 82, '#f7e3b4'), ellipse(900, 944, 410, 66, '#8a3f2c'), ellipse(900, 952, 340, 48, p.mid1), ellipse(900, 952, 200, 24, 'none', { stroke: p.paper, width: 4, opacity: 0.8 }), poly([[470, 910], [1330, 910], [1090, 700], [710, 700]], '#f7e3b4', { opacity: 0.1 }),
    rect(0, 1150, W, 60, night), path('M0 1150Q300 1090 520 1160Q900 1210 1290 1160Q1520 1090 1800 1150V1210H0Z', night), times(30, (i) => circle(20 + i * 61, 1140 + ((i * 47) % 40), 26 + ((i * 13) % 16), mix(night, p.dark1, 0.6))),
  ].join('');
}

export const sportScenes: Scene[] = [
  { name: 'fox-trophy-stadium', palette: 'sport', draw: foxTrophy },
  { name: 'runner-pacers-clock', palette: 'sport', draw: runnerPacers },
  { name: 'womens-cup-four-stars', palette: 'sport', draw: womensCup },
  { name: 'tokyo-flame-stadium', palette: 'sport', draw: tokyoFlame },
  { name: 'tokyo-empty-seats', palette: 'sport', draw: tokyoSeats },
  { name: 'tokyo-drone-globe', palette: 'sport', draw: drone },
];
