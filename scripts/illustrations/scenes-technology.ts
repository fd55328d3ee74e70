/** The technology pictures. */
import {
  circle, clip, curve, ellipse, figure, group, H, halftone, limb, line, mix, type Palette, type Pt, path, polar, poly, prng, rect, type Scene,star, stipple, times, W, 
} from './kit.ts';

function goBoard(p: Palette): string {
  const at = (u: number, v: number): Pt => { const s = 1 / (1 + 0.72 * v); return [900 + (u - 0.5) * 1560 * s, -530 + 1640 * s]; };
  const scale = (v: number) => 1 / (1 + 0.72 * v);
  const N = 13;
  const k = (i: number) => 0.04 + (i / (N - 1)) * 0.92;
  const [wood, woodDim, groove] = ['#e3b566', '#c08f41', '#6d4a1c'];
  const stone = (i: number, j: number, white: boolean) => {
    const [x, y] = at(k(i), k(j));
    const r = 51 * scale(k(j));
    const f = white ? '#f7f5ee' : p.ink;
    return { y, body: ellipse(x - r * 0.28, y + r * 0.3, r * 1.04, r * 0.7, p.ink, { opacity: 0.34 }) + ellipse(x, y, r, r * 0.74, white ? '#b9bdcb' : '#05050f') + ellipse(x, y - r * 0.16, r, r * 0.7, f) + ellipse(x + r * 0.28, y - r * 0.36, r * 0.34, r * 0.18, white ? '#ffffff' : p.mid1, { opacity: white ? 1 : 0.65 }) };
  };
  const black: [number, number][] = [[2, 3], [3, 3], [4, 3], [4, 4], [3, 6], [8, 2], [9, 3], [9, 4], [10, 5], [2, 8], [3, 8], [5, 9], [9, 9], [10, 8], [6, 3], [11, 10], [4, 11], [7, 7], [9, 1], [2, 1], [11, 3], [1, 5], [1, 9]];
  const white: [number, number][] = [[2, 4], [3, 4], [3, 5], [5, 4], [5, 5], [5, 3], [8, 3], [8, 4], [7, 2], [9, 5], [2, 7], [4, 8], [5, 8], [9, 8], [8, 9], [8, 10], [10, 9], [10, 10], [7, 9], [2, 10], [5, 7], [5, 1], [3, 2], [10, 2], [1, 3], [11, 6]];
  const stones = [...black.map(([i, j]) => stone(i, j, false)), ...white.map(([i, j]) => stone(i, j, true))].sort((a, b) => a.y - b.y);
  const corner = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
  const grid = (c: string, w: number, o: number) => times(N, (i) => line([at(k(i), k(0)), at(k(i), k(N - 1))], c, w, { opacity: o }) + line([at(k(0), k(i)), at(k(N - 1), k(i))], c, w, { opacity: o }));
  const far = [at(0, 0.52), at(0.5, 0.55), at(1, 0.68), at(1, 1), at(0, 1)];
  const rand = prng(5);
  const traces = Array.from({ length: N }, (_, i) => {
    const [x, y] = at(k(i), k(N - 1));
    const far = Math.abs(i - 6);
    const side = i < 6 ? -1 : 1;
    const [rise, run] = [36 + (6 - far) * 24, far ? 30 + far * 34 : 0];
    const end: Pt = [x + side * run, Math.max(58, y - rise - run - 30 - rand() * 110)];
    return { pts: [[x, y], [x, y - rise], [x + side * run, y - rise - run], end] as Pt[], end, hot: i % 3 === 1 };
  });
  const target = at(k(6), k(6));
  const skin = '#dba678';
  const mid = mix(skin, '#7a3d28', 0.28);
  const deep = mix(skin, '#5a2a22', 0.48);
  return [
    rect(0, 0, W, H, p.ink), path('M0 1200V300Q500 190 900 190T1800 300V1200Z', mix(p.ink, p.dark1, 0.5)), halftone(0, 330, W, 340, p.mid1, { step: 34, r1: 7, to: 'down', opacity: 0.28 }),
    times(12, (i) => line([[i * 170 - 40, 0], [i * 170 - 40, 60 + (i % 4) * 50], [i * 170 + 20, 120 + (i % 4) * 50], [i * 170 + 20, 260]], p.dark1, 5)),
    traces.map(({ pts, end, hot }) => line(pts, hot ? p.accent : p.mid1, hot ? 9 : 6) + circle(end[0], end[1], hot ? 30 : 0, p.accent, { opacity: 0.25 }) + circle(end[0], end[1], hot ? 17 : 11, hot ? '#c9f4fb' : p.ink, { stroke: hot ? p.accent : p.mid1, width: 6 })).join(''),
    poly([[corner[0]![0], 1110], [corner[1]![0], 1110], [1700, 1230], [100, 1230]], woodDim), poly(corner, wood),
    clip(poly(corner, '#000'), times(26, (i) => path(`M0 ${370 + i * 30}Q600 ${350 + i * 31 + (i % 4) * 7} 1800 ${374 + i * 30}`, 'none', { stroke: woodDim, width: 4 + (i % 3) * 2, opacity: 0.35 }))),
    clip(poly(corner, '#000'), [poly([at(0, 0), at(1, 0), at(1, 0.12), at(0, 0.3)], '#f6d692', { opacity: 0.35 })]), grid(groove, 4, 0.85),
    clip(poly(far, '#000'), [poly(corner, p.dark1), grid(p.accent, 5, 0.9), times(5, (i) => circle(...at(k(1 + i * 2.5), k(11)), 9, '#c9f4fb'))]), line([at(0, 0.52), at(0.5, 0.55), at(1, 0.68)], '#c9f4fb', 7), line([at(0, 0.52), at(0.5, 0.55), at(1, 0.68)], p.accent, 18, { opacity: 0.35 }),
    line([corner[3]!, corner[2]!], p.mid1, 6), poly([[corner[0]![0], 1110], [corner[1]![0], 1110], [corner[1]![0], 1120], [corner[0]![0], 1120]], '#f6d692'),
    ellipse(target[0], target[1], 66, 46, p.highlight, { opacity: 0.35 }), ellipse(target[0], target[1], 46, 32, 'none', { stroke: p.highlight, width: 6 }),
    stones.map((s) => s.body).join(''),
    // the hand's shadow and the hand
    path('M860 800Q960 790 1060 850Q1260 900 1400 1010L1660 1230H1300Q1180 1060 1060 960Q930 900 860 800Z', p.ink, { opacity: 0.28 }),
    group([
      limb([[300, 96], [190, 138], [112, 112]], [76, 60, 44], deep), limb([[260, 70], [150, 96], [196, 132]], [60, 54, 44], deep), limb([[260, 40], [132, 60], [176, 106]], [62, 56, 44], mid),
      limb([[256, 24], [130, 26], [34, 34]], [60, 54, 40], mid), ellipse(4, 20, 56, 26, '#05050f'), ellipse(2, 10, 55, 24, p.ink), ellipse(-14, 4, 20, 6, p.mid1, { opacity: 0.7 }),
      path('M440 -50Q330 -92 240 -62Q196 -30 214 40Q240 110 330 124Q400 122 460 104Z', skin), path('M460 104Q400 122 330 124Q262 112 232 70Q340 84 452 40Z', mid),
      limb([[262, -26], [138, -52], [10, -8]], [70, 58, 40], skin), path('M-8 -14Q6 -26 26 -18Q22 -4 4 0Z', '#f1d0b0'), path('M196 -58Q212 -50 208 -34M150 -66Q160 -58 160 -44', 'none', { stroke: mid, width: 6 }),
      path('M436 -76L1100 -140V220L446 130Z', p.dark2), path('M440 46L1100 60V220L446 130Z', p.ink), path('M420 -70L476 -80L488 136L432 128Z', '#f7f5ee'), path('M428 50L486 46L488 136L432 128Z', '#b9bdcb'),
    ], { x: target[0] + 12, y: target[1] - 84, scale: 1.12, rotate: 27 }),
  ].join('');
}

function keyholeStars(p: Palette): string {
  const hole = 'M900 352a98 98 0 0 1 56 178l42 190H802l42 -190a98 98 0 0 1 56 -178Z';
  const people: [number, number, number, boolean, string, string, boolean][] = [[470, 1004, 210, false, p.mid1, p.dark1, true], [690, 1080, 270, false, p.highlight, '#a87a1e', false], [1120, 1090, 280, true, p.accent, '#0d6f83', true], [1330, 1000, 206, true, p.mid2, p.dark2, false], [1430, 1110, 296, true, p.mid1, p.dark1, false], [380, 1120, 306, false, p.mid2, p.dark2, false], [590, 974, 168, false, p.accent, '#0d6f83', false], [1230, 966, 160, true, p.highlight, '#a87a1e', true]];
  const skins = ['#e9bd97', '#8a5638', '#c98f66', '#6f432c'];
  return [
    rect(0, 0, W, H, p.ink), path('M0 1200V260Q420 60 900 60T1800 260V1200Z', mix(p.ink, p.dark1, 0.4)), path('M0 1200V560Q380 230 900 230T1800 560V1200Z', mix(p.ink, p.dark1, 0.8)),
    halftone(0, 120, 520, 780, p.mid1, { step: 40, r1: 7, to: 'down', opacity: 0.4 }), halftone(1290, 120, 520, 780, p.mid1, { step: 40, r1: 7, to: 'down', opacity: 0.4 }),
    path('M0 930Q900 880 1800 930V1200H0Z', mix(p.ink, p.dark1, 0.25)),
    // light on the floor, a keyhole thrown forward
    poly([[800, 930], [1000, 930], [1240, 1210], [560, 1210]], p.highlight, { opacity: 0.85 }), poly([[822, 930], [978, 930], [1120, 1210], [680, 1210]], '#ffe9b0', { opacity: 0.8 }), poly([[540, 920], [1260, 920], [1700, 1210], [100, 1210]], p.highlight, { opacity: 0.13 }),
    // the screen
    rect(566, 96, 716, 848, '#07071a', { rx: 62 }), rect(540, 88, 720, 850, '#3d3f86', { rx: 62 }), rect(546, 94, 706, 844, '#262658', { rx: 58 }), rect(566, 114, 668, 798, '#2747a8', { rx: 42 }), clip(rect(566, 114, 668, 798, '#000', { rx: 42 }), [poly([[1010, 100], [1300, 100], [1300, 940], [720, 940]], '#1f3a90'), circle(900, 520, 330, '#3b62cf', { opacity: 0.35 }), circle(900, 520, 200, p.highlight, { opacity: 0.14 }), stipple(566, 114, 668, 798, '#6f92f0', { count: 240, from: 'bottom', r: 2.4, opacity: 0.5 })]), rect(830, 132, 140, 22, '#1b1b3d', { rx: 11 }),
    path(hole, '#1b1b3d', { stroke: '#1b1b3d', width: 34 }), path(hole, p.highlight), clip(path(hole, '#000'), [circle(900, 640, 200, '#ffe9b0'), circle(900, 700, 120, '#fff8e2'), poly([[800, 340], [850, 340], [850, 730], [790, 730]], '#a87a1e', { opacity: 0.6 })]),
    times(12, (i) => { const [x, y] = polar(900, 524, 282, i * 30 - 90); return star(x + 5, y + 6, 46, p.ink, { opacity: 0.4 }) + star(x, y, 46, p.highlight) + clip(rect(x, y - 60, 60, 120, '#000'), star(x, y, 46, '#c98d1c')); }),
    // people with phones
    people.map(([x, y, h]) => { const dx = (x - 900) * 0.5; return poly([[x - h * 0.12, y - 4], [x + h * 0.12, y - 4], [x + dx + h * 0.3, y + h * 0.55], [x + dx - h * 0.16, y + h * 0.55]], '#05050f', { opacity: 0.5 }); }).join(''),
    [...people].sort((a, b) => a[1] - b[1]).map(([x, y, h, flip, c, sh, long], i) => { const d = flip ? -1 : 1; return figure(x, y, h, { pose: 'walk', coat: c, shade: sh, legs: i % 2 ? '#1b1b3d' : '#2d2d52', skin: skins[i % 4]!, hair: ['#1d1411', '#4a2d1c', '#120d1c'][i % 3]!, longHair: long, flip }) + group([rect(-9, -46, 18, 52, '#07071a', { rx: 4 }), rect(-6, -42, 12, 42, '#c9f4fb', { rx: 2 }), circle(0, -20, 44, p.accent, { opacity: 0.16 })], { x: x + d * h * 0.2, y: y - h * 0.51, scale: h / 250, rotate: d * 16 }); }).join(''),
  ].join('');
}

function unpluggedCable(p: Palette): string {
  const rand = prng(23);
  const metal = mix(p.dark2, p.ink, 0.45);
  const rack = (x: number, w: number, top: number, bottom: number, lit: boolean) => {
    const u = (bottom - top - 60) / 12;
    return [
      rect(x, top, w, bottom - top, mix(p.ink, p.dark2, 0.28)), rect(x, top, 16, bottom - top, mix(p.dark2, p.mid2, 0.16)), rect(x + w - 16, top, 16, bottom - top, '#08081a'),
      times(12, (i) => {
        const y = top + 30 + i * u;
        const kind = Math.floor(rand() * 3);
        return rect(x + 26, y, w - 52, u - 8, kind ? metal : mix(metal, p.dark1, 0.4)) + rect(x + 26, y, w - 52, 4, p.mid2, { opacity: 0.35 })
          + (kind === 0 ? times(9, (c) => rect(x + 60 + c * ((w - 190) / 9), y + u * 0.26, (w - 190) / 12, u * 0.34, '#06060f', { rx: 3 })) : kind === 1 ? times(16, (c) => rect(x + 60 + c * ((w - 180) / 16), y + u * 0.24, 4, u * 0.4, '#06060f')) : rect(x + 60, y + u * 0.3, w - 260, u * 0.26, '#0b0b1a', { rx: 4 }) + circle(x + w - 170, y + u * 0.42, u * 0.14, '#0b0b1a'))
          + times(3, (c) => circle(x + w - 108 + c * 24, y + u * 0.42, 6, '#05050c') + circle(x + w - 108 + c * 24, y + u * 0.42, 6, 'none', { stroke: p.mid2, width: 1.5, opacity: 0.35 }));
      }),
      lit ? '' : rect(x, top, w, bottom - top, '#05050f', { opacity: 0.5 }),
    ].join('');
  };
  const [ox, oy] = [900, 1048];
  const P = (a: number, b: number, z: number): Pt => [ox - a * 0.93 + b * 0.56, oy - a * 0.34 - b * 0.36 - z];
  const face = (pts: [number, number, number][], f: string, o = {}) => poly(pts.map((q) => P(...q)), f, o);
  const [L, B, Z] = [330, 214, 112];
  const cable = curve([[1060, 1004], [1120, 1050], [1210, 1096], [1370, 1090], [1440, 1010], [1350, 940], [1200, 952], [1150, 1010], [1240, 1072], [1480, 1096], [1900, 1010]]);
  const glow: Pt = [1203, 432];
  return [
    rect(0, 0, W, H, '#08081a'), rack(-70, 380, 70, 860, false), rack(1490, 380, 70, 860, false), rack(322, 560, 40, 880, true), rack(918, 560, 40, 880, true),
    // the one light
    ...[[430, 0.05], [300, 0.07], [190, 0.1], [110, 0.16], [58, 0.3]].map(([r, o]) => circle(glow[0], glow[1], r!, p.highlight, { opacity: o })),
    rect(944, 388, 508, 88, mix(metal, p.highlight, 0.16)), rect(980, 424, 150, 18, '#05050c', { rx: 5 }), rect(944, 388, 508, 5, p.highlight, { opacity: 0.7 }), times(4, (c) => rect(1270 + c * 42, 414, 28, 34, '#05050c', { rx: 3 })), circle(glow[0], glow[1], 30, p.highlight, { opacity: 0.4 }), circle(glow[0], glow[1], 18, p.highlight), circle(glow[0] - 4, glow[1] - 4, 8, '#fff3d0'),
    // the floor
    rect(0, 876, W, 330, mix(p.dark2, p.ink, 0.35)), rect(0, 876, W, 12, '#05050f'), times(15, (i) => line([[900 + (i - 7) * 150, 884], [900 + (i - 7) * 330, 1210]], '#05050f', 4, { opacity: 0.6 })), [920, 975, 1060, 1170].map((y) => line([[0, y], [W, y]], '#05050f', 4, { opacity: 0.6 })).join(''),
    poly([[1130, 888], [1290, 888], [1330, 1210], [1010, 1210]], p.highlight, { opacity: 0.1 }), poly([[1180, 888], [1230, 888], [1240, 1210], [1120, 1210]], p.highlight, { opacity: 0.14 }), stipple(0, 890, W, 310, p.mid2, { count: 260, from: 'bottom', r: 2, opacity: 0.28 }),
    // cable and plug
    group(path(cable, 'none', { stroke: '#03030a', width: 62, opacity: 0.55 }), { x: 14, y: 26 }), path(cable, 'none', { stroke: '#0d6f83', width: 58 }), group(path(cable, 'none', { stroke: p.accent, width: 38 }), { x: -2, y: -8 }), group(path(cable, 'none', { stroke: '#8fe3f2', width: 8, opacity: 0.8 }), { x: -4, y: -20 }),
    face([[-40, -16, -16], [L + 8, -30, -16], [L + 20, B, -16], [-40, B + 10, -16]], '#03030a', { opacity: 0.55 }),
    // the body's back, the boot, the clear body
    face([[0, 0, 0], [0, B, 0], [0, B, Z], [0, 0, Z]], '#6f7c98'), face([[0, 0, 0], [0, B, 0], [0, B, 30], [0, 0, 24]], '#525e78'),
    limb([P(2, 107, 52), [1076, 1012]], [118, 62], '#0d6f83'), limb([P(0, 112, 68), [1074, 1000]], [84, 40], p.accent), times(4, (i) => line([[984 + i * 24, 930 + i * 15], [958 + i * 24, 1000 + i * 13]], '#0a5464', 6)),
    face([[0, 0, 0], [L, 0, 0], [L, 0, Z], [0, 0, Z]], '#a9b6cb'), face([[0, 0, 0], [L, 0, 0], [L, 0, 34], [0, 0, 24]], '#7d8aa6'), face([[0, 0, Z], [L, 0, Z], [L, B, Z], [0, B, Z]], '#e4ebf4'), face([[0, 0, Z], [130, 0, Z], [130, B, Z], [0, B, Z]], '#c4cfdf'),
    times(8, (i) => face([[30, 18 + i * 23, Z], [196, 18 + i * 23, Z], [196, 29 + i * 23, Z], [30, 29 + i * 23, Z]], [p.highlight, '#e0762b', '#8fd39a', p.mid1, '#cfe0ff', '#4f9a63', '#f7f5ee', '#8a5638'][i]!) + face([[208, 15 + i * 23, Z], [L - 8, 15 + i * 23, Z], [L - 8, 32 + i * 23, Z], [208, 32 + i * 23, Z]], '#c98d1c') + face([[208, 15 + i * 23, Z], [L - 8, 15 + i * 23, Z], [L - 8, 23 + i * 23, Z], [208, 23 + i * 23, Z]], '#ffd873')),
    face([[196, 0, Z], [206, 0, Z], [206, B, Z], [196, B, Z]], '#8d99b4'), face([[0, 0, Z], [L, 0, Z], [L, 8, Z], [0, 8, Z]], '#ffffff', { opacity: 0.7 }),
    face([[60, 0, 46], [300, 0, 30], [300, 0, 52], [60, 0, 74]], '#e4ebf4'), face([[60, 0, 46], [300, 0, 30], [300, 0, 38], [60, 0, 56]], '#c4cfdf'),
  ].join('');
}

export const technologyScenes: Scene[] = [
  { name: 'go-board-hand', palette: 'technology', draw: goBoard },
  { name: 'keyhole-stars', palette: 'technology', draw: keyholeStars },
  { name: 'unplugged-cable', palette: 'technology', draw: unpluggedCable },
];
