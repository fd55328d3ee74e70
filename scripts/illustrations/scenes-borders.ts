/** World: embassies, borders, peace, and Britain's way out of the union. */
import {
  blob, building, circle, clip, crowd, ellipse, figure, flagFace, group, H, halftone, hatch, hills, limb, line, mix, mountains, type Palette, type Pt, palm, path, photographer, polar,
  poly, prng, rect, type Scene,sky, star, stipple, sun, times, tree, twoTone, W, water, 
} from './kit.ts';

const GREENS = ['#8fae6d', '#5f8f5c', '#3f6f52', '#2a5145', '#1c3a37'];

/** A wave breaking over the sea wall: foam in two tones and drops. */
const spray = (p: Palette) => {
  const rand = prng(44);
  const foam: string[] = [];
  const tone: string[] = [];
  for (let i = 0; i < 34; i++) {
    const t = i / 33;
    const lift = Math.sin(t * Math.PI) ** 1.6 * 34 * (0.55 + rand() * 0.6);
    const x = 1010 + t * 480 + (rand() - 0.5) * 20;
    foam.push(circle(x, 1112 - lift, 18 + rand() * 22 + lift * 0.08, '#fffaf0'), rect(x - 20, 1112 - lift, 40, lift + 20, '#fffaf0'));
    if (i % 2) tone.push(circle(x + 8, 1128 - lift * 0.45, 14 + rand() * 16, mix(p.mid1, p.paper, 0.6)));
  }
  return [...foam, ...tone, times(26, () => { const u = rand(); return circle(1030 + u * 430, 1080 - Math.sin(u * Math.PI) * (20 + rand() * 90), 3 + rand() * 6, '#fffaf0'); }), times(16, (i) => circle(1000 + i * 33, 1114 + (i % 3) * 6, 20, '#fffaf0'))].join('');
};

const havanaEmbassyFlag = (p: Palette): string => {
  const [bx, bw, top, base] = [790, 560, 250, 800];
  const block = [
    poly([[bx, base], [bx + bw + 150, base], [bx + bw + 420, base + 110], [bx + 260, base + 110]], p.ink, { opacity: 0.3 }),
    rect(bx, top, bw, base - top, mix(p.paper, '#ffffff', 0.4)), poly([[bx + bw, top], [bx + bw + 150, top + 40], [bx + bw + 150, base], [bx + bw, base]], mix(p.mid2, p.dark2, 0.3)),
    times(6, (r) => rect(bx + 20, top + 36 + r * 80, bw - 40, 52, p.mid1) + times(9, (c) => rect(bx + 20 + c * 59, top + 36 + r * 80, 30, 52, c * 7 + r * 3 > 34 ? p.dark1 : mix(p.mid1, p.dark1, 0.5)) + rect(bx + 14 + c * 59, top + 30 + r * 80, 10, 62, mix(p.paper, p.mid2, 0.4))) + rect(bx, top + 92 + r * 80, bw, 9, p.mid2) + times(3, (c) => poly([[bx + bw + 16 + c * 46, top + 48 + r * 79 + c * 5], [bx + bw + 46 + c * 46, top + 52 + r * 79 + c * 5], [bx + bw + 46 + c * 46, top + 98 + r * 78], [bx + bw + 16 + c * 46, top + 96 + r * 78]], p.dark2))),
    rect(bx - 10, top - 16, bw + 20, 20, p.dark2), poly([[bx + bw + 10, top - 16], [bx + bw + 158, top + 26], [bx + bw + 158, top + 44], [bx + bw + 10, top + 4]], p.ink), rect(bx + 190, top - 66, 190, 52, p.mid2), rect(bx + 300, top - 66, 80, 52, mix(p.mid2, p.dark2, 0.5)),
    rect(bx + 120, base - 88, 330, 88, p.dark1), rect(bx + 96, base - 100, 378, 18, p.accent), times(5, (i) => rect(bx + 140 + i * 64, base - 78, 44, 78, i === 2 ? p.highlight : p.mid1)),
  ].join('');
  const cloth = clip(path('M0 0Q90 -44 170 -6T330 -14V186Q250 226 170 192T0 196Z', '#000'), [group(flagFace('us', 0, -34, 340, 250)), path('M86 -60h64l-10 300h-64Z', p.ink, { opacity: 0.14 }), path('M250 -60h90l-10 300h-90Z', p.ink, { opacity: 0.14 })]);
  const pole = [rect(598, 124, 15, 700, p.dark2), rect(606, 124, 7, 700, p.ink), circle(605, 116, 17, p.highlight), line([[610, 128], [626, 330]], p.ink, 3), line([[616, 510], [644, 720]], p.ink, 3), group(cloth, { x: 614, y: 330 }), rect(560, 806, 92, 24, p.mid2), rect(540, 824, 132, 20, mix(p.mid2, p.dark2, 0.4)), poly([[672, 844], [672, 832], [990, 860], [990, 872]], p.ink, { opacity: 0.35 })].join('');
  const guard = (x: number, o: 'forward' | 'down') => figure(x, 852, 190, { pose: 'back', arms: o, coat: p.dark1, shade: p.ink, legs: mix(p.paper, p.mid1, 0.3), skin: '#a9744f', hair: p.ink, cap: p.paper, shoes: p.ink });
  const car = group([
    ellipse(20, 14, 350, 20, p.ink, { opacity: 0.45 }),
    twoTone((f) => path('M-318 -24Q-330 -96 -296 -126Q-230 -146 -150 -140Q-118 -236 -28 -244H52Q120 -240 166 -142Q262 -138 306 -108Q336 -80 326 -22Z', f), mix(p.accent, p.highlight, 0.14), p.accent, 90, 120),
    path('M-318 -24Q-324 -60 -316 -84H328Q332 -50 326 -22Z', p.dark2), path('M-150 -140Q-118 -236 -28 -244H52Q120 -240 166 -142L150 -142Q108 -214 50 -216H-24Q-96 -210 -128 -140Z', p.paper),
    path('M-126 -144Q-98 -208 -26 -212H4V-144Z', p.dark1), path('M20 -144V-212H50Q104 -208 144 -144Z', p.dark1), path('M-60 -206L-96 -150H-70L-34 -211Z', p.mid1), path('M64 -210L40 -148H66L84 -204Z', p.mid1), rect(6, -214, 13, 74, p.paper),
    path('M-316 -94Q-160 -118 0 -104T330 -92', 'none', { stroke: p.paper, width: 8 }), rect(-24, -122, 44, 9, p.paper, { rx: 4 }),
    path('M-300 -128Q-346 -150 -350 -168Q-300 -160 -250 -140Z', p.accent), ellipse(-322, -108, 10, 20, p.dark2), circle(312, -88, 25, p.paper), circle(314, -88, 16, p.highlight), rect(286, -48, 62, 18, p.paper, { rx: 9 }), rect(-346, -48, 62, 18, p.paper, { rx: 9 }),
    ...[-196, 204].map((x) => path(`M${x - 76} -22a76 74 0 0 1 152 0Z`, p.ink) + circle(x, -18, 58, '#0a1222') + circle(x, -18, 42, p.paper) + circle(x, -18, 30, p.dark1) + circle(x, -18, 13, p.paper)),
    path('M-12 -90a14 14 0 0 1 0 0', 'none'), ellipse(82, -160, 20, 26, p.ink), path('M58 -142q24 -30 52 0Z', p.ink),
  ], { x: 606, y: 1006, scale: 0.86 });
  const people = times(11, (i) => figure(840 + i * 46 + (i % 3) * 8, 866 + (i % 2) * 8, 118 + (i % 3) * 8, { pose: 'back', arms: i % 4 === 1 ? 'wave' : 'down', coat: [p.accent, p.mid1, p.highlight, p.paper, p.dark1][i % 5]!, shade: [p.dark2, p.dark1, p.mid2, p.mid2, p.ink][i % 5]!, legs: i % 2 ? p.ink : p.dark1, skin: ['#a9744f', '#6d4229', '#dcae80'][i % 3]!, hair: p.ink, longHair: i % 3 === 2 }));
  return [
    sky([mix(p.mid1, p.paper, 0.2), mix(p.mid1, p.paper, 0.48), mix(p.paper, p.mid1, 0.2), mix(p.paper, p.highlight, 0.35)], 0, 820, 7), sun(420, 330, 112, [mix(p.paper, p.highlight, 0.35), mix(p.highlight, p.paper, 0.4), p.highlight]), halftone(0, 520, 800, 220, p.highlight, { step: 26, r1: 9, to: 'down', opacity: 0.5 }),
    building(-20, 800, 190, 330, mix(p.mid2, p.paper, 0.5), p.mid2, p.dark2, { cols: 3, rows: 5 }), building(168, 800, 150, 240, p.highlight, mix(p.mid2, p.dark2, 0.3), p.dark2, { cols: 2, rows: 3 }), building(318, 800, 190, 290, mix(p.accent, p.paper, 0.35), mix(p.accent, p.dark2, 0.6), p.dark2, { cols: 3, rows: 4 }), building(1560, 800, 130, 260, p.highlight, p.mid2, p.dark2, { cols: 2, rows: 3 }), building(1690, 800, 140, 360, mix(p.accent, p.paper, 0.35), p.dark2, p.dark2, { cols: 2, rows: 5 }),
    block, rect(0, 798, W, 90, mix(p.mid2, p.paper, 0.35)), poly([[bx + 100, 798], [bx + bw + 150, 798], [bx + bw + 440, 888], [bx + 330, 888]], p.ink, { opacity: 0.22 }), pole, guard(560, 'down'), guard(654, 'forward'), people,
    palm(1452, 872, 470, p.dark2, GREENS[2]!, GREENS[4]!, 0.1), palm(250, 872, 380, p.dark2, GREENS[2]!, GREENS[4]!, -0.14),
    rect(0, 884, W, 160, p.dark1), rect(0, 884, W, 10, mix(p.mid2, p.paper, 0.3)), times(10, (i) => rect(i * 190 - 30, 946, 100, 8, p.highlight)), stipple(0, 890, W, 150, p.ink, { count: 200, from: 'bottom' }), car,
    rect(0, 1040, W, 54, mix(p.mid2, p.paper, 0.4)), rect(0, 1040, W, 14, p.paper), rect(0, 1076, W, 20, mix(p.mid2, p.dark2, 0.4)), times(13, (i) => rect(i * 150 - 40, 1054, 5, 40, p.mid2)),
    water(1094, 110, p.mid1, p.paper, { count: 24, seed: 4, opacity: 0.7 }), spray(p),
  ].join('');
};

const colombiaPenDove = (p: Palette): string => {
  const white = '#fffaf0';
  const tint = mix(p.paper, p.mid1, 0.35);
  const feather = (d: string, f: string) => path(d, f);
  const bird = group([
    feather('M-236 -60C-320 -200 -310 -350 -216 -470C-190 -440 -140 -440 -118 -404C-96 -404 -84 -370 -86 -330C-62 -300 -52 -262 -62 -222C-40 -180 -40 -130 -56 -80Z', tint),
    path('M300 -66H700Q790 -58 800 0Q790 58 700 66H300Z', p.dark1), path('M300 6H799Q790 58 700 66H300Z', p.ink), rect(330, -48, 370, 16, p.mid1, { rx: 8 }), rect(520, -68, 30, 136, p.highlight), rect(520, 6, 30, 62, p.mid2), rect(562, -68, 10, 136, p.highlight), poly([[266, -52], [310, -60], [310, 60], [266, 52]], p.ink), rect(300, -68, 14, 136, p.highlight),
    path('M-60 -74Q40 -112 150 -98Q226 -84 268 -50V50Q226 84 150 98Q40 112 -60 74Z', p.highlight), path('M-60 6H268V50Q226 84 150 98Q40 112 -60 74Z', p.mid2), path('M120 -62Q190 -60 236 -34', 'none', { stroke: p.paper, width: 7 }), circle(168, 0, 18, p.ink), line([[-40, 0], [168, 0]], p.ink, 6),
    path('M-396 -20C-392 -76 -340 -104 -288 -84C-240 -66 -170 -74 -90 -88C-30 -98 20 -92 44 -78Q86 -62 56 -44Q104 -30 66 -12Q112 2 66 18Q104 36 56 48Q84 66 40 78C-40 104 -180 96 -260 44C-300 20 -330 34 -352 34C-384 30 -398 6 -396 -20Z', white),
    path('M-392 4Q-330 24 -280 6Q-180 62 -40 46Q20 40 62 30Q100 40 56 48Q84 66 40 78C-40 104 -180 96 -260 44C-300 20 -330 34 -352 34C-382 30 -392 18 -392 4Z', tint),
    feather('M-216 -44C-190 -220 -60 -360 110 -438C190 -474 260 -520 330 -530C316 -486 300 -456 306 -430C280 -404 262 -390 262 -360C230 -334 214 -318 212 -290C182 -266 168 -248 164 -222C136 -200 124 -184 118 -156C92 -120 60 -80 20 -46Q-100 6 -216 -44Z', white),
    path('M262 -360C200 -330 80 -250 -20 -120M212 -290C160 -262 80 -200 20 -110M306 -430C220 -390 40 -310 -70 -150M164 -222C130 -196 100 -170 60 -110', 'none', { stroke: tint, width: 9 }),
    path('M-216 -44C-120 -10 -20 -20 20 -46C60 -80 92 -120 118 -156C60 -100 -80 -40 -216 -44Z', tint),
    poly([[-390, -44], [-446, -14], [-388, 4]], p.accent), poly([[-392, -14], [-446, -14], [-388, 4]], p.dark2), circle(-342, -40, 11, p.ink),
    path('M-438 -14Q-470 60 -540 96', 'none', { stroke: GREENS[4]!, width: 8 }), ...[[-456, 24, 200], [-462, 40, 80], [-490, 64, 190], [-500, 74, 76], [-540, 96, 150], [-524, 90, 60]].map(([x, y, r]) => group(path('M0 0Q26 -24 66 0Q26 24 0 0Z', GREENS[3]!), { x, y, rotate: r })),
  ], { x: 790, y: 560, rotate: 24, scale: 0.93 });
  const house = (x: number, y: number, s: number) => group([rect(-30, -40, 60, 40, p.paper), rect(6, -40, 24, 40, p.mid2), poly([[-38, -40], [-4, -72], [40, -40]], p.accent), rect(-18, -26, 13, 26, p.dark2)], { x, y, scale: s });
  const rows = (d: string, k: number, dx: number, dy: number, c: string) => times(k, (i) => group(path(d, 'none', { stroke: c, width: 6 }), { x: i * dx, y: i * dy }));
  const front = 'M-60 980Q200 860 520 930Q860 1010 1120 930Q1480 840 1860 950V1260H-60Z';
  const mid = 'M-60 860Q160 720 460 800Q700 860 900 830Q1240 730 1500 790Q1700 820 1860 770V1260H-60Z';
  return [
    sky([mix(p.mid1, p.paper, 0.35), mix(p.paper, p.mid1, 0.35), mix(p.paper, p.highlight, 0.15), mix(p.paper, p.highlight, 0.5)], 0, 760, 4),
    sun(860, 470, 300, [mix(p.paper, p.highlight, 0.45), mix(p.paper, p.highlight, 0.75), p.highlight]),
    mountains([[-120, 640], [120, 430], [340, 640], [520, 500], [700, 680], [1010, 520], [1200, 660], [1440, 380], [1680, 600], [1800, 500], [1960, 640]], mix(GREENS[1]!, p.mid1, 0.5), mix(GREENS[2]!, p.dark1, 0.4), 860),
    path('M-60 740Q120 600 330 690Q560 780 820 700Q1080 620 1300 690Q1600 770 1860 640V1260H-60Z', GREENS[1]!), clip(path('M-60 740Q120 600 330 690Q560 780 820 700Q1080 620 1300 690Q1600 770 1860 640V1260H-60Z', '#000'), [path('M820 700Q1080 620 1300 690Q1420 730 1500 740L1300 900H700Q860 800 820 700Z', mix(GREENS[1]!, GREENS[2]!, 0.6)), rows('M-60 780Q120 660 330 740Q420 780 480 790', 6, -8, 32, GREENS[2]!)]),
    path(mid, GREENS[2]!), clip(path(mid, '#000'), [path('M900 830Q1240 730 1500 790Q1600 810 1680 806Q1500 940 1280 1000H820Q980 900 900 830Z', GREENS[3]!), rows('M-60 910Q160 780 460 850Q640 900 760 890', 6, 10, 34, GREENS[1]!), rows('M1300 840Q1500 830 1860 850', 5, 10, 36, GREENS[1]!)]),
    house(420, 800, 1.1), house(484, 812, 0.8), house(1340, 766, 0.9), house(1180, 786, 0.7),
    path(front, GREENS[3]!), clip(path(front, '#000'), [path('M1120 930Q1480 840 1860 950V1260H900Q1180 1080 1120 930Z', GREENS[4]!), stipple(0, 900, W, 300, GREENS[1]!, { count: 320, from: 'bottom', r: 4 }), rows('M-60 1040Q200 930 520 1000Q700 1046 860 1040', 5, 6, 48, GREENS[2]!)]),
    path('M960 1210Q900 1130 980 1070Q1060 1010 980 960L1000 956Q1110 1010 1050 1076Q1000 1130 1120 1210Z', mix(p.mid2, p.paper, 0.4)),
    ...[[330, 1010, 240], [236, 1050, 200], [1560, 1010, 230], [1666, 1070, 300], [120, 1090, 280]].map(([x, y, h], i) => [poly([[x! - 4, y! - 4], [x! + 6, y! - 4], [x! + 130, y! + 30], [x! + 110, y! + 34]], p.ink, { opacity: 0.35 }), rect(x! - 5, y! - h!, 10, h!, p.paper), times(7, (k) => group(path('M0 0Q40 -40 96 6Q44 -8 0 10Z', i % 2 ? GREENS[1]! : GREENS[0]!), { x: x!, y: y! - h!, rotate: k * 52 - 20 }))].join('')),
    group(bird, { x: 26, y: 36 }),
  ].join('');
};

const twoHandsBorderRoad = (p: Palette): string => {
  const [a, aS, b, bS] = ['#9a6440', '#6f4228', '#6b4029', '#472818'];
  const horizon = 660;
  const mesa = (x: number, y: number, w: number, h: number, f: string, s: string) => poly([[x, y], [x + w * 0.14, y - h * 0.62], [x + w * 0.2, y - h], [x + w * 0.74, y - h * 0.96], [x + w * 0.8, y - h * 0.6], [x + w, y]], f) + poly([[x + w * 0.52, y - h * 0.98], [x + w * 0.74, y - h * 0.96], [x + w * 0.8, y - h * 0.6], [x + w, y], [x + w * 0.62, y], [x + w * 0.56, y - h * 0.5]], s);
  const barrier = (x: number, y: number, deg: number, flip: boolean) => group([poly([[-36, 10], [60, 10], [190, 44], [60, 50]], p.ink, { opacity: 0.35 }), rect(-26, -74, 46, 86, p.dark1), rect(0, -74, 20, 86, p.ink), group([rect(-70, -11, 420, 22, p.paper), times(5, (i) => rect(-20 + i * 78, -11, 40, 22, p.accent)), rect(-96, -24, 56, 48, p.ink)], { x: -4, y: -62, rotate: deg })], { x, y, flip });
  // Two forearms rise to one clasp: the left hand's back is to us, the right hand's fingers close over it.
  const band = (x: number, y: number, deg: number, cols: string[]) => group(cols.map((c, i) => rect(-122 + i * 3, -i * 24, 244 - i * 6, 25, c)).join(''), { x, y, rotate: deg });
  const finger = (pts: Pt[], w: number, f: string, s: string) => limb(pts.map(([x, y]): Pt => [x + 3, y + 9]), [w, w - 4, w - 12], s) + limb(pts, [w, w - 4, w - 12], f);
  const hands = [
    // right arm (behind), its palm
    limb([[1420, 1240], [1052, 640]], [270, 168], bS), limb([[1400, 1240], [1040, 636]], [232, 140], b),
    limb([[1472, 1290], [1196, 850]], [330, 262], p.dark1), limb([[1500, 1290], [1230, 856]], [250, 190], p.ink), band(1166, 806, -32, ['#4c7a5b', p.accent, '#4f86b5']),
    // left arm
    limb([[380, 1240], [752, 640]], [270, 168], aS), limb([[372, 1230], [744, 632]], [226, 132], a),
    limb([[328, 1290], [604, 850]], [330, 262], mix(p.paper, p.mid2, 0.6)), limb([[302, 1280], [580, 838]], [262, 196], p.paper), band(634, 806, 32, ['#4c7a5b', p.highlight, p.accent]),
    blob([[1080, 660], [1120, 560], [1110, 440], [1050, 360], [960, 340], [890, 420], [900, 560], [970, 680]], b), blob([[1080, 660], [1120, 560], [1110, 440], [1076, 390], [1060, 480], [1040, 600], [990, 690]], bS),
    // fingertips of the left hand coming round behind
    ...[[1104, 430], [1122, 486], [1120, 542], [1100, 594]].map(([x, y]) => limb([[x! - 40, y!], [x!, y! + 4]], [50, 44], a)),
    blob([[1070, 660], [1086, 560], [1078, 450], [1040, 372], [960, 346], [890, 420], [900, 560], [970, 680]], b),
    // right thumb, behind the left
    finger([[1050, 410], [990, 322], [900, 306]], 66, b, bS),
    // the left hand
    blob([[700, 640], [704, 530], [752, 440], [830, 380], [920, 384], [972, 450], [968, 560], [900, 660], [800, 706]], a), blob([[800, 706], [900, 660], [968, 560], [972, 480], [930, 540], [860, 620], [776, 664], [720, 660]], aS),
    finger([[790, 440], [850, 344], [952, 332]], 72, a, aS), ellipse(962, 326, 15, 11, mix(a, p.paper, 0.4)),
    // the right hand's fingers closing over the left hand's back
    finger([[1000, 430], [900, 432], [806, 476]], 62, b, bS), finger([[1010, 492], [902, 494], [794, 536]], 64, b, bS), finger([[1006, 556], [904, 558], [802, 594]], 60, b, bS), finger([[990, 614], [912, 618], [832, 646]], 52, b, bS),
    ...[[800, 474, -26], [788, 535, -24], [797, 592, -20], [828, 644, -16]].map(([x, y, r]) => group(ellipse(0, 0, 15, 11, mix(b, p.paper, 0.35)), { x: x! + 2, y: y! - 3, rotate: r })),
    blob([[992, 396], [1046, 400], [1076, 470], [1078, 560], [1050, 640], [1000, 668], [980, 600], [976, 500]], b),
  ].join('');
  return [
    sky([p.highlight, mix(p.highlight, p.paper, 0.35), mix(p.highlight, p.paper, 0.65), mix(p.paper, p.highlight, 0.15)], 0, horizon, 10),
    times(24, (i) => { const [x1, y1] = polar(900, 500, 1300, i * 15 + 2); const [x2, y2] = polar(900, 500, 1300, i * 15 + 8.5); return poly([[900, 500], [x1, y1], [x2, y2]], p.paper, { opacity: 0.45 }); }), circle(900, 480, 330, p.paper), circle(900, 480, 290, mix(p.paper, '#ffffff', 0.5)),
    mesa(-140, horizon + 10, 520, 250, mix(p.mid1, p.paper, 0.3), p.mid1), mesa(1380, horizon + 10, 560, 290, mix(p.mid1, p.paper, 0.3), p.mid1), mesa(240, horizon + 10, 420, 150, p.mid1, mix(p.mid1, p.dark1, 0.5)), mesa(1120, horizon + 10, 420, 140, p.mid1, mix(p.mid1, p.dark1, 0.5)),
    rect(0, horizon, W, 200, mix(GREENS[1]!, p.mid2, 0.4)), hills(horizon + 26, 20, mix(GREENS[1]!, p.mid2, 0.4), 9), hills(760, 26, mix(GREENS[2]!, p.mid2, 0.35), 22), stipple(0, 760, W, 440, p.dark2, { count: 420, from: 'bottom', seed: 6 }), hatch(0, 1000, 520, 200, GREENS[3]!, { gap: 24, angle: -16, width: 7, opacity: 0.4 }), hatch(1280, 1000, 520, 200, GREENS[3]!, { gap: 24, angle: 16, width: 7, opacity: 0.4 }),
    poly([[880, 676], [920, 676], [1240, 1210], [560, 1210]], mix(p.mid2, p.paper, 0.4)), poly([[900, 676], [920, 676], [1240, 1210], [930, 1210]], p.mid2), times(7, (i) => { const t0 = (i / 7) ** 1.7; const t1 = ((i + 0.5) / 7) ** 1.7; return poly([[900 - 2 - t0 * 12, 690 + t0 * 520], [900 + 2 + t0 * 12, 690 + t0 * 520], [900 + 2 + t1 * 12, 690 + t1 * 520], [900 - 2 - t1 * 12, 690 + t1 * 520]], p.paper); }),
    group(barrier(0, 0, -82, true), { x: 836, y: 806, scale: 0.38 }), group(barrier(0, 0, -82, false), { x: 964, y: 806, scale: 0.38 }),
    ...[[850, 900, 104], [948, 904, 100], [902, 856, 78]].map(([x, y, h], i) => figure(x!, y!, h!, { pose: 'back', arms: 'up', coat: i ? p.paper : p.accent, shade: i ? p.mid2 : p.dark2, legs: p.ink, skin: bS, hair: p.ink })),
    hands,
  ].join('');
};

const panmunjomLine = (p: Palette): string => {
  const P = (A: number, B: number, z = 0): Pt => [900 + 0.866 * (A + B), 660 + 0.5 * (B - A) - z];
  const face = (pts: [number, number, number?][], f: string, o = {}) => poly(pts.map(([A, B, z]) => P(A, B, z ?? 0)), f, o);
  const [blue, blueS, blueL] = ['#4f86b5', '#356591', '#79a9cf'];
  const [h, ridge] = [300, 400];
  const hutBack = [
    face([[-620, -330], [640, -330], [640, -330, h], [-620, -330, h]], blue), face([[-620, -330], [640, -330], [640, -330, 50], [-620, -330, 50]], blueS),
    times(7, (i) => { const A = -540 + i * 160; return i === 3 ? '' : face([[A, -330, 120], [A + 96, -330, 120], [A + 96, -330, 230], [A, -330, 230]], p.paper) + face([[A + 9, -330, 130], [A + 87, -330, 130], [A + 87, -330, 221], [A + 9, -330, 221]], p.dark1) + face([[A + 9, -330, 178], [A + 40, -330, 221], [A + 9, -330, 221]], p.mid1) + face([[A + 45, -330, 130], [A + 51, -330, 130], [A + 51, -330, 221], [A + 45, -330, 221]], p.paper); }),
    face([[-650, -290, h - 14], [670, -290, h - 14], [670, -540, ridge], [-650, -540, ridge]], blueL), face([[-650, -290, h - 14], [670, -290, h - 14], [670, -290, h], [-650, -290, h]], p.paper), times(15, (i) => line([P(-620 + i * 90, -294, h - 10), P(-620 + i * 90, -538, ridge)], blue, 4)),
  ].join('');
  const hutFront = [
    face([[-330, 560], [-330, 940], [-330, 940, h], [-330, 750, ridge], [-330, 560, h]], blueS), face([[-330, 940], [700, 940], [700, 940, h], [-330, 940, h]], p.dark1),
    face([[-330, 660], [-330, 780], [-330, 780, 220], [-330, 660, 220]], p.paper), face([[-330, 670], [-330, 770], [-330, 770, 212], [-330, 670, 212]], p.dark1),
    face([[-370, 520, h - 18], [720, 520, h - 18], [720, 750, ridge], [-370, 750, ridge]], mix(blueL, p.paper, 0.18)), face([[-370, 750, ridge], [720, 750, ridge], [720, 980, h - 18], [-370, 980, h - 18]], blue), times(12, (i) => line([P(-340 + i * 90, 524, h - 14), P(-340 + i * 90, 748, ridge)], blueL, 4)), times(12, (i) => line([P(-340 + i * 90, 752, ridge), P(-340 + i * 90, 976, h - 14)], blueS, 4)),
    line([P(-370, 520, h - 18), P(-370, 750, ridge), P(-370, 980, h - 18)], p.paper, 12), line([P(-370, 520, h - 18), P(720, 520, h - 18)], p.paper, 8),
  ].join('');
  const man = (x: number, y: number, s: number, coat: string, shade: string, flip: boolean, reach: number, shirt: string, tie?: string) => group([
    path('M-70 -4q-6 -34 26 -36l56 26q8 12 -6 12Z', p.ink), path('M6 -4q-6 -34 26 -36l62 26q8 12 -6 12Z', p.ink),
    limb([[-22, -470], [-34, -250], [-38, -34]], [104, 84, 60], mix(coat, p.ink, 0.5)), limb([[20, -470], [34, -250], [38, -34]], [104, 84, 60], shade),
    rect(-20, -896, 50, 80, '#b98658'), twoTone((f) => path('M-30 -838Q-100 -816 -104 -720Q-108 -600 -94 -520Q-106 -470 -106 -418Q0 -398 100 -420Q104 -500 92 -570Q106 -690 76 -790Q56 -836 28 -842Z', f), coat, shade, -38, 0),
    poly([[20, -842], [48, -826], [72, -640], [44, -700]], shirt), tie ? poly([[44, -820], [58, -812], [72, -650], [54, -690]], tie) : '',
    limb([[-6, -766], [70, -634], [150, -640 - reach * 0.5]], [84, 68, 56], mix(coat, shade, 0.35)), limb([[150, -640 - reach * 0.5], [196, -640 - reach]], [52, 50], p.paper), limb([[184, -640 - reach], [240, -648 - reach * 1.2]], [50, 44], '#dcae80'),
    ellipse(22, -930, 58, 72, '#dcae80'), path('M81 -948Q84 -1014 20 -1013Q-52 -1010 -48 -908Q-44 -876 -22 -866Q-8 -890 -6 -916Q20 -924 36 -958Q62 -968 81 -948Z', p.ink), ellipse(-4, -924, 12, 18, '#c9945f'),
  ], { x, y, scale: s, flip });
  const guard = (A: number, B: number, arms: 'folded' | 'down', coat: string, cap: string) => { const [x, y] = P(A, B); return face([[A - 10, B + 6], [A + 14, B - 10], [A + 90, B + 150], [A + 60, B + 160]], p.ink, { opacity: 0.3 }) + figure(x, y, 236, { pose: 'stand', arms, coat, shade: mix(coat, p.ink, 0.5), legs: p.ink, skin: '#dcae80', hair: p.ink, cap }); };
  return [
    group([rect(-200, -200, W + 400, H + 400, mix(p.mid2, p.highlight, 0.3)), face([[0, -2200], [2600, -2200], [2600, 2200], [0, 2200]], mix(p.paper, p.mid2, 0.25)),
    clip(poly([P(-2600, -2200), P(0, -2200), P(0, 2200), P(-2600, 2200)], '#000'), stipple(0, 0, W, H, p.dark2, { count: 620, from: 'even', r: 3.4, seed: 12, opacity: 0.4 })),
    times(9, (i) => line([P(260 + i * 260, -1600), P(260 + i * 260, 1600)], mix(p.paper, p.mid2, 0.5), 3)), times(9, (i) => line([P(0, -1300 + i * 330), P(2000, -1300 + i * 330)], mix(p.paper, p.mid2, 0.5), 3)),
    face([[800, -2200], [2600, -2200], [2600, 2200], [800, 2200]], GREENS[0]!), face([[784, -2200], [800, -2200], [800, 2200], [784, 2200]], p.paper), ...[[880, 0], [940, 330], [1010, -180]].map(([A, B]) => { const [x, y] = P(A!, B!); return poly([[x - 8, y - 6], [x + 10, y - 6], [x + 150, y + 44], [x + 90, y + 60]], GREENS[3]!, { opacity: 0.6 }) + tree(x, y, 230, p.ink, GREENS[1]!, GREENS[3]!); }),
    face([[-620, -330], [640, -330], [640, -170], [-560, -170]], p.ink, { opacity: 0.24 }), hutBack,
    face([[-24, -330], [24, -330], [24, 1400], [-24, 1400]], p.ink, { opacity: 0.3, transform: 'translate(-4 14)' }), face([[-22, -330], [-22, 1400], [-22, 1400, 20], [-22, -330, 20]], mix(p.mid2, p.dark2, 0.55)), face([[-22, -330, 20], [22, -330, 20], [22, 1400, 20], [-22, 1400, 20]], '#fffaf0'),
    guard(-350, -230, 'folded', p.dark1, p.mid1),
    poly([[786, 728], [856, 724], [1110, 826], [1050, 852]], p.ink, { opacity: 0.36 }), poly([[960, 612], [1030, 606], [1260, 694], [1210, 724]], p.ink, { opacity: 0.36 }),
    man(1002, 612, 0.4, mix(p.ink, p.dark1, 0.35), p.ink, true, -92, p.ink), man(807, 742, 0.4, mix(p.dark1, p.mid1, 0.25), p.dark1, false, 168, p.paper, p.accent),
    hutFront,
    ], { x: 900 - 900 * 1.22, y: 560 - 540 * 1.22, scale: 1.22 }),
    photographer(330, 1090, 0.74, p.ink, p.mid1), photographer(560, 1160, 0.8, p.ink, p.mid1), photographer(120, 1150, 0.9, p.ink, p.mid1),
  ].join('');
};

const brexitBallotStar = (p: Palette): string => {
  const [cx, cy, r] = [900, 458, 290];
  const gone = 2;
  const ring = times(12, (i) => { const [x, y] = polar(cx, cy, r, i * 30 - 30); return i === gone ? star(x, y, 58, 'none', { stroke: p.highlight, width: 4, dash: '4 13' }) : star(x + 9, y + 12, 58, p.ink, { opacity: 0.35 }) + star(x, y, 58, p.highlight) + clip(star(x, y, 58, '#000'), poly([[x + 4, y - 80], [x + 80, y - 80], [x + 80, y + 80], [x + 18, y + 80]], mix(p.highlight, p.mid2, 0.75))); });
  const [gx, gy] = polar(cx, cy, r, gone * 30 - 30);
  const fall = [path(`M${gx - 24} ${gy + 70}Q${gx + 60} ${gy + 170} ${gx + 68} ${gy + 250}`, 'none', { stroke: p.highlight, width: 9, dash: '2 24' }), path(`M${gx + 26} ${gy + 54}Q${gx + 110} ${gy + 150} ${gx + 118} ${gy + 234}`, 'none', { stroke: p.highlight, width: 9, dash: '2 24' }), star(gx + 112, gy + 348, 84, p.ink, { rotate: 24, opacity: 0.4 }), star(gx + 100, gy + 330, 84, p.highlight, { rotate: 24 }), clip(star(gx + 100, gy + 330, 84, '#000', { rotate: 24 }), poly([[gx + 110, gy + 200], [gx + 260, gy + 200], [gx + 260, gy + 460], [gx + 84, gy + 460]], mix(p.highlight, p.mid2, 0.75)))].join('');
  const paper = group([
    rect(-190, -330, 380, 640, p.ink, { opacity: 0.4, transform: 'translate(24 26)' }), rect(-190, -330, 380, 640, '#fffaf0'), poly([[60, -330], [190, -330], [190, 310], [150, 310]], mix(p.paper, p.mid2, 0.4)),
    rect(-150, -286, 210, 26, p.dark1), rect(-150, -244, 300, 10, p.mid1), rect(-150, -222, 260, 10, p.mid1), line([[-160, -186], [160, -186]], p.dark1, 5),
    rect(-150, -150, 130, 22, p.mid1), rect(-150, -116, 90, 10, p.mid2), rect(60, -166, 92, 92, '#fffaf0', { stroke: p.dark1, width: 8 }), line([[-160, -44], [160, -44]], p.dark1, 5),
    rect(-150, -8, 150, 22, p.mid1), rect(-150, 26, 110, 10, p.mid2), rect(60, -24, 92, 92, '#fffaf0', { stroke: p.dark1, width: 8 }), line([[74, -12], [144, 60]], p.accent, 22), line([[146, -22], [66, 64]], p.accent, 22),
  ], { x: 886, y: 600, rotate: -7, scale: 0.84 });
  const [bx, by, bw, bh] = [580, 858, 640, 310];
  const box = [
    poly([[bx + 40, by + bh], [bx + bw, by + bh], [bx + bw + 440, by + bh + 120], [bx + 300, by + bh + 120]], p.ink, { opacity: 0.5 }),
    rect(bx, by, bw, bh, p.ink), rect(bx + bw * 0.62, by, bw * 0.38, bh, '#0a1120'), group(flagFace('uk', 0, 0, 300, 180), { x: cx - 150, y: by + 74 }), poly([[cx + 30, by + 74], [cx + 150, by + 74], [cx + 150, by + 254], [cx - 10, by + 254]], p.ink, { opacity: 0.2 }), rect(cx - 150, by + 74, 300, 180, 'none', { stroke: p.paper, width: 8 }),
    rect(bx + 30, by + 150, 90, 18, p.mid1, { rx: 9 }), rect(bx + bw - 120, by + 150, 90, 18, p.dark1, { rx: 9 }),
  ].join('');
  const lidBack = poly([[bx + 40, by - 62], [bx + bw - 40, by - 62], [bx + bw + 16, by], [bx - 16, by]], p.mid1) + poly([[bx + 400, by - 62], [bx + bw - 40, by - 62], [bx + bw + 16, by], [bx + 430, by]], mix(p.mid1, p.dark1, 0.4)) + poly([[cx - 250, by - 44], [cx + 230, by - 44], [cx + 250, by - 16], [cx - 270, by - 16]], p.ink);
  const lidFront = poly([[cx - 270, by - 16], [cx + 250, by - 16], [cx + 262, by], [cx - 282, by]], p.mid1) + rect(bx - 16, by, bw + 32, 40, p.paper) + rect(bx + bw * 0.62, by, bw * 0.38 + 16, 40, p.mid2);
  return [
    rect(0, 0, W, H, '#24406e'), circle(cx, cy, 560, mix('#24406e', p.mid1, 0.16)), circle(cx, cy, 450, mix('#24406e', p.mid1, 0.3)), poly([[0, 0], [420, 0], [120, H], [0, H]], p.ink, { opacity: 0.16 }), poly([[1560, 0], [1800, 0], [1800, H], [1260, H]], p.ink, { opacity: 0.16 }),
    halftone(0, 0, W, 360, p.ink, { step: 28, r0: 10, r1: 0, to: 'down', opacity: 0.35 }), rect(0, 1070, W, 130, p.dark2), rect(0, 1070, W, 12, p.accent), stipple(0, 1076, W, 124, p.ink, { count: 180, from: 'bottom' }),
    ring, lidBack, clip(poly([[0, 0], [W, 0], [W, by - 22], [0, by - 22]], '#000'), paper), lidFront, box, rect(bx - 16, by, bw + 32, 40, p.paper), rect(bx + bw * 0.62, by, bw * 0.38 + 16, 40, p.mid2), fall,
  ].join('');
};

const westminsterClockNight = (p: Palette): string => {
  const rand = prng(5);
  const [cx, quay] = [930, 850];
  const stone = mix(p.mid2, p.highlight, 0.25);
  const shade = mix(p.dark2, p.ink, 0.25);
  const two = (x: number, y: number, w: number, h: number, k = 0.6) => rect(x, y, w, h, stone) + rect(x + w * k, y, w * (1 - k), h, shade);
  const pinnacle = (x: number, y: number, h: number, w = 14) => poly([[x - w / 2, y], [x, y - h], [x + w / 2, y]], p.dark2) + rect(x - w / 2, y, w, 26, stone);
  const clock = (x: number, y: number, r: number) => [circle(x, y, r + 16, p.dark2), circle(x, y, r + 8, p.highlight), circle(x, y, r, '#fff6dd'), circle(x, y, r * 0.7, 'none', { stroke: p.mid2, width: 4 }), times(12, (i) => group(rect(-5, -r + 8, 10, i % 3 ? 22 : 30, p.ink), { x, y, rotate: i * 30 })), group(path(`M-9 18L-6 ${-r * 0.86}H6L9 18Z`, p.ink), { x, y }), group(path(`M-12 22L-9 ${-r * 0.54}L0 ${-r * 0.66}L9 ${-r * 0.54}L12 22Z`, p.ink), { x, y, rotate: -30 }), circle(x, y, 13, p.ink)].join('');
  const tower = [
    poly([[cx - 58, 156], [cx, 66], [cx + 58, 156]], p.dark2), poly([[cx, 66], [cx + 58, 156], [cx + 14, 156]], p.ink), rect(cx - 3, 40, 6, 40, p.highlight), circle(cx, 40, 8, p.highlight),
    two(cx - 62, 156, 124, 40), times(5, (i) => rect(cx - 50 + i * 22, 164, 11, 30, p.highlight)),
    poly([[cx - 66, 196], [cx + 66, 196], [cx + 140, 290], [cx - 140, 290]], p.dark2), poly([[cx + 16, 196], [cx + 66, 196], [cx + 140, 290], [cx + 34, 290]], p.ink), times(3, (i) => poly([[cx - 50 + i * 36, 262], [cx - 36 + i * 36, 226], [cx - 22 + i * 36, 262]], p.highlight)),
    two(cx - 140, 290, 280, 270), rect(cx - 156, 286, 312, 16, p.highlight), rect(cx + 30, 286, 126, 16, p.mid2), rect(cx - 156, 548, 312, 20, p.highlight), rect(cx + 30, 548, 126, 20, p.mid2), pinnacle(cx - 148, 290, 66, 20), pinnacle(cx + 148, 290, 66, 20),
    rect(cx - 122, 306, 244, 238, mix(stone, p.dark2, 0.3)), clock(cx, 426, 108),
    two(cx - 116, 566, 232, quay - 566), times(6, (i) => rect(cx - 104 + i * 38, 584, 7, quay - 590, shade)), times(3, (r) => times(5, (c) => rect(cx - 88 + c * 38, 612 + r * 82, 12, 46, c < 3 ? p.highlight : p.dark2))), rect(cx - 124, 676, 248, 10, p.dark2), rect(cx - 124, 760, 248, 10, p.dark2),
  ].join('');
  const palace = [
    two(90, 470, 150, 380), times(4, (i) => pinnacle(96 + i * 46, 470, 60, 16)), times(4, (r) => times(3, (c) => rect(108 + c * 34, 500 + r * 80, 14, 54, p.highlight))), rect(160, 340, 6, 130, p.mid1), group(flagFace('uk', 0, 0, 84, 50), { x: 166, y: 344 }),
    two(240, 650, 576, 200, 0.82), times(17, (i) => pinnacle(248 + i * 35, 650, 40, 12)), times(16, (c) => rect(256 + c * 35, 676, 14, 60, rand() < 0.72 ? p.highlight : p.dark2) + rect(256 + c * 35, 762, 14, 60, rand() < 0.6 ? p.highlight : p.dark2)), rect(240, 746, 576, 7, p.dark2), poly([[500, 650], [530, 470], [560, 650]], p.dark2), poly([[530, 470], [560, 650], [534, 650]], p.ink), rect(488, 636, 84, 20, stone),
  ].join('');
  const bridge = [rect(1046, 784, 800, 34, p.dark1), rect(1046, 776, 800, 10, p.mid1), times(5, (i) => path(`M${1060 + i * 160} 870Q${1130 + i * 160} 790 ${1200 + i * 160} 870V818H${1060 + i * 160}Z`, p.dark1) + rect(1046 + i * 160, 784, 22, 96, mix(p.dark1, p.mid1, 0.3)) + rect(1054 + i * 160, 730, 5, 54, p.ink) + circle(1056 + i * 160, 726, 11, p.highlight)), rect(1300, 742, 96, 42, p.accent, { rx: 6 }), times(4, (i) => rect(1308 + i * 22, 748, 15, 12, p.highlight)), rect(1300, 764, 96, 3, p.dark2)].join('');
  const handFlag = (x: number, y: number, s: number, rot: number, kind: 'uk' | 'eu') => group([rect(-3, -110, 6, 130, p.mid2), clip(path('M0 -112Q30 -126 54 -112T108 -114V-46Q80 -34 54 -46T0 -44Z', '#000'), flagFace(kind, 0, -126, 112, 92))], { x, y, scale: s, rotate: rot });
  const flags: [number, number, number, number, 'uk' | 'eu'][] = [[380, 1030, 0.9, -10, 'uk'], [560, 1004, 1, 8, 'uk'], [742, 1036, 0.84, -8, 'eu'], [1064, 1030, 0.96, 8, 'uk'], [1240, 1008, 1, -6, 'uk'], [1410, 1034, 0.84, 10, 'eu'], [180, 1024, 0.9, 6, 'uk'], [1590, 1020, 0.94, -8, 'uk'], [890, 1052, 0.8, 4, 'uk']];
  return [
    sky([p.ink, mix(p.ink, p.dark1, 0.5), p.dark1, mix(p.dark1, p.mid1, 0.22)], 0, 860, 15), times(46, () => circle(rand() * W, 20 + rand() * 560, 1.8 + rand() * 2.6, p.paper, { opacity: 0.8 })),
    circle(cx, 456, 420, mix(p.dark1, p.highlight, 0.1), { opacity: 0.7 }), circle(cx, 456, 300, mix(p.dark1, p.highlight, 0.22), { opacity: 0.7 }), circle(cx, 456, 210, mix(p.dark1, p.highlight, 0.42), { opacity: 0.75 }),
    times(9, (i) => rect(1080 + i * 84, 690 - ((i * 47) % 90), 78, 200, mix(p.ink, p.dark1, 0.6)) + times(3, (k) => rect(1092 + i * 84 + k * 22, 706 - ((i * 47) % 90) + ((k * 29) % 40), 9, 12, p.highlight, { opacity: 0.7 }))),
    palace, group(tower, { x: cx * 0.07, y: quay * 0.07, scale: 0.93 }), bridge,
    water(quay, 360, p.ink, p.dark1, { count: 50, seed: 7, opacity: 1 }), clip(rect(0, quay, W, 360, '#000'), [times(15, (i) => rect(cx - 116 + ((i * 53) % 40) - 20 + i * 3, quay + 6 + i * 14, 232 - i * 6, 8, i % 3 ? mix(p.highlight, p.ink, 0.3) : p.highlight, { rx: 4 })), times(34, (i) => rect(240 + ((i * 67) % 560), quay + 10 + ((i * 31) % 150), 16 + (i % 4) * 14, 5, p.highlight, { rx: 3, opacity: 0.6 })), times(5, (i) => times(5, (k) => rect(1040 + i * 160 - k * 3, quay + 8 + k * 17, 34 - k * 3, 6, p.highlight, { rx: 3, opacity: 0.7 })))]), rect(0, quay - 8, 1046, 14, p.dark2),
    flags.map((f) => handFlag(...f)).join(''),
    crowd(-40, 1010, 1880, 230, [mix(p.ink, '#000000', 0.35), mix(p.dark1, p.ink, 0.5), mix(p.dark2, p.ink, 0.45)], { rows: 3, size: 62, seed: 33, hair: ['#080d18', mix(p.dark2, p.ink, 0.6), mix(p.dark1, p.ink, 0.6)] }),
  ].join('');
};

export const borderScenes: Scene[] = [
  { name: 'havana-embassy-flag', palette: 'world', draw: havanaEmbassyFlag },
  { name: 'colombia-pen-dove', palette: 'world', draw: colombiaPenDove },
  { name: 'two-hands-border-road', palette: 'world', draw: twoHandsBorderRoad },
  { name: 'panmunjom-line', palette: 'world', draw: panmunjomLine },
  { name: 'brexit-ballot-star', palette: 'world', draw: brexitBallotStar },
  { name: 'westminster-clock-night', palette: 'world', draw: westminsterClockNight },
];
