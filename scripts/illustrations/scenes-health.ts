/** The pictures of the health section: an empty square, a first dose, a net at night and two drops. */

import { bust } from './figures-people.ts';
import {
  circle, clip, ellipse, figure, group, hatch, limb, line, mix, 
  type Pt, path, polar, poly, prng, rect, type Scene,sky, stipple, times, twoTone,
} from './kit.ts';

const BROWN = ['#8a5638', '#6f4129', '#a56b45', '#59331f'];

/** A pigeon standing at x, y, facing right. */
function pigeon(x: number, y: number, s: number, body: string, wing: string, ink: string, flip = false): string {
  return group([ellipse(20, 2, 56, 7, ink, { opacity: 0.3 }), line([[-4, -16], [-6, 0]], ink, 4), line([[12, -16], [14, 0]], ink, 4), path('M-78 -26L-30 -44Q-10 -66 26 -62Q30 -92 52 -94Q72 -92 72 -76L86 -70L70 -66Q62 -30 30 -18Q-10 -8 -40 -26Z', body), path('M-66 -30Q-30 -60 14 -50Q4 -22 -34 -24Z', wing), path('M28 -66Q44 -62 66 -68L62 -54Q44 -48 28 -54Z', ink, { opacity: 0.45 }), circle(58, -80, 4, ink)], { x, y, scale: s, flip });
}

const square: Scene = { name: 'empty-square-mask', palette: 'health', draw: (p) => {
  const vp: Pt = [900, 610];
  const facade = (f: string, arch: string, lit: string, flip: boolean) => {
    const at = (x: number, t: number): Pt => { const k = 1 - (x / 700) * 0.72; return [x, vp[1] + (t - 610) * k]; };
    const quad = (x0: number, x1: number, t0: number, t1: number, c: string) => poly([at(x0, t0), at(x1, t0), at(x1, t1), at(x0, t1)], c);
    const xs = [20, 210, 360, 480, 575, 645];
    return group([quad(-20, 700, -190, 980, f), quad(-20, 700, -230, -160, arch), quad(-20, 700, 420, 450, arch), times(5, (i) => { const [a, b] = [xs[i]!, xs[i + 1]!]; const w = b - a; const x0 = a + w * 0.2; const x1 = a + w * 0.84; return quad(x0, x1, 600, 980, arch) + path(`M${at(x0, 604).join(' ')}Q${(x0 + x1) / 2} ${at((x0 + x1) / 2, 440)[1]} ${at(x1, 604).join(' ')}Z`, arch) + quad(a + w * 0.28, a + w * 0.74, 160, 350, arch) + quad(a + w * 0.28, a + w * 0.74, -90, 90, i === 3 ? lit : arch) + quad(a + w * 0.2, a + w * 0.82, 354, 372, lit); })], { x: flip ? 1800 : 0, flip });
  };
  const stone = mix(p.highlight, p.paper, 0.45);
  return [
    sky([mix(p.mid2, p.dark1, 0.25), p.mid2, mix(p.mid2, p.highlight, 0.6), p.highlight, mix(p.highlight, p.paper, 0.55)], 0, 700, 8), circle(1120, 400, 150, mix(p.highlight, p.paper, 0.45)), circle(1120, 400, 92, '#fffaf0'),
    // the far side: a church front with a clock
    rect(560, 430, 680, 270, mix(p.mid2, p.dark1, 0.2)), times(11, (i) => path(`M${580 + i * 60} 700V620a20 26 0 0 1 40 0V700Z`, mix(p.dark1, p.mid2, 0.25)) + rect(586 + i * 60, 480, 28, 54, mix(p.dark1, p.mid2, 0.3))), rect(550, 418, 700, 18, p.dark1),
    twoTone((f) => rect(800, 330, 200, 370, f), stone, mix(p.mid2, p.dark1, 0.12), 930), poly([[786, 330], [900, 230], [1014, 330]], p.dark2), poly([[900, 230], [1014, 330], [930, 330]], p.dark1), line([[900, 230], [900, 180]], p.dark1, 7), line([[882, 198], [918, 198]], p.dark1, 7), circle(900, 404, 42, p.dark1), circle(900, 404, 33, p.paper), line([[900, 404], [900, 380]], p.ink, 6), line([[900, 404], [914, 414]], p.ink, 6),
    // the ground
    rect(0, 690, 1800, 510, mix(p.mid2, p.highlight, 0.55)), clip(rect(0, 692, 1800, 520, '#000'), times(21, (i) => poly([vp, [-2300 + i * 320, 1240], [-2140 + i * 320, 1240]], mix(p.mid2, p.dark1, 0.08), { opacity: 0.4 }))), [700, 726, 764, 818, 896, 1010].map((y, i) => rect(0, y, 1800, 3 + i * 2, p.dark1, { opacity: 0.18 })).join(''),
    facade(mix(p.dark1, p.mid2, 0.42), p.dark1, p.mid2, false), facade(mix(p.dark1, p.ink, 0.3), p.ink, p.dark2, true),
    poly([[1800, 980], [1118, 700], [880, 712], [900, 800], [1240, 960], [1500, 1200], [1800, 1200]], p.dark1, { opacity: 0.34 }),
    // the figure and its shadow
    poly([[862, 1056], [950, 1056], [520, 1200], [260, 1200]], p.ink, { opacity: 0.5 }), figure(905, 1064, 590, { coat: p.accent, shade: p.dark2, legs: p.ink, skin: '#e3b088', hair: p.ink, shirt: p.paper, mask: p.paper, arms: 'forward' }),
    path('M838 580Q905 622 972 580L980 640Q905 668 830 640Z', p.mid1), path('M940 630L968 630L984 770L944 776Z', p.mid1),
    [[560, 1000, 1], [420, 1060, 1.3], [660, 1090, 1.1], [1180, 900, 0.8], [1260, 1030, 1.25], [700, 850, 0.6], [1090, 800, 0.5], [620, 800, 0.45]].map(([x, y, s], i) => pigeon(x!, y!, s!, i % 3 ? p.mid1 : mix(p.paper, p.mid2, 0.3), i % 3 ? mix(p.mid1, p.dark1, 0.5) : p.mid2, p.ink, i % 2 === 0)).join(''),
    group([path('M0 0Q-30 -60 -90 -66Q-50 -30 -30 4Z', p.mid1), path('M0 0Q40 -70 104 -60Q60 -30 34 8Z', mix(p.mid1, p.dark1, 0.3)), path('M-60 10Q0 -20 60 0L84 8L58 18Q0 34 -60 10Z', p.ink)], { x: 612, y: 330, scale: 0.62 }), group([path('M0 0Q-30 -60 -90 -66Q-50 -30 -30 4Z', p.mid1), path('M0 0Q40 -70 104 -60Q60 -30 34 8Z', p.paper), path('M-60 10Q0 -20 60 0L84 8L58 18Q0 34 -60 10Z', p.ink)], { x: 720, y: 250, scale: 0.46 }),
    stipple(0, 900, 1800, 300, p.dark2, { count: 200, opacity: 0.3 }),
  ].join('');
} };

const dose: Scene = { name: 'syringe-queue-clinic', palette: 'health', draw: (p) => {
  const wall = mix(p.mid1, p.paper, 0.55);
  const grey = '#cfcad6';
  const waiting = (x: number, y: number, h: number, coat: string, hair: string, skin: string, flip: boolean) => group([rect(-78, -h * 0.42, 14, h * 0.42, p.ink), rect(-80, -h * 0.7, 18, h * 0.3, p.dark1, { rx: 6 }), rect(-84, -h * 0.36, 150, 18, p.ink, { rx: 5 }), rect(46, -h * 0.36, 12, h * 0.36, p.ink)], { x, y, flip }) + figure(x, y, h, { pose: 'sit', coat, shade: mix(coat, p.ink, 0.35), legs: p.dark1, skin, hair, mask: p.paper, flip });
  const glove = '#5f86c9';
  const skin = '#eabf9f';
  const skinDark = mix(skin, p.dark2, 0.35);
  const white = mix(p.paper, '#ffffff', 0.6);
  const barrel = group([
    rect(-206, -4, 110, 8, p.ink), poly([[-206, -4], [-206, 4], [-232, 0]], p.ink), rect(-104, -13, 30, 26, p.dark2), rect(-78, -34, 290, 68, white, { rx: 8 }), rect(-78, -34, 140, 68, p.highlight, { rx: 8 }), rect(-78, 8, 290, 26, p.ink, { rx: 8, opacity: 0.14 }), times(8, (i) => rect(-52 + i * 30, -34, 5, i % 2 ? 18 : 28, p.ink)), rect(56, -34, 18, 68, p.ink), rect(212, -62, 18, 124, p.dark1, { rx: 6 }), rect(230, -11, 120, 22, p.dark1), rect(346, -48, 22, 96, p.ink, { rx: 8 }),
  ], {});
  return [
    rect(0, 0, 1800, 1200, wall), rect(0, 660, 1800, 540, mix(p.mid1, p.dark1, 0.12)), rect(0, 640, 1800, 26, p.dark1, { opacity: 0.55 }), hatch(0, 690, 1800, 510, p.dark1, { gap: 74, angle: 0, width: 4, opacity: 0.15 }),
    rect(820, 90, 520, 350, p.dark1), rect(836, 106, 488, 318, mix(p.highlight, p.paper, 0.4)), circle(1130, 330, 90, p.highlight), path('M836 424V360Q960 300 1080 360T1324 340V424Z', p.mid1), rect(1072, 106, 16, 318, p.dark1), rect(836, 250, 488, 12, p.dark1), poly([[836, 666], [1324, 666], [1180, 900], [560, 900]], p.paper, { opacity: 0.3 }),
    rect(1440, 150, 210, 250, p.paper, { rx: 8 }), rect(1440, 150, 210, 60, p.accent, { rx: 8 }), rect(1524, 262, 42, 110, p.accent), rect(1490, 296, 110, 42, p.accent),
    // the people waiting
    waiting(1610, 880, 460, p.mid2, grey, BROWN[0]!, true), waiting(1370, 876, 460, p.dark2, '#b9b2c4', skin, true), waiting(1130, 872, 455, mix(p.mid1, p.dark1, 0.45), grey, '#c98d62', true), waiting(905, 868, 450, p.highlight, white, skin, true),
    [1610, 1370, 1130, 905].map((x) => ellipse(x - 10, 884, 180, 14, p.ink, { opacity: 0.2 })).join(''),
    // the first in the queue
    bust(590, 1260, 1.72, { top: p.dark1, shade: p.ink, skin, hair: grey, style: 'bun', mask: white, left: [[-128, -300], [-186, -130], [-120, 20]], right: [[140, -296], [150, -200], [146, -180]], turn: -0.7 }),
    limb([[860, 800], [910, 1000], [860, 1230]], [150, 124, 100], skin), limb([[902, 820], [948, 1000], [898, 1240]], [64, 62, 48], skinDark), circle(926, 868, 17, p.accent, { opacity: 0.55 }), circle(926, 868, 8, p.accent),
    twoTone((f) => path('M742 744Q850 676 922 752Q950 780 960 812Q870 862 772 842Q740 800 742 744Z', f), mix(p.dark1, p.mid2, 0.12), p.ink, 890, 10), path('M766 836Q870 860 962 804L968 838Q876 896 770 868Z', mix(p.dark1, p.mid2, 0.45)),
    circle(610, 900, 12, p.highlight), circle(612, 1000, 12, p.highlight), circle(614, 1100, 12, p.highlight),
    // the nurse's two gloved hands
    limb([[1560, 1290], [1230, 1150], [1010, 1090]], [190, 150, 96], glove), limb([[1040, 1080], [930, 1040], [862, 1052]], [64, 50, 38], mix(glove, p.ink, 0.12)), limb([[1040, 1110], [936, 1090], [858, 1104]], [60, 48, 38], glove), limb([[1050, 1140], [950, 1142], [880, 1152]], [56, 46, 36], glove), limb([[1030, 1060], [960, 990], [922, 972]], [58, 46, 36], glove), limb([[1600, 1310], [1300, 1182]], [260, 190], mix(p.mid1, p.paper, 0.3)), limb([[1640, 1350], [1320, 1220]], [150, 90], mix(p.mid1, p.dark1, 0.3)),
    limb([[1900, 1120], [1640, 1010], [1480, 950]], [260, 210, 170], mix(p.mid1, p.paper, 0.3)), limb([[1900, 1190], [1660, 1080], [1500, 1010]], [130, 100, 70], mix(p.mid1, p.dark1, 0.3)), limb([[1478, 946], [1440, 930]], [176, 168], white), limb([[1450, 930], [1390, 910]], [150, 150], glove),
    limb([[1360, 846], [1250, 802], [1176, 812]], [66, 54, 42], mix(glove, p.ink, 0.22)), limb([[1380, 850], [1300, 786], [1222, 780]], [66, 54, 42], mix(glove, p.ink, 0.1)),
    group(barrel, { x: 1158, y: 850, rotate: -5, scale: 1 }),
    limb([[1390, 950], [1330, 1000], [1262, 986]], [80, 60, 44], mix(glove, p.ink, 0.32)), limb([[1380, 930], [1290, 962], [1216, 938]], [82, 62, 46], mix(glove, p.ink, 0.14)), limb([[1420, 900], [1330, 890], [1244, 880]], [96, 68, 48], glove),
  ].join('');
} };

const net: Scene = { name: 'mosquito-net-child', palette: 'health', draw: (p) => {
  const night = mix(p.ink, '#1b2350', 0.55);
  const q = prng(5);
  const veil = (f: string, o: number) => path('M860 190Q700 420 420 640Q330 720 300 1040H1330Q1310 720 1220 640Q1000 420 940 190Z', f, { opacity: o });
  const mosquito = [
    [[40, 60, 150, -80, 240, 120], [10, 70, 60, -40, 110, 150], [-30, 70, -60, -30, -80, 170]].map(([a, b, c, d, e, f]) => path(`M${a} ${b}L${c} ${d}L${e} ${f}l30 10`, 'none', { stroke: p.ink, width: 8 })).join(''),
    path('M20 10Q120 -200 300 -190Q250 -40 40 30Z', p.mid2, { opacity: 0.75 }), path('M0 0Q40 -230 200 -280Q210 -100 30 20Z', p.paper, { opacity: 0.75 }), line([[10, 10], [180, -240]], p.dark1, 4), line([[30, 14], [270, -170]], p.dark1, 4), line([[60, -70], [190, -190]], p.dark1, 3),
    path('M30 30Q160 40 270 130Q300 170 280 180Q150 150 20 70Z', p.dark2), [0, 1, 2, 3].map((i) => path(`M${90 + i * 46} ${50 + i * 22}l-14 ${44 - i * 4}`, 'none', { stroke: p.highlight, width: 11 })).join(''),
    twoTone((f) => ellipse(0, 34, 74, 58, f), p.dark1, p.ink, 10), circle(-74, 62, 34, p.ink), circle(-84, 54, 15, p.accent), limb([[-96, 82], [-190, 160]], [11, 4], p.ink), line([[-90, 40], [-150, 10]], p.ink, 5), line([[-96, 56], [-164, 50]], p.ink, 5),
  ].join('');
  return [
    rect(0, 0, 1800, 1200, mix(p.dark1, p.ink, 0.25)), times(13, (i) => rect(i * 150, 0, 75, 940, p.dark1, { opacity: 0.5 })), rect(0, 920, 1800, 280, p.ink), hatch(0, 930, 1800, 270, p.dark1, { gap: 50, angle: 0, width: 5, opacity: 0.6 }),
    // the window
    rect(300, 130, 420, 470, p.dark2), rect(324, 154, 372, 422, night), clip(rect(324, 154, 372, 422, '#000'), [circle(560, 300, 150, p.mid1, { opacity: 0.2 }), circle(560, 300, 84, p.highlight), circle(596, 280, 76, night), times(16, () => circle(330 + q() * 360, 160 + q() * 300, 2.5 + q() * 3, p.paper)), path('M324 576V500Q420 440 520 500T696 470V576Z', p.ink), limb([[400, 576], [404, 420]], [16, 12], p.ink), ellipse(404, 410, 90, 26, p.ink), ellipse(380, 388, 50, 20, p.ink)]), rect(502, 154, 14, 422, p.dark2), rect(324, 352, 372, 14, p.dark2), rect(280, 596, 460, 26, mix(p.dark2, p.ink, 0.3)), poly([[340, 930], [760, 930], [960, 1200], [420, 1200]], p.mid1, { opacity: 0.12 }),
    // the bed and the child
    ellipse(820, 1084, 620, 50, '#150a1c'), veil(mix(p.mid1, p.ink, 0.25), 0.55), rect(330, 700, 34, 400, p.dark2, { rx: 8 }), rect(1270, 860, 34, 230, p.dark2, { rx: 8 }), rect(340, 960, 950, 70, p.dark2), rect(340, 990, 950, 40, mix(p.dark2, p.ink, 0.5)), path('M352 900H1282V970H352Z', p.paper), rect(352, 940, 930, 30, p.mid2),
    path('M380 904Q370 810 470 806H640Q700 840 690 904Z', p.paper), path('M560 806H640Q700 840 690 904H600Q640 850 560 806Z', p.mid2),
    ellipse(560, 802, 104, 94, BROWN[0]!), path('M462 806Q440 690 560 690Q640 690 664 760Q610 740 560 760Q520 780 512 850Q470 850 462 806Z', p.ink), circle(474, 730, 40, p.ink), ellipse(520, 822, 18, 26, BROWN[1]!), path('M604 812q22 16 44 2', 'none', { stroke: p.ink, width: 7 }), path('M628 850q14 8 26 0', 'none', { stroke: BROWN[3]!, width: 7 }),
    clip(path('M610 904Q640 800 780 780Q940 690 1080 790Q1200 830 1286 910V1010H600Z', '#000'), [rect(560, 660, 760, 400, p.accent), times(9, (i) => path(`M${600 + i * 88} 660L${560 + i * 88} 1060`, 'none', { stroke: i % 2 ? p.highlight : p.dark2, width: 24 })), path('M980 720Q1100 800 1080 1040H1320V700Z', p.ink, { opacity: 0.3 }), path('M600 904Q700 850 800 870L790 900Q700 890 620 940Z', p.paper)]), limb([[700, 880], [790, 850], [840, 872]], [50, 42, 36], BROWN[0]!),
    // the net over it
    veil(p.paper, 0.26), clip(veil('#000', 1), [times(24, (i) => path(`M${865 + i * 3} 190Q${700 + i * 14} 460 ${300 + i * 45} 1060`, 'none', { stroke: p.paper, width: 2.6, opacity: 0.42 })), times(17, (i) => path(`M200 ${300 + i * 46}Q820 ${250 + i * 50} 1400 ${300 + i * 46}`, 'none', { stroke: p.paper, width: 2.4, opacity: 0.32 })), path('M880 190Q860 480 700 1060H560Q760 520 868 190Z', p.paper, { opacity: 0.2 }), path('M930 190Q1010 480 1180 1060H1290Q1120 520 936 190Z', p.paper, { opacity: 0.24 })]), path('M860 190Q700 420 420 640Q330 720 300 1040', 'none', { stroke: p.paper, width: 8, opacity: 0.9 }), path('M940 190Q1000 420 1220 640Q1310 720 1330 1040', 'none', { stroke: p.paper, width: 8, opacity: 0.9 }), path('M300 1040q52 34 104 0t104 0t104 0t104 0t104 0t104 0t104 0t104 0t104 0t94 0', 'none', { stroke: p.paper, width: 8, opacity: 0.9 }), line([[900, 0], [900, 150]], p.mid2, 6), ellipse(900, 186, 76, 24, p.paper), ellipse(900, 178, 76, 24, p.mid2), path('M824 178Q900 120 976 178Z', p.mid2),
    circle(1280, 410, 230, p.highlight, { opacity: 0.16 }), circle(1280, 410, 170, p.highlight, { opacity: 0.2 }), group(mosquito, { x: 1224, y: 400, scale: 0.86, rotate: 4 }),
  ].join('');
} };

const polio: Scene = { name: 'polio-drops-map', palette: 'health', draw: (p) => {
  const coast: Pt[] = [[-6, 35.8], [0, 36], [10, 37.3], [11, 34], [15, 32.3], [20, 31], [22, 33], [25, 31.8], [30, 31.3], [32.5, 31.2], [34, 28], [35.5, 24], [37.2, 21], [38.5, 18], [41, 15], [43, 12], [44.5, 10.6], [51, 11.8], [50, 8], [47, 4], [42, -1.5], [39.5, -5], [40.5, -10.5], [40.5, -15], [36, -19], [35, -23.5], [32.8, -26], [32, -29], [28.5, -33], [25.5, -34], [20, -34.8], [18.2, -32.5], [16.5, -28.5], [14.5, -23], [12, -18], [13.5, -12.5], [12.3, -6], [9.5, -2], [9.5, 3.8], [6.5, 4.3], [3, 6.3], [-2, 4.8], [-7.6, 4.4], [-12.5, 7.5], [-15, 11], [-17.3, 14.7], [-16.3, 19], [-17, 21], [-14.5, 26], [-10, 30], [-9.5, 32.5]];
  const madagascar: Pt[] = [[49.3, -12], [50.4, -16], [47.2, -25], [44, -25], [43.3, -22], [44.4, -17], [47, -15]];
  const at = (dx: number, dy: number) => ([lon, lat]: Pt): Pt => [900 + (lon - 17) * 12.2 + dx, 690 - (lat - 4) * 12.2 + dy];
  const africa = (f: string, dx = 0, dy = 0) => poly(coast.map(at(dx, dy)), f) + poly(madagascar.map(at(dx, dy)), f);
  const drop = (x: number, y: number, r: number) => path(`M${x} ${y - r * 2}Q${x + r * 1.1} ${y - r * 0.5} ${x + r} ${y + r * 0.1}A${r} ${r} 0 0 1 ${x - r} ${y + r * 0.1}Q${x - r * 1.1} ${y - r * 0.5} ${x} ${y - r * 2}Z`, p.accent) + path(`M${x + r * 0.2} ${y - r * 1.5}Q${x + r * 1.1} ${y - r * 0.5} ${x + r} ${y + r * 0.1}A${r} ${r} 0 0 1 ${x} ${y + r * 1.1}Q${x + r * 0.9} ${y} ${x + r * 0.2} ${y - r * 1.5}Z`, p.dark2) + ellipse(x - r * 0.42, y - r * 0.1, r * 0.16, r * 0.36, '#ffffff', { opacity: 0.8 });
  const arm = (x: number, y: number, s: number, rot: number, skin: string, sleeve: string, flip = false) => { const d = mix(skin, p.ink, 0.3); return group([limb([[0, 420], [0, 60]], [112, 84], skin), limb([[30, 420], [22, 60]], [52, 36], d), limb([[-36, 30], [-92, -8], [-128, -62]], [50, 40, 30], skin), path('M-60 66Q-84 0 -62 -50H62Q80 10 50 70Z', skin), path('M62 -50Q80 10 50 70H10Q40 20 34 -50Z', d, { opacity: 0.7 }), [[-46, -74, -14], [-16, -84, -4], [16, -80, 6], [46, -66, 15]].map(([fx, fl, fr]) => limb([[fx!, -40], [fx! + fr! * 0.7, -40 + fl! * 0.6], [fx! + fr! * 1.6, -44 + fl! * 1.1]], [36, 33, 26], fx! > 30 ? mix(skin, p.ink, 0.12) : skin)).join(''), limb([[0, 480], [0, 250]], [150, 132], sleeve), limb([[46, 480], [40, 250]], [64, 52], mix(sleeve, p.ink, 0.35))], { x, y, scale: s, rotate: rot, flip }); };
  return [
    rect(0, 0, 1800, 1200, p.paper), circle(900, 640, 860, mix(p.paper, p.mid1, 0.25)), circle(900, 640, 690, mix(p.paper, p.mid1, 0.5)), circle(900, 640, 540, mix(p.paper, p.mid1, 0.8)),
    times(36, (i) => { const [a, b] = [polar(900, 640, 570, i * 10), polar(900, 640, 660, i * 10)]; return line([a, b], p.paper, 9, { opacity: 0.7 }); }),
    africa(p.dark1, 26, 30), africa(p.dark1), clip(poly(coast.map(at(0, 0)), '#000') + poly(madagascar.map(at(0, 0)), '#000'), [rect(400, 200, 1000, 1000, mix(p.highlight, p.accent, 0.12)), path('M1000 200H1500V1200H820Q1080 900 940 700T1000 200Z', p.mid2), stipple(940, 260, 400, 800, p.dark2, { count: 170, from: 'right', opacity: 0.4 }), [230, 150, 84].map((r, i) => ellipse(900, 830, r * 1.25, r * 0.5, 'none', { stroke: i ? p.accent : mix(p.accent, p.highlight, 0.4), width: 11, opacity: 0.75 })).join('')]),
    // the dropper
    group([
      twoTone((f) => path('M-62 -20Q-80 -190 0 -196Q80 -190 62 -20Z', f), p.accent, p.dark2, 16), rect(-78, -34, 156, 46, p.dark1, { rx: 10 }), rect(10, -34, 68, 46, p.ink, { rx: 10 }), times(5, (i) => rect(-58 + i * 26, -30, 8, 38, p.ink, { opacity: 0.6 })),
      path('M-46 12H46V190Q40 236 12 260V316H-12V260Q-40 236 -46 190Z', '#ffffff', { opacity: 0.9 }), path('M-46 110H46V190Q40 236 12 260V316H-12V260Q-40 236 -46 190Z', p.accent), path('M14 12H46V190Q40 236 12 260V316H2V250Q24 220 20 180Z', p.ink, { opacity: 0.22 }), rect(-34, 30, 11, 140, '#ffffff', { opacity: 0.8, rx: 5 }), path('M-46 12H46V190Q40 236 12 260V316H-12V260Q-40 236 -46 190Z', 'none', { stroke: p.dark1, width: 8 }),
    ], { x: 900, y: 236 }), drop(900, 652, 38), drop(900, 800, 44),
    arm(620, 1000, 1.02, -8, BROWN[0]!, p.accent), arm(1190, 1010, 1.02, 9, BROWN[1]!, p.mid1, true), arm(420, 1080, 0.94, -14, BROWN[2]!, p.highlight, true), arm(1400, 1060, 0.96, 13, BROWN[0]!, p.dark2), arm(800, 1120, 0.9, -3, BROWN[3]!, p.dark1), arm(1010, 1130, 0.9, 4, BROWN[2]!, p.highlight, true), arm(230, 1130, 0.9, -12, BROWN[1]!, p.dark1), arm(1590, 1140, 0.9, 16, BROWN[2]!, p.accent, true),
  ].join('');
} };

export const healthScenes: Scene[] = [square, dose, net, polio];
