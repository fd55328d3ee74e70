/** The politics pictures. */
import { bust, mitt, pinch } from './figures-people.ts';
import {
  circle, clip, conifer, crowd, ellipse, figure, flag, group, H, hatch, hills, limb, line, longShadow, mix, type Palette, path, poly, prng, rect, type Scene,sky, stipple, times, tree, W, water, 
} from './kit.ts';

const SKINS = ['#e9bd97', '#c98f66', '#8a5638', '#f0cfae', '#6f432c'];

/** An eleven-pointed maple leaf about 2r high, its middle at x, y. */
function mapleLeaf(x: number, y: number, r: number, fill: string, rotate = 0): string {
  const d = 'm-90 2030 45-863a95 95 0 0 0-111-98l-859 151 116-320a65 65 0 0 0-20-73l-941-762 212-99a65 65 0 0 0 34-79l-186-572 542 115a65 65 0 0 0 73-38l105-247 423 454a65 65 0 0 0 111-57l-204-1052 327 189a65 65 0 0 0 91-27l332-652 332 652a65 65 0 0 0 91 27l327-189-204 1052a65 65 0 0 0 111 57l423-454 105 247a65 65 0 0 0 73 38l542-115-186 572a65 65 0 0 0 34 79l212 99-941 762a65 65 0 0 0-20 73l116 320-859-151a95 95 0 0 0-111 98l45 863z';
  return group(path(d, fill), { x, y, scale: r / 2100, rotate });
}

/** A sheet of ballot paper with a title bar, boxes and one mark; its middle at x, y. */
function ballot(x: number, y: number, w: number, rotate: number, p: Palette): string {
  const h = w * 1.35;
  return group([
    rect(-w / 2, -h / 2, w, h, p.paper), poly([[w * 0.16, -h / 2], [w / 2, -h / 2], [w / 2, h / 2], [-w * 0.1, h / 2]], '#fffaf0'),
    rect(-w * 0.38, -h * 0.4, w * 0.76, h * 0.09, p.dark1),
    times(4, (i) => rect(-w * 0.38, -h * 0.2 + i * h * 0.15, w * 0.11, w * 0.11, 'none', { stroke: p.ink, width: w * 0.022 }) + rect(-w * 0.18, -h * 0.185 + i * h * 0.15, w * (i % 2 ? 0.42 : 0.54), w * 0.06, p.mid1)),
    path(`M${-w * 0.37} ${-h * 0.02}l${w * 0.05} ${w * 0.06}l${w * 0.09} ${-w * 0.14}`, 'none', { stroke: p.accent, width: w * 0.045 }),
  ], { x, y, rotate });
}

/** A tray of standing ballots on a table: its left foot at x, y. */
function tray(x: number, y: number, w: number, front: string, side: string, p: Palette): string {
  const h = w * 0.3;
  return [
    times(7, (i) => poly([[x + w * (0.07 + i * 0.12), y - h], [x + w * (0.16 + i * 0.12), y - h * (1.75 - (i % 3) * 0.1)], [x + w * (0.24 + i * 0.12), y - h * (1.68 - (i % 3) * 0.1)], [x + w * (0.2 + i * 0.12), y - h * 0.5]], i % 2 ? p.paper : mix(p.paper, p.mid2, 0.45))),
    rect(x, y - h, w, h, front), poly([[x + w, y - h], [x + w * 1.1, y - h * 1.3], [x + w * 1.1, y - h * 0.3], [x + w, y]], side), rect(x + w * 0.36, y - h * 0.7, w * 0.28, h * 0.28, side, { rx: h * 0.14 }),
  ].join('');
}

function countingRoom(p: Palette): string {
  const night = mix(p.dark1, p.ink, 0.35);
  const row = (y: number, s: number, xs: number[], tone: number, seed: number) => {
    const r = prng(seed);
    const fade = (c: string) => mix(c, p.dark1, tone);
    return xs.map((x, i) => {
      const lift = r() > 0.45;
      const skin = fade(SKINS[(i * 2 + seed) % 5]!);
      const style = (['short', 'bun', 'long', 'curly', 'scarf'] as const)[(i + seed) % 5]!;
      return bust(x, y, s, { top: fade([p.mid1, p.mid2, p.accent, p.paper][(i + seed) % 4]!), shade: fade([p.dark1, '#8f7a58', p.dark2, p.mid2][(i + seed) % 4]!), skin, hair: fade(style === 'scarf' ? p.mid2 : p.ink), style, mask: fade('#e6eef6'), turn: r() * 2 - 1, left: [[-130, -290], [-190, -120], [-70, -70]], right: lift ? [[130, -290], [215, -200], [190, -370]] : [[130, -290], [190, -120], [70, -70]] })
        + (lift ? ballot(x + 196 * s, y - 470 * s, 120 * s, 6, { ...p, paper: fade(p.paper), dark1: p.mid1 }) + mitt(x + 190 * s, y - 395 * s, 24 * s, -84, skin, -1) : '');
    }).join('') + rect(0, y - 20 * s, W, 60 * s, fade(p.mid2)) + rect(0, y + 40 * s, W, 200, fade('#8d7753')) + times(9, (i) => tray(i * 330 * s * 1.6 + seed * 31 - 120, y + 10 * s, 190 * s, fade(i % 2 ? p.accent : p.mid1), fade(i % 2 ? p.dark2 : p.dark1), { ...p, paper: fade(p.paper), mid2: fade(p.mid2) }));
  };
  const lamp = (x: number, y: number, k: number) => poly([[x - 40 * k, y], [x + 40 * k, y], [x + 330 * k, y + 560 * k], [x - 330 * k, y + 560 * k]], p.highlight, { opacity: 0.13 }) + rect(x - 3, 0, 6, y, p.ink) + poly([[x - 30 * k, y - 46 * k], [x + 30 * k, y - 46 * k], [x + 84 * k, y], [x - 84 * k, y]], p.ink) + ellipse(x, y, 84 * k, 12 * k, '#fff1c9');
  const skinA = SKINS[2]!;
  const skinB = SKINS[0]!;
  return [
    rect(0, 0, W, H, night), rect(0, 260, W, 400, p.dark1),
    times(8, (i) => poly([[i * 260 - 90, 260], [i * 260 - 60, 260], [i * 260 + 90, 60], [i * 260 + 60, 60]], p.ink, { opacity: 0.5 }) + poly([[i * 260 + 60, 60], [i * 260 + 90, 60], [i * 260 + 200, 260], [i * 260 + 170, 260]], p.ink, { opacity: 0.5 })),
    rect(0, 40, W, 22, p.ink), rect(0, 254, W, 18, p.ink),
    rect(150, 310, 330, 210, mix(p.dark1, p.mid1, 0.25)), rect(1320, 310, 330, 210, mix(p.dark1, p.mid1, 0.25)),
    hatch(150, 310, 330, 210, p.ink, { gap: 66, angle: 90, width: 8 }), hatch(1320, 310, 330, 210, p.ink, { gap: 66, angle: 90, width: 8 }),
    lamp(250, 150, 0.85), lamp(1550, 150, 0.85), lamp(610, 120, 0.7), lamp(1210, 120, 0.7),
    circle(908, 238, 134, p.ink, { opacity: 0.5 }), circle(900, 228, 132, p.ink), circle(900, 228, 114, p.paper), clip(circle(900, 228, 114, '#000'), poly([[930, 100], [1040, 100], [1040, 360], [870, 360]], mix(p.paper, p.mid2, 0.4))),
    times(12, (i) => group(rect(-4, -104, 8, i % 3 ? 16 : 28, p.ink), { x: 900, y: 228, rotate: i * 30 })),
    line([[900, 228], [900, 152]], p.ink, 10), line([[900, 228], [832, 262]], p.ink, 13), circle(900, 228, 12, p.accent),
    row(560, 0.38, [90, 300, 520, 740, 1060, 1280, 1490, 1710], 0.55, 2),
    row(716, 0.6, [120, 420, 1380, 1690], 0.26, 5),
    bust(640, 1010, 1.1, { top: p.paper, shade: p.mid2, skin: skinA, hair: p.ink, style: 'bun', mask: '#9fb7d8', turn: 0.9, left: [[-130, -290], [-210, -110], [-60, -40]], right: [[130, -285], [260, -215], [246, -400]] }),
    mitt(930, 566, 34, -84, skinA, 1), ballot(948, 478, 212, 5, p), limb([[908, 588], [926, 548]], [30, 24], skinA), limb([[884, 590], [908, 588]], [24, 30], mix(skinA, p.ink, 0.12)),
    bust(1225, 1010, 1.04, { top: p.accent, shade: p.dark2, skin: skinB, hair: '#6b4328', style: 'long', mask: p.paper, turn: -0.8, left: [[-130, -290], [-200, -120], [-84, -120]], right: [[130, -290], [215, -120], [100, -110]] }),
    rect(0, 940, W, 34, '#e2cda4'), rect(0, 974, W, 240, p.mid2), rect(0, 974, W, 26, '#8d7753'), stipple(0, 1000, W, 200, '#6d5a3c', { count: 420, from: 'bottom', opacity: 0.4, r: 2 }),
    times(4, (i) => { const x = 210 + i * 460; const fan = (r: number, c: string) => path(`M${x - r} 1000A${r} ${r * 0.86} 0 0 0 ${x + r} 1000Z`, c); return path(`M${x - 190} 1000A208 184 0 0 0 ${x + 230} 1006Z`, '#6d5a3c', { opacity: 0.4 }) + fan(208, p.accent) + fan(146, p.paper) + fan(86, p.dark1) + clip(fan(208, '#000'), times(7, (k) => poly([[x, 1000], [x + Math.cos(((k * 2 + 0.5) * Math.PI) / 14) * 260, 1000 + Math.sin(((k * 2 + 0.5) * Math.PI) / 14) * 230], [x + Math.cos(((k * 2 + 1.5) * Math.PI) / 14) * 260, 1000 + Math.sin(((k * 2 + 1.5) * Math.PI) / 14) * 230]], p.ink, { opacity: 0.16 })) + rect(x - 210, 1000, 420, 16, p.ink, { opacity: 0.25 })); }),
    ballot(1225, 852, 150, -4, p), mitt(1150, 890, 27, 10, skinB, -1), mitt(1308, 890, 27, 172, skinB, 1),
    tray(360, 972, 260, p.mid1, p.dark1, p), tray(840, 970, 230, p.accent, p.dark2, p), tray(1420, 972, 260, p.mid1, p.dark1, p), tray(60, 970, 230, p.accent, p.dark2, p),
    times(5, (i) => poly([[655 + i * 3, 978 - i * 7], [775 + i * 3, 974 - i * 7], [790 + i * 2, 992 - i * 7], [664 + i * 2, 998 - i * 7]], i % 2 ? mix(p.paper, p.mid2, 0.5) : p.paper)),
  ].join('');
}

const MAP = [
  'BBBBRRRRRRRRRRBBB............', 'BBBBRRRRRRRRRRBBRRRR.......BB', 'BBBBRRRRRRRRRRBBRRR.R...BBBB.', 'BBBBRRRRRRRRRRRRRRR.RR.BBBBB.', 'BBBBBBRRRRRRRRRRRBBRRRRRRBBB.',
  'BBBBBBRRBBBBRRRRRBBRRRRRRB...', '.BBBBBRRBBBBRRRRRRBRRRRBB....', '.BBBBBRRBBBRRRRRRRRRRBBBB....', '..BBBRRRBBBRRRRRRRRRRRRRR....', '...BBRRRBBBRRRRRRRRRRRRR.....',
  '....BRRRBBBRRRRRRRRRRRR......', '.........RRRRRRRRRRRRR.......', '...........RRRR..R...RR......', '............RR.......RR......', '.............R........R......',
];

function electoralMapNight(p: Palette): string {
  const r = prng(12);
  const tower = (x: number, w: number, top: number, c: string, shade: string, lit: string, seed: number) => {
    const q = prng(seed);
    let win = '';
    for (let y = top + 26; y < 900; y += 34) for (let c2 = 0; c2 < Math.floor(w / 30) - 1; c2++) if (q() < 0.3) win += `M${x + 18 + c2 * 30} ${y}h13v18h-13Z`;
    return rect(x, top, w * 0.72, 1000, c) + rect(x + w * 0.72, top, w * 0.28, 1000, shade) + path(win, lit, { opacity: 0.75 });
  };
  const [sx, sy, cw, ch] = [508, 372, 27, 25];
  const step = (x: number, w: number, y: number) => rect(x, y, w * 0.6, 1000, mix(p.dark1, p.mid1, 0.32)) + rect(x + w * 0.6, y, w * 0.4, 1000, mix(p.dark1, p.ink, 0.15));
  return [
    rect(0, 0, W, H, p.ink), path('M0 1200V420Q500 250 900 260T1800 430V1200Z', mix(p.ink, p.dark1, 0.45)), path('M0 1200V640Q500 470 900 470T1800 640V1200Z', mix(p.ink, p.dark1, 0.85)),
    poly([[900, 250], [180, -40], [330, -80]], p.mid1, { opacity: 0.12 }), poly([[900, 250], [1470, -80], [1620, -40]], p.mid1, { opacity: 0.12 }),
    times(46, () => circle(r() * W, r() * 330, 1.6 + r() * 2, p.paper, { opacity: 0.7 })),
    tower(-40, 230, 470, mix(p.ink, p.dark1, 0.7), p.ink, p.highlight, 1), tower(170, 190, 330, mix(p.ink, p.dark1, 0.55), p.ink, p.highlight, 2), tower(330, 150, 560, mix(p.ink, p.dark1, 0.85), p.ink, p.highlight, 3),
    tower(1350, 170, 520, mix(p.ink, p.dark1, 0.85), p.ink, p.highlight, 4), tower(1490, 190, 280, mix(p.ink, p.dark1, 0.55), p.ink, p.highlight, 5), tower(1640, 230, 440, mix(p.ink, p.dark1, 0.7), p.ink, p.highlight, 6),
    // the tower of steps and its spire
    rect(895, 24, 10, 120, p.mid1), poly([[874, 210], [884, 120], [916, 120], [926, 210]], p.highlight), poly([[900, 120], [916, 120], [926, 210], [900, 210]], '#b98a3a'),
    step(826, 148, 204), step(770, 260, 258), step(690, 420, 306),
    times(7, (i) => rect(786 + i * 32, 270, 10, 36, p.highlight, { opacity: 0.8 })), times(4, (i) => rect(842 + i * 32, 216, 10, 36, p.highlight, { opacity: 0.9 })),
    // the screen
    rect(430, 320, 940, 520, p.mid1, { opacity: 0.1, rx: 40 }), rect(452, 338, 896, 470, p.ink, { rx: 10 }), rect(468, 352, 864, 440, '#0f2145'), poly([[1100, 352], [1332, 352], [1332, 792], [920, 792]], p.mid1, { opacity: 0.08 }),
    MAP.map((cells, y) => [...cells].map((c, x) => (c === '.' ? '' : rect(sx + x * cw, sy + y * ch + 6, cw - 3, ch - 3, c === 'R' ? (x * 7 + y * 3) % 5 ? '#d8434a' : '#b9323b' : (x * 5 + y) % 4 ? '#5b8fe0' : '#467ac9', { rx: 3 }))).join('')).join(''),
    rect(500, 764, 800, 12, p.ink), rect(500, 764, 318, 12, '#5b8fe0'), rect(966, 764, 334, 12, '#d8434a'), rect(898, 756, 4, 28, p.paper),
    // what the screen lights
    poly([[452, 812], [1348, 812], [1760, 1200], [40, 1200]], p.mid1, { opacity: 0.22 }), poly([[452, 812], [900, 812], [900, 1200], [40, 1200]], '#5b8fe0', { opacity: 0.16 }), poly([[900, 812], [1348, 812], [1760, 1200], [900, 1200]], '#d8434a', { opacity: 0.2 }),
    crowd(0, 842, W, 400, [mix(p.dark1, p.mid1, 0.35), mix(p.dark1, p.mid1, 0.2), mix(p.dark2, p.mid1, 0.3)], { rows: 1, size: 46, seed: 3 }),
    crowd(0, 900, W, 400, [p.dark1, mix(p.dark1, p.ink, 0.3), p.dark2], { rows: 1, size: 66, seed: 8 }),
    crowd(0, 985, W, 300, [mix(p.ink, p.dark1, 0.35), p.ink], { rows: 1, size: 100, seed: 14 }),
    [[640, 930, -14], [1130, 950, 10]].map(([x, y, a]) => group([path('M-26 260L-20 20Q0 -10 22 20L34 260Z', p.ink), rect(-34, -66, 68, 116, p.ink, { rx: 10 }), rect(-28, -58, 56, 98, a! < 0 ? '#8fb4ee' : '#ef8f92', { rx: 4 })], { x, y, rotate: a })).join(''),
  ].join('');
}

function supremeCourt(p: Palette): string {
  const colors = ['#c8323a', '#e5772f', '#f0bd3c', '#4f9a63', '#3b6fc0', '#7b4a9c'];
  const xs = Array.from({ length: 8 }, (_, i) => 352 + i * 156);
  const column = (x: number) => [rect(x - 48, 402, 96, 20, p.paper), poly([[x - 48, 422], [x + 48, 422], [x + 34, 462], [x - 34, 462]], mix(p.paper, p.mid2, 0.4)), rect(x - 34, 462, 68, 306, p.paper), rect(x - 44, 768, 88, 26, p.paper)].join('');
  const band = (i: number, x0: number, lean: number, y0: number, y1: number, w: number, o: number) => poly([[x0 + i * w, y0], [x0 + (i + 1) * w + 1, y0], [x0 + (i + 1) * w + 1 + lean, y1], [x0 + i * w + lean, y1]], colors[i]!, { opacity: o });
  const bands = (x0: number, lean: number, y0: number, y1: number, o: number, w = 92) => times(6, (i) => band(i, x0, lean, y0, y1, w, o));
  const colShape = path(xs.map((x) => `M${x - 48} 402h96v20l-14 40v306h10v26h-88v-26h10v-306l-14 -40Z`).join(''), '#000');
  const people: [number, number, number, string, string, number, number][] = [
    [470, 962, 140, p.dark1, p.ink, 0, 0], [512, 964, 144, p.accent, p.dark2, 0, 1], [1330, 958, 138, p.mid1, p.dark1, 2, 0], [640, 990, 156, p.dark2, p.ink, 1, 0], [1130, 985, 150, p.highlight, '#b98a3a', 1, 1],
    [300, 1060, 182, p.mid1, p.dark1, 0, 1], [352, 1062, 190, p.dark1, p.ink, 0, 0], [780, 1050, 184, p.accent, p.dark2, 1, 1], [1420, 1056, 186, p.dark1, p.ink, 1, 0], [1480, 1062, 178, p.paper, p.mid2, 0, 1], [1250, 1040, 176, p.dark2, p.ink, 0, 0],
    [560, 1120, 236, p.dark1, p.ink, 2, 0], [906, 1130, 246, p.paper, p.mid2, 0, 1], [972, 1132, 254, p.dark1, p.ink, 0, 0], [1330, 1136, 250, p.accent, p.dark2, 0, 0], [180, 1128, 240, p.highlight, '#b98a3a', 0, 1], [1640, 1130, 238, p.mid1, p.dark1, 1, 1],
  ];
  return [
    sky([mix(p.dark1, p.mid1, 0.35), mix(p.dark1, p.mid1, 0.6), p.mid1, mix(p.mid1, p.paper, 0.45)], 0, 820, 4),
    poly([[-60, 0], [330, 0], [930, 800], [360, 800]], p.paper, { opacity: 0.12 }),
    // wings
    rect(0, 700, W, 340, mix(p.mid2, p.dark1, 0.45)),
    rect(0, 520, 300, 300, mix(p.mid2, p.mid1, 0.35)), rect(1500, 520, 300, 300, mix(p.mid2, p.dark1, 0.35)), rect(0, 500, 310, 26, p.paper), rect(1490, 500, 310, 26, p.mid2),
    times(4, (i) => rect(30 + i * 72, 590, 36, 130, p.dark1)), times(4, (i) => rect(1540 + i * 72, 590, 36, 130, p.ink)),
    // porch
    rect(300, 390, 1200, 410, mix(p.dark1, p.ink, 0.45)), rect(780, 520, 240, 280, p.ink), rect(800, 540, 200, 260, mix(p.dark2, p.ink, 0.4)), rect(896, 540, 8, 260, p.ink), clip(rect(300, 390, 1200, 410, '#000'), bands(470, 330, 200, 800, 0.3)),
    xs.map(column).join(''), xs.map((x) => times(3, (k) => rect(x - 20 + k * 18, 466, 5, 300, mix(p.mid2, p.paper, 0.3)))).join(''),
    clip(colShape, [bands(470, 330, 200, 800, 0.92), times(24, (k) => rect(xs[k % 8]! - 20 + Math.floor(k / 8) * 18, 466, 5, 300, p.ink, { opacity: 0.12 }))]),
    clip(colShape, xs.map((x) => rect(x + 12, 400, 60, 400, p.ink, { opacity: 0.24 }))),
    // pediment
    poly([[900, 108], [1560, 318], [240, 318]], p.paper), poly([[900, 108], [1560, 318], [900, 318]], mix(p.paper, p.mid2, 0.35)), poly([[900, 152], [1390, 300], [410, 300]], mix(p.mid2, p.mid1, 0.4)), poly([[900, 152], [1390, 300], [900, 300]], mix(p.mid2, p.dark1, 0.4)),
    // the figures of the pediment, as plain masses
    times(9, (i) => { const k = Math.abs(i - 4); const h = 104 - k * 22; const x = 900 + (i - 4) * 84; return ellipse(x, 300 - h + 8, 12, 14, p.paper) + path(`M${x - 26} 300Q${x - 26} ${300 - h + 20} ${x} ${300 - h + 20}T${x + 26} 300Z`, i < 5 ? p.paper : mix(p.paper, p.mid2, 0.5)); }),
    rect(250, 318, 1300, 84, p.paper), rect(250, 388, 1300, 14, mix(p.mid2, p.dark1, 0.2)), rect(250, 340, 1300, 6, p.mid2), clip(rect(250, 318, 1300, 70, '#000'), bands(470, 330, 200, 800, 0.35)),
    // steps
    times(9, (i) => { const y = 794 + i * 26; const x = 260 - i * 22; return rect(x, y, W - 2 * x, 14, p.paper) + rect(x, y + 14, W - 2 * x, 13, mix(p.mid2, p.mid1, 0.25)); }),
    clip(poly([[260, 794], [1540, 794], [1738, 1028], [62, 1028]], '#000'), times(9, (i) => bands(790 + i * 26, 14, 794 + i * 26, 808 + i * 26, 0.8, 98) + bands(800 + i * 26, 4, 808 + i * 26, 821 + i * 26, 0.5, 98))),
    rect(0, 1028, W, 180, mix(p.mid2, p.paper, 0.35)), clip(rect(0, 1028, W, 180, '#000'), bands(1030, 170, 1028, 1200, 0.55, 100)), poly([[0, 794], [200, 794], [40, 1028], [0, 1028]], p.dark1), poly([[1800, 794], [1600, 794], [1760, 1028], [1800, 1028]], p.ink),
    stipple(0, 1028, W, 172, p.dark1, { count: 320, from: 'bottom', opacity: 0.3, r: 2 }),
    people.map(([x, y, h]) => longShadow(x - h * 0.11, y - 2, h * 0.22, h * 0.55, h * 0.4, p.ink, 0.3)).join(''),
    people.map(([x, y, h, c, sh, arm, long], i) => (arm === 2 ? flag(x + h * 0.15, y - h * 0.45, h * 1.25, h * 0.72, h * 0.46, colors, p.ink) : '') + figure(x, y, h, { pose: 'back', coat: c, shade: sh, legs: i % 3 ? p.ink : p.dark1, skin: SKINS[i % 5]!, hair: ['#2a1a14', '#6b4328', p.ink, '#a97b45'][i % 4]!, arms: arm === 1 ? 'up' : arm === 2 ? 'wave' : 'down', longHair: long === 1, skirt: long && i % 2 ? sh : undefined })).join(''),
  ].join('');
}

function parliamentHill(p: Palette): string {
  const stone = mix(p.mid2, p.paper, 0.25);
  const dim = mix(p.mid2, p.dark2, 0.42);
  const copper = mix(p.mid1, '#5f9a86', 0.55);
  const copperDim = mix(copper, p.dark1, 0.5);
  const lancet = (x: number, y: number, w: number, h: number, c: string) => path(`M${x - w / 2} ${y}V${y - h * 0.6}Q${x - w / 2} ${y - h * 0.85} ${x} ${y - h}Q${x + w / 2} ${y - h * 0.85} ${x + w / 2} ${y - h * 0.6}V${y}Z`, c);
  const pinnacle = (x: number, y: number, w: number, h: number, c: string, sh: string) => poly([[x - w / 2, y], [x, y - h], [x + w / 2, y]], c) + poly([[x, y], [x, y - h], [x + w / 2, y]], sh);
  const wing = (x: number, w: number) => [
    rect(x, 470, w, 190, stone), rect(x, 462, w, 12, dim), poly([[x - 8, 466], [x + 26, 392], [x + w - 26, 392], [x + w + 8, 466]], copper), poly([[x + w * 0.5, 466], [x + w * 0.5, 392], [x + w - 26, 392], [x + w + 8, 466]], mix(copper, copperDim, 0.45)),
    times(Math.floor(w / 44), (i) => lancet(x + 24 + i * 44, 552, 20, 62, (i * 7) % 3 ? p.highlight : p.dark1) + lancet(x + 24 + i * 44, 640, 22, 66, (i * 5) % 4 ? p.highlight : p.dark1)), times(Math.floor(w / 88), (i) => pinnacle(x + 46 + i * 88, 440, 34, 60, stone, dim)),
  ].join('');
  const pavilion = (x: number) => rect(x - 66, 430, 132, 232, stone) + rect(x + 14, 430, 52, 232, dim) + poly([[x - 76, 434], [x - 42, 300], [x + 42, 300], [x + 76, 434]], copper) + poly([[x + 8, 434], [x + 8, 300], [x + 42, 300], [x + 76, 434]], copperDim) + line([[x - 42, 298], [x - 42, 274]], p.ink, 5) + line([[x + 42, 298], [x + 42, 274]], p.ink, 5) + lancet(x - 26, 560, 30, 86, p.highlight) + lancet(x + 38, 560, 24, 86, p.dark1) + lancet(x - 26, 650, 30, 60, p.highlight);
  const r = prng(9);
  const reds = [p.accent, '#c9522f', p.highlight, '#b73a2e', '#d9843c'];
  const bank = Array.from({ length: 34 }, (_, i) => ({ x: i * 56 - 20 + (r() - 0.5) * 40, y: 848 + (r() - 0.5) * 40 + Math.abs(i - 16.5) * 3, h: 96 + r() * 96, c: Math.floor(r() * 5), fir: r() < 0.2 }));
  return [
    sky([mix(p.dark1, p.mid1, 0.25), mix(p.mid1, p.dark1, 0.3), mix(p.mid1, p.paper, 0.25), mix(p.paper, p.highlight, 0.35), mix(p.highlight, '#e58a5a', 0.3)], 0, 760, 6),
    circle(1470, 640, 205, '#f9dfa0', { opacity: 0.6 }), circle(1470, 640, 160, '#fdf0c8'),
    rect(120, 232, 420, 20, p.paper, { rx: 10, opacity: 0.5 }), rect(260, 262, 360, 14, p.paper, { rx: 7, opacity: 0.4 }), rect(1220, 190, 420, 18, p.paper, { rx: 9, opacity: 0.4 }), rect(1120, 220, 260, 12, p.paper, { rx: 6, opacity: 0.35 }),
    hills(720, 30, mix(p.mid1, p.dark1, 0.45), 4, { bottom: 930 }),
    path('M0 930V800Q180 760 380 752L1420 752Q1620 760 1800 800V930Z', mix(p.dark2, p.ink, 0.35)),
    '<g transform="translate(-63 74) scale(1.07)">', wing(430, 400), wing(970, 400), pavilion(452), pavilion(1348),
    // the tower
    rect(812, 250, 176, 420, stone), rect(924, 250, 64, 420, dim), rect(800, 660, 200, 20, dim),
    lancet(900, 668, 76, 150, p.ink), lancet(900, 668, 50, 126, p.highlight), lancet(852, 504, 26, 110, p.dark1), lancet(900, 504, 30, 120, p.highlight), lancet(950, 504, 26, 110, p.dark1),
    rect(802, 374, 196, 12, p.paper), rect(924, 374, 74, 12, p.mid2), rect(806, 252, 188, 122, mix(stone, p.paper, 0.3)), rect(924, 252, 70, 122, dim), circle(890, 314, 52, p.ink), circle(890, 314, 43, '#fff3d2'), line([[890, 314], [890, 284]], p.ink, 6), line([[890, 314], [868, 326]], p.ink, 7),
    rect(798, 238, 204, 16, p.paper), rect(924, 238, 78, 16, p.mid2), pinnacle(810, 240, 30, 78, stone, dim), pinnacle(990, 240, 30, 78, dim, mix(dim, p.ink, 0.3)),
    poly([[824, 240], [874, 118], [926, 118], [976, 240]], copper), poly([[908, 240], [908, 118], [926, 118], [976, 240]], copperDim), rect(846, 196, 18, 26, p.ink), rect(892, 170, 16, 26, p.ink), rect(938, 196, 18, 26, p.ink),
    flag(900, 120, 100, 104, 54, [p.accent], p.ink, { wave: 8, poleW: 6, emblem: [rect(26, -110, 52, 110, p.paper), mapleLeaf(52, -64, 18, p.accent)].join('') }),
    '</g>',
    // trees down the cliff
    bank.map(({ x, y, h, c, fir }) => (fir ? conifer(x, y + 30, h * 1.2, p.ink, mix(p.dark1, copper, 0.4), p.dark1) : tree(x, y + 20, h, p.dark2, reds[c]!, mix(reds[c]!, p.dark2, 0.55)))).join(''),
    bank.map(({ x, h, c }, i) => tree(x + 28, 918 + (i % 3) * 8, h * 0.95, p.dark2, mix(reds[(c + 2) % 5]!, p.dark2, 0.18), mix(reds[(c + 2) % 5]!, p.dark2, 0.7))).join(''),
    water(914, 290, mix(p.dark1, p.mid1, 0.35), mix(p.mid1, p.paper, 0.3), { count: 46, opacity: 0.4 }),
    clip(rect(0, 914, W, 300, '#000'), [times(26, (i) => rect(i * 72 - 30 + (i % 3) * 9, 900, 60, 46 + ((i * 37) % 50), reds[i % 5]!, { opacity: 0.42, rx: 20 })), times(15, (i) => rect(830 - (i % 3) * 16, 922 + i * 20, 140 + ((i * 29) % 50), 10, i < 5 ? stone : p.paper, { opacity: 0.5 - i * 0.022, rx: 5 })), times(12, (i) => rect(1410 + ((i * 17) % 30), 926 + i * 19, 110 - i * 3, 8, '#fdf0c8', { opacity: 0.55 - i * 0.03, rx: 4 }))]),
    // a canoe going by
    ellipse(690, 1030, 150, 12, p.ink, { opacity: 0.35 }), [[630, p.highlight, '#b98a3a', 26], [752, p.paper, p.mid2, 22]].map(([x, c, sh, w]) => path(`M${Number(x) - 22} 1016Q${Number(x) - 24} 962 ${x} 958Q${Number(x) + 24} 962 ${Number(x) + 22} 1016Z`, String(c)) + path(`M${x} 958Q${Number(x) + 24} 962 ${Number(x) + 22} 1016H${x}Z`, String(sh)) + circle(Number(x), 940, Number(w) * 0.62, '#c98f66') + path(`M${Number(x) - 17} 940a17 18 0 0 1 34 0Z`, p.ink)).join(''), line([[610, 968], [576, 1044]], p.ink, 6), line([[776, 966], [812, 1044]], p.ink, 6), path('M540 990Q560 1008 600 1008H782Q822 1008 842 988Q838 1034 790 1034H592Q546 1034 540 990Z', p.accent), path('M700 1008H782Q822 1008 842 988Q838 1034 790 1034H700Z', p.dark2),
    // the near bank and its leaves
    path('M0 1200V1070Q320 1100 620 1150Q760 1180 820 1200ZM1800 1200V1050Q1540 1090 1240 1148Q1080 1180 1020 1200Z', p.ink),
    path('M-40 250Q180 190 330 60Q350 30 350 -20L250 -20Q200 110 -40 190Z', p.ink), path('M140 190Q250 250 420 228M250 130Q330 160 470 110', 'none', { stroke: p.ink, width: 10 }),
    [[330, 90, 92, 160, 0], [450, 120, 74, 215, 1], [250, 210, 96, 190, 3], [400, 240, 84, 150, 0], [120, 270, 104, 200, 1], [60, 130, 90, 140, 4], [190, 80, 84, 200, 3], [300, 320, 66, 170, 4]].map(([x, y, k, a, c]) => mapleLeaf(x! + 8, y! + 10, k!, p.ink, a) .replace('<g ', '<g opacity="0.25" ') + mapleLeaf(x!, y!, k!, reds[c!]!, a)).join(''),
    [[560, 1100, 54, 40, 0], [390, 1090, 76, 300, 2], [220, 1090, 60, 80, 3], [1420, 1088, 66, 20, 0], [1560, 1090, 78, 330, 2], [1290, 1120, 50, 100, 4], [570, 330, 38, 30, 1], [660, 210, 28, 80, 3], [1300, 330, 34, 200, 3]].map(([x, y, k, a, c]) => mapleLeaf(x!, y!, k!, reds[c!]!, a)).join(''),
  ].join('');
}

function ballotBoxMaple(p: Palette): string {
  const floor = mix(p.mid2, p.highlight, 0.4);
  const wall = mix(p.mid1, p.paper, 0.5);
  const queue: [number, number, number, string, string, string][] = [[730, 606, 232, p.dark2, p.ink, p.paper], [610, 652, 270, p.mid1, p.dark1, '#9fb7d8'], [462, 722, 330, p.highlight, '#b98a3a', p.paper], [262, 828, 424, p.dark1, p.ink, '#9fb7d8']];
  const card = '#e9d3a6';
  const cardShade = '#b99a63';
  return [
    rect(0, 0, W, 560, wall), rect(0, 0, W, 120, mix(p.dark1, p.mid1, 0.5)), rect(0, 120, W, 12, p.dark1), rect(0, 430, W, 130, p.dark1), rect(0, 424, W, 10, p.paper),
    times(6, (i) => rect(90 + i * 290, 170, 190, 190, '#fbf4e2') + rect(90 + i * 290, 170, 190, 190, 'none', { stroke: p.dark1, width: 8 }) + line([[185 + i * 290, 170], [185 + i * 290, 360]], p.dark1, 6) + line([[90 + i * 290, 265], [280 + i * 290, 265]], p.dark1, 6)),
    // hoop
    rect(1326, 60, 14, 130, p.ink), rect(1214, 160, 250, 178, p.paper), rect(1214, 160, 250, 178, 'none', { stroke: p.ink, width: 8 }), rect(1290, 236, 98, 70, 'none', { stroke: p.accent, width: 8 }), ellipse(1339, 340, 54, 12, 'none', { stroke: p.accent, width: 10 }), path('M1287 344L1306 424H1372L1391 344M1310 350L1330 424L1350 424L1368 350', 'none', { stroke: p.paper, width: 4 }),
    // floor
    rect(0, 556, W, 700, floor), times(16, (i) => poly([[900 + (i - 8) * 130, 556], [900 + (i - 8) * 130 + 3, 556], [900 + (i - 8) * 420 + 8, 1200], [900 + (i - 8) * 420, 1200]], '#a5803f', { opacity: 0.4 })),
    times(6, (i) => poly([[100 + i * 290, 560], [260 + i * 290, 560], [110 + i * 340, 990], [-140 + i * 340, 990]], '#fff4d6', { opacity: 0.3 })),
    path('M-20 900Q700 560 1820 640', 'none', { stroke: p.accent, width: 12, opacity: 0.8 }), line([[0, 590], [W, 590]], p.paper, 7), ellipse(1480, 760, 300, 84, 'none', { stroke: p.dark1, width: 10, opacity: 0.8 }),
    queue.map(([x, y, h]) => ellipse(x, y, h * 0.26, h * 0.07, p.dark1, { opacity: 0.85 }) + ellipse(x, y, h * 0.2, h * 0.05, p.paper)).join(''),
    queue.map(([x, y, h]) => longShadow(x - h * 0.1, y - 4, h * 0.2, -h * 0.3, h * 0.24, p.ink, 0.25)).join(''),
    queue.map(([x, y, h, c, sh, m], i) => figure(x, y, h, { pose: 'stand', coat: c, shade: sh, legs: i % 2 ? p.ink : p.dark1, skin: SKINS[(i * 2 + 1) % 5]!, hair: ['#2a1a14', p.ink, '#8a5a34', p.ink][i]!, mask: m, longHair: i % 2 === 0, arms: i === 2 ? 'folded' : 'down', skirt: i === 0 ? p.dark2 : undefined })).join(''),
    // table and box
    poly([[0, 960], [1800, 900], [1800, 1200], [0, 1200]], p.dark1), poly([[0, 960], [1800, 900], [1800, 930], [0, 992]], p.mid1), poly([[0, 1120], [1800, 1060], [1800, 1200], [0, 1200]], p.ink, { opacity: 0.35 }),
    poly([[212, 1120], [486, 1056], [492, 1078], [222, 1142]], p.ink, { opacity: 0.4 }), poly([[208, 1100], [470, 1040], [475, 1062], [213, 1122]], p.highlight), poly([[211, 1112], [473, 1052], [475, 1062], [213, 1122]], '#b98a3a'), poly([[470, 1040], [510, 1042], [475, 1062]], p.paper), poly([[496, 1041], [510, 1042], [498, 1050]], p.ink), poly([[208, 1100], [186, 1105], [191, 1127], [213, 1122]], p.accent),
    poly([[700, 1040], [1270, 1010], [1560, 1096], [900, 1180]], p.ink, { opacity: 0.4 }),
    poly([[640, 560], [1080, 590], [1080, 1080], [640, 1030]], card), poly([[1080, 590], [1330, 540], [1330, 1000], [1080, 1080]], cardShade), poly([[640, 560], [890, 516], [1330, 540], [1080, 590]], '#f7e7c4'),
    poly([[640, 560], [1080, 590], [1080, 616], [640, 586]], '#d8bd8a'), poly([[1080, 590], [1330, 540], [1330, 566], [1080, 616]], '#9c8050'),
    clip(poly([[640, 586], [1080, 616], [1080, 1080], [640, 1030]], '#000'), stipple(640, 586, 440, 500, '#a5803f', { count: 320, from: 'bottom', r: 2.2, opacity: 0.5 })),
    poly([[858, 552], [1090, 566], [1112, 556], [880, 543]], p.ink),
    `<g transform="matrix(1 0.075 0 1 862 812)">${mapleLeaf(0, 0, 162, p.accent)}${clip(rect(0, -200, 300, 500, '#000'), mapleLeaf(0, 0, 162, mix(p.accent, p.dark2, 0.5)))}</g>`,
    // the folded ballot and the hand
    clip(rect(600, 0, 700, 561, '#000'), [poly([[884, 330], [1096, 316], [1110, 580], [900, 590]], '#fffdf4'), poly([[884, 330], [990, 323], [1004, 586], [900, 590]], mix(p.paper, p.mid2, 0.35)), line([[990, 323], [1004, 586]], p.mid2, 4), line([[1020, 400], [1080, 396]], p.mid1, 8), line([[1022, 430], [1072, 427]], p.mid1, 8)]),
    pinch(1010, 350, 0.86, SKINS[1]!, p.dark2, { rotate: -24, sleeve: p.accent, sleeveShade: p.dark2, cuff: '#c95a5e' }),
  ].join('');
}

export const politicsScenes: Scene[] = [
  { name: 'counting-room', palette: 'politics', draw: countingRoom },
  { name: 'electoral-map-night', palette: 'politics', draw: electoralMapNight },
  { name: 'supreme-court-columns', palette: 'politics', draw: supremeCourt },
  { name: 'parliament-hill-autumn', palette: 'politics', draw: parliamentHill },
  { name: 'ballot-box-maple', palette: 'politics', draw: ballotBoxMaple },
];
