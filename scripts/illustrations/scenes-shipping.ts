/** World and business: tankers, a refinery, a port, and a container ship across a canal. */
import {
  blob, circle, clip, curve, ellipse, figure, glint, group, H, halftone, hills, limb, line, mix, type Palette, type Pt, path, plume, poly, prng, rect, type Scene,ship,
  sky, stipple, sun, times, twoTone, W, water, 
} from './kit.ts';

/** A tongue of flame, its foot at x, y. */
const flame = (x: number, y: number, h: number, outer: string, inner: string) => {
  const f = (s: number) => `M${x - h * 0.3 * s} ${y}C${x - h * 0.5 * s} ${y - h * 0.36 * s} ${x - h * 0.12 * s} ${y - h * 0.46 * s} ${x - h * 0.08 * s} ${y - h * s}C${x + h * 0.14 * s} ${y - h * 0.7 * s} ${x + h * 0.1 * s} ${y - h * 0.56 * s} ${x + h * 0.2 * s} ${y - h * 0.66 * s}C${x + h * 0.44 * s} ${y - h * 0.34 * s} ${x + h * 0.4 * s} ${y - h * 0.1 * s} ${x + h * 0.3 * s} ${y}Z`;
  return path(f(1), outer) + path(f(0.56), inner);
};

const tankersInStrait = (p: Palette): string => {
  const headL: Pt[] = [[-60, 250], [90, 236], [170, 300], [300, 320], [350, 420], [460, 446], [520, 560], [640, 610], [690, 660]];
  const headR: Pt[] = [[1860, 330], [1700, 320], [1640, 400], [1500, 420], [1440, 520], [1330, 560], [1290, 624], [1180, 660]];
  const shadeL = poly([[170, 300], [300, 320], [350, 420], [460, 446], [520, 560], [640, 610], [690, 660], [420, 660], [330, 560], [250, 520], [230, 420]], p.dark2);
  const strata = (pts: Pt[], body: string) => clip(poly(pts, '#000'), body);
  return [
    sky([mix(p.dark2, p.accent, 0.55), p.accent, mix(p.accent, p.highlight, 0.5), p.highlight, mix(p.highlight, p.paper, 0.45)], 0, 680, 6),
    sun(720, 560, 138, [mix(p.highlight, p.paper, 0.25), mix(p.highlight, p.paper, 0.6), '#fff4da']),
    poly([[560, 660], [700, 596], [820, 610], [930, 560], [1080, 606], [1190, 590], [1330, 660]], mix(p.accent, p.dark2, 0.5)),
    poly([...headL, [-60, 660]], mix(p.mid2, p.accent, 0.28)), shadeL, strata([...headL, [-60, 660]], times(5, (i) => path(`M-60 ${330 + i * 66}Q200 ${350 + i * 62} 700 ${520 + i * 44}`, 'none', { stroke: p.dark2, width: 7, opacity: 0.55 })) + stipple(-60, 260, 760, 400, p.dark2, { count: 190, from: 'bottom', r: 3 })),
    poly([...headR, [1860, 660]], p.dark2), poly([[1700, 320], [1640, 400], [1500, 420], [1440, 520], [1330, 560], [1290, 624], [1180, 660], [1400, 660], [1520, 580], [1610, 560], [1640, 470]], mix(p.mid2, p.accent, 0.28)), strata([...headR, [1860, 660]], stipple(1180, 300, 680, 360, p.ink, { count: 200, from: 'right', r: 3 })),
    water(652, 560, p.dark1, p.mid1, { count: 70, seed: 8 }), glint(720, 652, 210, 300, p.highlight, 5),
    rect(0, 646, W, 10, p.ink, { opacity: 0.35 }),
    ship(1120, 722, 370, 'tanker', { hull: p.ink, shade: p.dark1, house: p.paper, boot: p.accent }, { flip: true }),
    rect(1130, 726, 350, 14, p.ink, { opacity: 0.5, rx: 7 }),
    plume(1010, 850, 330, 960, 70, 440, p.ink, mix(p.ink, p.dark1, 0.75), 17),
    ship(440, 946, 940, 'tanker', { hull: p.ink, shade: mix(p.ink, p.dark1, 0.6), house: p.paper, boot: p.accent, ink: p.dark1 }),
    flame(986, 866, 150, p.accent, p.highlight), flame(1060, 866, 104, p.highlight, p.paper), flame(922, 864, 76, p.accent, p.highlight), rect(900, 856, 200, 16, p.ink),
    path('M450 950H1350L1290 1004Q1000 1026 520 1000Z', p.ink, { opacity: 0.55 }), times(9, (i) => rect(470 + ((i * 197) % 800), 968 + i * 11, 150 - i * 9, 9, i % 3 ? p.dark1 : p.accent, { rx: 5, opacity: 0.8 })),
    path('M438 940q-60 4 -130 26q70 12 150 -6Z', p.paper, { opacity: 0.75 }), path('M1330 946q60 6 80 20q-60 8 -110 0Z', p.paper, { opacity: 0.75 }),
    blob([[-80, 1240], [-60, 1080], [80, 1040], [190, 1070], [280, 1130], [420, 1150], [520, 1240]], p.ink), blob([[1240, 1260], [1360, 1170], [1480, 1150], [1580, 1070], [1700, 1060], [1880, 1010], [1900, 1260]], p.ink),
    path('M-60 1080Q40 1030 180 1066Q120 1090 60 1084Q0 1100 -60 1120Z', p.dark2), path('M1580 1072Q1680 1050 1880 1012V1060Q1720 1080 1640 1104Z', p.dark2),
  ].join('');
};

const refinerySmoke = (p: Palette): string => {
  const lit = mix(p.mid2, p.accent, 0.25);
  const column = (x: number, w: number, h: number, k: number) => [twoTone((f) => rect(x - w / 2, 900 - h, w, h, f, { rx: w * 0.4 }), lit, p.dark1, x - w * 0.12), rect(x - w / 2, 830, w * 0.38, 90, lit), rect(x - w * 0.12, 830, w * 0.62, 90, p.dark1),
    times(k, (i) => rect(x - w * 0.72, 900 - h + 60 + (i * (h - 90)) / k, w * 1.44, 9, p.ink) + rect(x - w * 0.72, 900 - h + 38 + (i * (h - 90)) / k, 4, 24, p.ink) + rect(x + w * 0.72 - 4, 900 - h + 38 + (i * (h - 90)) / k, 4, 24, p.ink) + circle(x - w * 0.72 + 2, 900 - h + 34 + (i * (h - 90)) / k, 6, p.highlight)), line([[x + w * 0.6, 900], [x + w * 0.6, 900 - h + 60]], p.ink, 5)].join('');
  const sphere = (x: number, r: number) => [times(5, (i) => rect(x - r * 0.84 + i * r * 0.4, 900 - r * 0.9, 13, r * 0.9 + 24, p.ink)), line([[x - r * 0.8, 910], [x - r * 0.1, 830]], p.ink, 5), line([[x + r * 0.8, 910], [x + r * 0.1, 830]], p.ink, 5),
    circle(x, 900 - r * 1.2, r, mix(p.mid2, p.paper, 0.45)), clip(circle(x, 900 - r * 1.2, r, '#000'), [ellipse(x + r * 0.75, 900 - r * 1.2, r * 1.05, r * 1.25, p.mid1), ellipse(x + r * 1.12, 900 - r * 1.2, r * 0.95, r * 1.3, p.dark1), rect(x - r, 900 - r * 1.24, r * 2, 9, p.ink, { opacity: 0.5 }), stipple(x - r, 900 - r * 2.2, r * 2, r * 2, p.ink, { count: 90, from: 'right', r: 2.4 })]), line([[x - r * 0.9, 888], [x - r * 0.5, 900 - r * 2.02], [x - 6, 900 - r * 2.2]], p.ink, 6), rect(x - 24, 900 - r * 2.3, 48, 16, p.ink)].join('');
  const tank = (x: number, w: number, h: number) => [rect(x, 910 - h, w, h, mix(p.mid2, p.accent, 0.35)), rect(x + w * 0.42, 910 - h, w * 0.58, h, p.dark2), ellipse(x + w / 2, 910 - h, w / 2, 14, mix(p.mid2, p.highlight, 0.4)), line([[x + w * 0.12, 910 - h], [x + w * 0.52, 905]], p.ink, 6)].join('');
  const drone = (x: number, y: number, s: number, rot: number) => group([ellipse(-88, 0, 9, 46, p.ink, { opacity: 0.6 }), path('M74 0Q66 -18 40 -20L-44 -104H-74L-66 -30H-80V30H-66L-74 104H-44L40 20Q66 18 74 0Z', p.ink), path('M74 0L-80 -5V5Z', mix(p.ink, p.mid1, 0.45)), rect(-66, -104, 6, 18, p.highlight), rect(-66, 86, 6, 18, p.highlight)], { x, y, scale: s, rotate: rot });
  const tones: [string, string] = [p.ink, mix(p.ink, p.dark1, 0.8)];
  return [
    sky([mix(p.dark2, p.ink, 0.35), p.dark2, p.accent, mix(p.accent, p.highlight, 0.55), p.highlight], 0, 860, 9),
    halftone(0, 560, W, 300, mix(p.highlight, p.paper, 0.5), { step: 26, r1: 9, to: 'down', opacity: 0.8 }),
    poly([[-20, 900], [-20, 800], [160, 790], [240, 816], [460, 800], [620, 820], [1180, 806], [1420, 816], [1600, 790], [1820, 800], [1820, 910], [-20, 910]], p.dark2),
    plume(540, 800, 620, 760, 70, 290, ...tones, 5), plume(880, 760, 560, 900, 80, 360, ...tones, 12), plume(1300, 800, 520, 720, 80, 330, ...tones, 23),
    tank(330, 240, 130), tank(1170, 230, 124), column(640, 62, 480, 5), column(722, 46, 360, 4), column(1030, 76, 560, 6), column(1120, 48, 380, 4), rect(590, 620, 12, 300, p.ink), column(850, 110, 190, 2), column(950, 54, 300, 3),
    ...[[536, 870, 170], [852, 716, 150], [1302, 860, 190]].map(([x, y, h]) => flame(x! - h! * 0.34, y!, h! * 0.6, p.accent, p.highlight) + flame(x! + h! * 0.32, y!, h! * 0.66, p.accent, p.highlight) + flame(x!, y!, h!, p.accent, p.highlight) + flame(x!, y!, h! * 0.4, p.highlight, p.paper)),
    rect(250, 838, 1340, 14, p.ink), rect(250, 868, 1340, 10, mix(p.mid2, p.accent, 0.3)), times(19, (i) => rect(262 + i * 72, 838, 8, 80, p.ink)),
    sphere(430, 98), sphere(1400, 112), sphere(1190, 84), sphere(200, 84), sphere(1640, 90),
    rect(0, 906, W, 300, p.dark1), poly([[0, 906], [W, 906], [W, 924], [0, 924]], mix(p.dark1, p.mid1, 0.4)),
    ...[200, 430, 640, 1030, 1190, 1400, 1640].map((x, i) => poly([[x - 40, 924], [x + 40, 924], [x - 90 + i * 10, 1200], [x - 250 + i * 10, 1200]], p.ink, { opacity: 0.5 })),
    path('M790 924H890L1130 1200H560Z', mix(p.mid2, p.dark2, 0.4)), path('M838 924H890L1130 1200H880Z', mix(p.mid2, p.dark2, 0.62)), stipple(0, 920, W, 280, p.ink, { count: 300, from: 'bottom', opacity: 0.5 }),
    times(24, (i) => (i > 6 && i < 15 ? '' : rect(i * 80 - 20, 1080, 9, 130, '#0a1222'))), ...[1096, 1128, 1160].map((y) => rect(0, y, 470, 6, '#0a1222') + rect(1178, y, 640, 6, '#0a1222')),
    ...[[716, 1082, 196, 0], [834, 1098, 208, 1], [960, 1078, 194, 0]].map(([x, y, h, up]) => poly([[x! - 26, y! - 4], [x! + 26, y! - 4], [x! - 20, y! + 110], [x! - 90, y! + 110]], p.ink, { opacity: 0.5 }) + figure(x!, y!, h!, { pose: 'back', arms: up ? 'wave' : 'down', coat: p.accent, shade: p.dark2, legs: p.ink, skin: '#8a5a3a', hair: '#8a5a3a', cap: p.highlight, shoes: p.ink })),
    drone(470, 410, 0.92, 30), drone(690, 270, 0.72, 30), drone(400, 226, 0.6, 30), drone(590, 150, 0.46, 30), drone(236, 350, 0.46, 30),
  ].join('');
};

const beirutSilos = (p: Palette): string => {
  const rand = prng(19);
  const [x0, w, base] = [430, 66, 830];
  const tops = [300, 300, 300, 300, 300, 320, 330, 400, 372, 480, 430, 590, 660, 760];
  const skyline: Pt[] = [[430, 300], [742, 300], [756, 322], [784, 296], [806, 344], [838, 318], [862, 380], [888, 352], [918, 426], [946, 392], [980, 404], [1004, 476], [1046, 500], [1066, 448], [1110, 430], [1130, 520], [1150, 596], [1196, 574], [1222, 650], [1262, 672], [1290, 760], [1340, 780], [1354, base], [430, base]];
  const outline = (dx: number, dy: number, f: string) => poly(skyline.map(([x, y], i): Pt => (i < 2 || i > 21 ? [x, y] : [x + dx + Math.sin(i * 9) * 7, Math.min(base, y + dy + Math.sin(i * 5) * 10)])), f);
  const silos = [outline(0, 0, mix(p.mid2, p.dark2, 0.45)), clip(outline(-10, 30, '#000'), times(14, (i) => rect(x0 + i * w, 200, w * 0.58, 700, '#fffaf0') + rect(x0 + i * w + w * 0.56, 200, w * 0.26, 700, mix(p.paper, p.mid2, 0.75)) + rect(x0 + i * w + w * 0.8, 200, w * 0.2 + 1, 700, mix(p.mid2, p.dark2, 0.35)))),
    clip(outline(-10, 30, '#000'), [poly([[1004, 380], [1040, 560], [1020, 640], [1060, 720], [1052, base], [1110, base], [1096, 700], [1062, 600], [1076, 520]], p.dark2), poly([[890, 340], [904, 470], [892, 520], [918, 610], [926, 500], [912, 420]], p.dark2), poly([[1190, 560], [1204, 700], [1186, base], [1240, base], [1226, 700]], p.dark2), stipple(760, 300, 600, 540, p.dark2, { count: 260, from: 'right', r: 3 })])].join('');
  const head = [rect(424, 214, 300, 90, mix(p.paper, p.mid2, 0.35)), rect(640, 214, 84, 90, mix(p.mid2, p.dark2, 0.3)), times(5, (i) => rect(444 + i * 40, 238, 20, 30, p.dark1)), poly([[724, 214], [770, 250], [752, 304], [724, 304]], p.dark2), rect(424, 204, 240, 12, p.dark2), rect(396, 380, 34, 450, mix(p.paper, p.mid2, 0.6)), rect(396, 356, 34, 30, p.dark2)].join('');
  const city = (y: number, c: string, s: string, seed: number) => { const r = prng(seed); let out = ''; for (let x = -20; x < W; ) { const [bw, bh] = [50 + r() * 70, 60 + r() * 150]; out += rect(x, y - bh, bw, bh, c) + rect(x + bw * 0.68, y - bh, bw * 0.32, bh, s); for (let k = 0; k * 30 < bh - 40; k++) out += rect(x + 10, y - bh + 16 + k * 30, bw * 0.46, 9, s); x += bw + 3; } return out; };
  const warehouse = [
    poly([[1250, 836], [1300, 772], [1720, 740], [1800, 836]], p.dark2),
    times(7, (i) => line([[1262 + i * 74, 836], [1318 + i * 78, 706 + i * 9], [1412 + i * 76, 730 + i * 8], [1382 + i * 74, 836]], p.ink, 11)), line([[1318, 706], [1786, 760]], p.ink, 9), line([[1412, 730], [1800, 770]], p.ink, 7),
    ...[[1290, 822, 0], [1452, 836, 1], [1606, 828, 0]].map(([x, y, k]) => poly([[x!, y!], [x! + 34, y! - 66], [x! + 186, y! - 84], [x! + 160, y! - 12]], k ? mix(p.mid1, p.dark1, 0.35) : p.mid1) + times(6, (i) => line([[x! + 52 + i * 23, y! - 66 - i * 2.6], [x! + 20 + i * 24, y! - 4 - i * 1.6]], p.dark1, 4))),
  ].join('');
  const rubble = blob([[1060, 850], [1100, 770], [1170, 790], [1230, 730], [1310, 800], [1380, 850]], mix(p.mid2, p.paper, 0.3)) + poly([[1230, 732], [1310, 800], [1380, 850], [1220, 850], [1190, 800]], mix(p.mid2, p.dark2, 0.4)) + times(26, (i) => { const a = rand(); return poly([[1040 + a * 380, 846], [1054 + a * 380, 822 - rand() * 40 * (1 - Math.abs(a - 0.45))], [1076 + a * 380, 846]], i % 3 ? p.mid2 : p.dark2); });
  const crane = [rect(180, 560, 16, 276, p.dark1), rect(312, 560, 16, 276, p.dark1), rect(172, 550, 166, 18, p.dark1), line([[188, 830], [320, 690]], p.dark1, 8), line([[320, 830], [188, 690]], p.dark1, 8), rect(180, 684, 140, 10, p.dark1), poly([[296, 550], [328, 550], [318, 380], [306, 380]], p.dark1), line([[312, 384], [120, 544], [86, 700]], p.dark1, 15), line([[312, 384], [200, 552]], p.dark1, 5), rect(236, 508, 66, 44, p.accent)].join('');
  const reflect = clip(rect(0, 868, W, 340, '#000'), group(times(14, (i) => rect(x0 + i * w, -(base - tops[i]!) * 0.52, w * 0.56, (base - tops[i]!) * 0.52, mix(p.dark1, p.paper, 0.42)) + rect(x0 + i * w + w * 0.56, -(base - tops[i]!) * 0.52, w * 0.44, (base - tops[i]!) * 0.52, mix(p.dark1, p.mid2, 0.4))), { x: 0, y: 868, scale: 1 }).replace('scale(1 1)', 'scale(1 -1)'));
  return [
    sky([mix(p.mid2, p.dark2, 0.12), p.mid2, mix(p.mid2, p.highlight, 0.4), mix(p.paper, p.mid2, 0.4), mix(p.paper, p.mid2, 0.2)], 0, 800, 14),
    sun(1180, 300, 118, [mix(p.mid2, p.highlight, 0.35), mix(p.mid2, p.highlight, 0.6), mix(p.paper, p.highlight, 0.45)]), halftone(-10, 0, 1820, 420, p.dark2, { step: 28, r0: 0, r1: 8, to: 'up', opacity: 0.2 }),
    ...[[900, 236, 700, 46], [1120, 372, 620, 40], [-60, 330, 420, 36], [60, 130, 560, 40], [1000, 500, 760, 50], [1380, 140, 480, 36]].map(([x, y, w, h], i) => path(`M${x} ${y}Q${x! + w! * 0.3} ${y! - h! * 1.6} ${x! + w! * 0.62} ${y! - h! * 0.6}T${x! + w!} ${y}Q${x! + w! * 0.5} ${y! + h! * 0.8} ${x} ${y}Z`, mix(p.mid2, i % 2 ? p.accent : p.paper, 0.28))),
    plume(1440, 800, 190, 560, 60, 190, mix(p.mid2, p.dark2, 0.4), mix(p.mid2, p.dark2, 0.22), 3), plume(1600, 800, 160, 380, 40, 120, mix(p.mid2, p.dark2, 0.4), mix(p.mid2, p.dark2, 0.22), 8),
    hills(640, 50, mix(p.mid1, p.paper, 0.45), 8, { bottom: 860 }), city(830, mix(p.mid1, p.paper, 0.35), mix(p.mid1, p.dark1, 0.25), 5),
    crane, rect(0, 828, W, 42, p.dark2), rect(0, 828, W, 10, mix(p.dark2, p.mid2, 0.4)),
    silos, head, warehouse, clip(rect(0, 600, W, 234, '#000'), rubble),
    water(868, 340, p.dark1, p.mid1, { count: 10, seed: 3 }), reflect, water(868, 340, 'none', p.dark1, { count: 60, seed: 13, opacity: 1 }), water(868, 340, 'none', p.mid1, { count: 46, seed: 21, opacity: 0.6 }), rect(0, 864, W, 10, p.ink, { opacity: 0.5 }),
    ...[1010, 1050, 1224].map((x, i) => figure(x, 838, 70, { pose: i === 1 ? 'walk' : 'back', coat: p.accent, shade: p.dark2, legs: p.ink, skin: p.ink, hair: '#8a5a3a', cap: p.highlight })),
    group([figure(-96, 36, 190, { pose: 'back', coat: p.accent, shade: p.dark2, legs: p.ink, skin: '#8a5a3a', hair: '#8a5a3a', cap: p.highlight, shoes: p.ink }), figure(20, 36, 184, { pose: 'back', arms: 'wave', coat: p.ink, shade: '#0a1222', legs: p.ink, skin: '#8a5a3a', hair: '#8a5a3a', cap: p.highlight, shoes: p.ink }), rect(150, -46, 34, 70, p.ink, { rx: 8 }),
      path('M-236 -30Q-150 -6 0 -6H168Q206 -6 200 34Q190 62 150 62H-120Q-200 56 -236 -30Z', p.accent), path('M-216 0Q-150 28 0 28H202Q194 62 150 62H-120Q-190 56 -216 0Z', p.dark2), line([[-150, 10], [160, 14]], p.paper, 6)], { x: 800, y: 1020, scale: 0.95 }), rect(590, 1086, 420, 10, p.paper, { rx: 5, opacity: 0.6 }), rect(650, 1106, 280, 8, p.mid1, { rx: 4, opacity: 0.7 }),
    ...[[380, 960], [1190, 990], [1330, 930], [480, 1090], [1420, 1060]].map(([x, y], i) => group([poly([[-34, 0], [-20, -16], [26, -20], [40, -2]], i % 2 ? p.mid2 : p.dark2), rect(-44, 0, 92, 6, p.ink, { rx: 3, opacity: 0.6 })], { x, y, rotate: i * 7 - 12 })),
  ].join('');
};

const BOXES = (p: Palette) => [p.accent, p.highlight, p.paper, p.mid1, '#a8482c', p.dark2, '#2f6f5c'];

const everGivenWedged = (p: Palette): string => {
  const rand = prng(77);
  const boxes = BOXES(p);
  const bankL = (y: number) => 610 - (y / H) * 150 + Math.sin(y / 260) * 14;
  const bankR = (y: number) => 1340 - (y / H) * 150 + Math.sin(y / 230 + 1) * 14;
  const edge = (f: (y: number) => number, d = 0): Pt[] => Array.from({ length: 13 }, (_, i) => [f(i * 110 - 60) + d, i * 110 - 60]);
  const band = (a: Pt[], b: Pt[], c: string) => path(`${curve(a)}L${b[b.length - 1]!.join(' ')}${curve([...b].reverse()).replace('M', 'L')}Z`, c);
  const sand = mix(p.mid2, p.highlight, 0.42);
  const dune = (x: number, y: number, s: number) => path(`M${x} ${y}q${70 * s} ${-60 * s} ${150 * s} ${-10 * s}q${-70 * s} ${-14 * s} ${-150 * s} ${10 * s}Z`, mix(sand, p.dark2, 0.38)) + path(`M${x} ${y}q${70 * s} ${-60 * s} ${150 * s} ${-10 * s}q${-60 * s} ${-66 * s} ${-150 * s} ${10 * s}Z`, mix(sand, p.paper, 0.5));
  // The ship lies along its own x axis, bow to the right; then it is turned.
  const hull = (f: string) => path('M-590 -92Q-612 -92 -612 -66V66Q-612 92 -590 92H430Q560 84 640 0Q560 -84 430 -92Z', f);
  let stacks = '';
  for (let c = 0; c < 24; c++) {
    if (c === 5 || c === 16) continue;
    const narrow = c > 21 ? 1 : 0;
    for (let r = narrow; r < 9 - narrow; r++) stacks += rect(-556 + c * 41, -79 + r * 17.8, 38, 16, boxes[Math.floor(rand() * boxes.length)]!) + (rand() < 0.3 ? rect(-556 + c * 41, -79 + r * 17.8, 38, 5, p.ink, { opacity: 0.18 }) : '');
  }
  const shipTop = [
    hull('#1d5a4a'), clip(hull('#000'), [rect(-640, 74, 1300, 30, p.ink), poly([[430, -92], [640, 0], [430, 92], [520, 0]], '#2f6f5c')]), path('M-578 -80H436Q540 -70 612 0Q540 70 436 80H-578Z', mix(p.mid2, p.dark2, 0.45)), stacks,
    rect(-352, -88, 40, 176, p.paper), rect(-352, 30, 40, 58, p.mid2), rect(100, -88, 38, 176, p.paper), rect(100, 30, 38, 58, p.mid2), rect(106, -98, 26, 196, p.paper), rect(-346, -30, 26, 40, p.accent), circle(540, 0, 12, p.paper), line([[470, -40], [470, 40]], p.paper, 8), line([[500, -26], [500, 26]], p.ink, 6),
  ].join('');
  const tug = (x: number, y: number, deg: number) => group([path('M-46 -14Q-90 -30 -160 -38Q-110 -12 -104 0Q-110 12 -160 38Q-90 30 -46 14Z', p.paper, { opacity: 0.6 }), path('M-50 -22H20Q50 -14 58 0Q50 14 20 22H-50Z', p.ink, { transform: 'translate(7 9)', opacity: 0.4 }), path('M-50 -22H20Q50 -14 58 0Q50 14 20 22H-50Z', '#a8482c'), rect(-14, -14, 34, 28, p.paper), rect(8, -14, 12, 28, p.mid2), circle(-28, 0, 8, p.ink)], { x, y, rotate: deg });
  const digger = (x: number, y: number, deg: number) => group([ellipse(16, 18, 56, 26, p.ink, { opacity: 0.3 }), rect(-28, -26, 58, 12, p.ink), rect(-28, 14, 58, 12, p.ink), rect(-22, -18, 46, 36, p.highlight), rect(-6, -16, 20, 18, p.ink), line([[20, 0], [70, -6], [92, 14]], p.accent, 11), rect(84, 8, 22, 20, p.ink)], { x, y, rotate: deg });
  return [
    rect(0, 0, W, H, sand), times(16, (i) => dune(((i * 433) % 1900) - 80, 90 + ((i * 271) % 1150), 0.8 + ((i * 7) % 5) * 0.26)),
    stipple(0, 0, 480, H, p.dark2, { count: 300, from: 'left', seed: 4, opacity: 0.5 }), stipple(1320, 0, 480, H, p.dark2, { count: 300, from: 'right', seed: 9, opacity: 0.5 }),
    band(edge(bankL, -250), edge(bankL, -196), mix(p.dark1, p.mid2, 0.35)), line(edge(bankL, -223), p.paper, 5, { dash: '36 34' }), times(13, (i) => circle(bankL(i * 96) - 150 + (i % 3) * 16, i * 96 + 10, 25 + (i % 4) * 5, p.dark1) + circle(bankL(i * 96) - 157 + (i % 3) * 16, i * 96 + 2, 15 + (i % 3) * 4, p.mid1)),
    band(edge(bankL, -64), edge(bankR, 64), mix(p.paper, p.mid2, 0.25)), band(edge(bankL, -30), edge(bankR, 30), mix(p.mid2, p.dark2, 0.3)), band(edge(bankL), edge(bankR), p.mid1), band(edge(bankL, 70), edge(bankR, -70), mix(p.mid1, p.dark1, 0.45)), band(edge(bankL, 170), edge(bankR, -170), p.dark1),
    times(40, (i) => { const y = (i * 37 * 7) % H; const t = rand(); const x = bankL(y) + 80 + t * (bankR(y) - bankL(y) - 220); return rect(x, y, 40 + rand() * 70, 6, p.mid1, { rx: 3, opacity: 0.6 }); }),
    group([group(hull(p.ink), { x: 30, y: 62, opacity: 0.45 }), shipTop], { x: 897, y: 636, rotate: -47 }),
    blob([[1296, 190], [1310, 116], [1380, 84], [1460, 104], [1476, 200], [1420, 270], [1342, 260]], mix(p.paper, p.mid2, 0.2)), blob([[1346, 214], [1366, 150], [1414, 128], [1444, 160], [1432, 214], [1384, 242]], mix(p.mid2, p.dark2, 0.25)),
    digger(1452, 300, 236), digger(1500, 150, 176), digger(1376, 366, 252), tug(750, 480, 42), tug(908, 312, 44), tug(1030, 800, 226), tug(872, 966, 228), tug(620, 640, 40),
  ].join('');
};

const suezDigger = (p: Palette): string => {
  const rand = prng(8);
  const boxes = BOXES(p);
  const [hull, hullShade] = ['#2b6b59', '#17473c'];
  const rust = mix('#a8482c', p.dark2, 0.15);
  const stem = 'C742 420 700 560 716 800';
  const right = (f: string) => path(`M792 176${stem}L760 1010H1860V214Q1200 160 792 176Z`, f);
  const left = (f: string) => path(`M792 176Q640 176 474 236Q600 480 650 1010H760L716 800C700 560 742 420 792 176Z`, f);
  let stacks = '';
  for (let c = 0; c < 9; c++) for (let r = 0; r < 6 - (c === 0 ? 3 : c === 1 ? 1 : 0); r++) { const b = boxes[Math.floor(rand() * boxes.length)]!; stacks += rect(1010 + c * 98, 168 - r * 46, 94, 43, b) + rect(1010 + c * 98, 168 - r * 46, 94, 8, p.ink, { opacity: 0.16 }) + times(6, (k) => rect(1022 + c * 98 + k * 13, 180 - r * 46, 4, 27, p.ink, { opacity: 0.16 })); }
  const bulb = (f: string) => path('M716 770Q640 740 566 790Q500 840 512 920Q524 1000 640 1030H900V780Q800 800 716 770Z', f);
  const sandC = mix(p.mid2, p.highlight, 0.4);
  const digger = group([
    poly([[-150, 20], [190, 20], [420, 84], [60, 92]], p.ink, { opacity: 0.3 }),
    rect(-124, -34, 214, 56, p.ink, { rx: 28 }), times(4, (i) => circle(-92 + i * 50, -6, 17, p.dark1)), rect(-40, -54, 60, 24, p.ink),
    path('M-136 -150H20V-54H-136Q-150 -100 -136 -150Z', p.highlight), path('M-136 -90H90V-54H-140Z', p.accent), rect(-124, -136, 70, 12, p.ink, { opacity: 0.35 }), rect(-124, -114, 70, 8, p.ink, { opacity: 0.35 }),
    path('M14 -200H84Q104 -150 104 -54H14Z', p.highlight), path('M26 -188H76Q90 -150 92 -112H26Z', p.dark1), path('M26 -188H50L34 -112H26Z', p.mid1), ellipse(52, -126, 14, 18, '#dcae80'), rect(36, -116, 34, 16, p.accent), path('M36 -134a16 14 0 0 1 32 0Z', p.paper),
    limb([[70, -90], [170, -270], [262, -242]], [40, 34, 30], p.highlight), limb([[262, -242], [300, -110]], [30, 24], p.accent), line([[96, -120], [166, -232]], p.ink, 9), circle(170, -268, 12, p.ink), circle(262, -242, 12, p.ink),
    path('M268 -122L330 -110Q352 -60 312 -24Q268 -18 246 -50L276 -64Z', p.ink), poly([[250, -48], [238, -28], [262, -38]], p.ink), poly([[274, -30], [270, -8], [288, -24]], p.ink),
  ], { x: 440, y: 1004, scale: 0.72 });
  return [
    sky([mix(p.mid1, p.paper, 0.35), mix(p.mid1, p.paper, 0.6), mix(p.paper, p.mid1, 0.15), p.paper], 0, 860, 5), sun(380, 330, 82, [mix(p.paper, p.highlight, 0.3), mix(p.paper, p.highlight, 0.6), p.highlight]),
    hills(800, 20, mix(p.mid2, p.paper, 0.25), 6, { bottom: 1200 }), rect(0, 846, 700, 90, p.mid1), times(8, (i) => rect(((i * 181) % 620) - 40, 858 + (i % 4) * 20, 90, 6, p.paper, { rx: 3, opacity: 0.6 })),
    group(ship(0, 0, 250, 'cargo', { hull: '#a8482c', shade: p.dark2, house: p.paper, boot: p.ink }), { x: 60, y: 856 }),
    stacks, rect(984, 210, 830, 8, p.ink),
    right(hull), clip(right('#000'), [path(`M792 176${stem}L760 1010H900Q830 600 930 170Z`, mix(hull, '#ffffff', 0.1)), rect(600, 690, 1300, 400, rust), path('M600 690H1900V706H600Z', p.paper), poly([[1300, 0], [1900, 0], [1900, 1100], [1080, 1100]], p.ink, { opacity: 0.16 }), times(5, (i) => line([[700, 330 + i * 86], [1900, 350 + i * 80]], p.ink, 3, { opacity: 0.22 })), stipple(760, 200, 1040, 800, p.ink, { count: 380, from: 'right', r: 4, opacity: 0.35 })]),
    left(hullShade), clip(left('#000'), [rect(400, 690, 500, 400, mix(rust, p.ink, 0.45)), rect(400, 690, 500, 14, p.mid2), stipple(470, 180, 340, 820, p.ink, { count: 130, from: 'left', r: 4, opacity: 0.6 })]),
    path('M474 236Q640 176 792 176Q1200 160 1860 214V190Q1200 134 792 150Q636 150 462 214Z', p.paper), path('M474 236Q640 176 792 176L792 150Q636 150 462 214Z', p.mid2),
    times(10, (i) => rect(846 + i * 2, 380 + i * 30, i % 2 ? 26 : 46, 7, p.paper)), times(8, (i) => rect(916, 726 + i * 30, i % 2 ? 26 : 46, 7, p.paper)),
    group([ellipse(0, -74, 44, 30, p.ink, { opacity: 0.5 }), rect(-9, -66, 18, 130, p.ink), path('M-62 20Q-40 86 0 90Q40 86 62 20L40 36Q26 60 0 62Q-26 60 -40 36Z', p.ink), circle(0, -72, 16, p.ink)], { x: 1080, y: 400, scale: 1.1 }),
    bulb(rust), clip(bulb('#000'), [path('M500 900Q600 990 860 1000L800 1060H480Z', mix(rust, p.ink, 0.45)), path('M600 812Q640 784 700 800Q650 806 622 836Z', mix(rust, p.highlight, 0.5)), stipple(500, 880, 330, 160, p.ink, { count: 70, from: 'bottom', r: 3 })]),
    path('M-60 1000Q160 930 330 980Q480 1010 560 960Q640 930 720 990Q900 1050 1100 960Q1400 900 1860 960V1260H-60Z', sandC), path('M640 1010Q900 1050 1100 960Q1400 900 1860 960V1260H900Q700 1160 640 1010Z', mix(sandC, p.dark2, 0.42)), path('M520 1010Q560 950 618 946Q680 956 716 1020Q620 1050 520 1010Z', mix(sandC, p.paper, 0.3)), path('M618 946Q680 956 716 1020Q680 1034 640 1034Q650 990 618 946Z', mix(sandC, p.dark2, 0.45)),
    digger, times(9, (i) => circle(610 + (i % 3) * 16 - i, 960 + i * 9, 5, mix(sandC, p.dark2, 0.5))),
    poly([[772, 1100], [800, 1100], [960, 1130], [930, 1136]], p.ink, { opacity: 0.3 }), poly([[842, 1104], [868, 1104], [1030, 1134], [1000, 1140]], p.ink, { opacity: 0.3 }), figure(786, 1104, 96, { pose: 'back', coat: p.accent, shade: mix(p.accent, p.dark2, 0.5), legs: p.ink, skin: p.ink, hair: p.paper }), figure(854, 1108, 92, { pose: 'back', arms: 'wave', coat: p.highlight, shade: p.accent, legs: p.ink, skin: '#dcae80', hair: p.paper }),
    stipple(0, 1040, W, 160, p.dark2, { count: 260, from: 'bottom', opacity: 0.5 }),
  ].join('');
};

const suezQueue = (p: Palette): string => {
  const boxes = BOXES(p);
  const at = (x: number, y: number, len: number, kind: 'tanker' | 'container' | 'cargo', hull: string, seed: number) => {
    const u = len / 100;
    const again = ship(0, 0, len, kind, { hull: mix(hull, p.dark1, 0.3), shade: p.dark1, house: mix(p.paper, p.dark1, 0.5), boot: p.dark1, boxes: boxes.map((c) => mix(c, p.dark1, 0.55)), ink: p.dark1 }, { flip: true, seed });
    return [
      group(`<g transform="scale(1 -0.62)">${again}</g>`, { x, y: y + u * 0.6 }),
      times(6, (i) => rect(x + u * (2 + ((i * 37) % 60)), y + u * (1.6 + i * 1.9), u * (42 - i * 5), u * 0.8, i % 2 ? p.dark1 : mix(p.dark1, p.mid1, 0.4), { rx: u * 0.4 })),
      ship(x, y, len, kind, { hull, shade: mix(hull, p.ink, 0.55), house: p.paper, boot: '#a8482c', boxes, ink: p.ink }, { flip: true, seed }),
      line([[x + u * 4, y - 7 * u], [x + u * 1, y + u * 1.5]], p.ink, Math.max(2, u * 0.35)),
      times(3, (i) => circle(x + u * (86 + i * 3), y - u * (17.5 - i * 3), Math.max(1.6, u * 0.4), p.highlight)), circle(x + u * 1.6, y - u * 13, Math.max(2, u * 0.5), p.paper), rect(x + u * 1.4, y - u * 13, u * 0.4, u * 4, p.ink),
    ].join('');
  };
  return [
    sky([p.dark1, mix(p.dark1, p.mid1, 0.6), mix(p.mid1, p.mid2, 0.6), mix(p.mid2, p.accent, 0.45), mix(p.accent, p.highlight, 0.55), p.highlight], 0, 520, 12),
    sun(1040, 506, 84, [mix(p.highlight, p.paper, 0.2), mix(p.highlight, p.paper, 0.55), p.paper]),
    ...[[260, 196, 520, 34], [500, 240, 420, 24], [980, 300, 620, 36], [860, 344, 340, 20], [1330, 180, 500, 30], [140, 330, 300, 18]].map(([x, y, w, h], i) => path(`M${x} ${y}Q${x! + w! * 0.3} ${y! - h! * 1.5} ${x! + w! * 0.6} ${y! - h! * 0.7}T${x! + w!} ${y}Q${x! + w! * 0.5} ${y! + h! * 0.5} ${x} ${y}Z`, i > 1 && i < 4 ? mix(p.mid1, p.dark1, 0.35) : mix(p.dark1, p.mid1, 0.2))), times(5, (i) => circle(280 + i * 311, 60 + ((i * 47) % 90), 4, p.paper)),
    path('M-20 520L160 488L300 500L420 486L520 512L640 520ZM1160 520L1260 496L1320 502L1500 478L1640 494L1820 480V520Z', p.dark2),
    water(516, 700, mix(p.dark1, p.mid1, 0.35), p.mid1, { count: 60, seed: 31 }), rect(0, 516, W, 60, mix(p.mid1, p.accent, 0.5), { opacity: 0.7 }), rect(0, 576, W, 70, mix(p.mid1, p.accent, 0.2), { opacity: 0.7 }), path(`${curve([[-60, 900], [400, 880], [900, 910], [1400, 876], [1860, 900]])}V1260H-60Z`, p.dark1), path(`${curve([[-60, 1090], [400, 1070], [900, 1100], [1400, 1076], [1860, 1090]])}V1260H-60Z`, p.ink),
    glint(1040, 516, 420, 230, p.highlight, 9), halftone(0, 900, W, 300, p.ink, { step: 28, r1: 10, to: 'down', opacity: 0.35 }),
    at(985, 527, 34, 'tanker', p.ink, 1), at(918, 534, 50, 'container', p.ink, 5), at(830, 545, 74, 'cargo', p.ink, 2), at(724, 562, 108, 'container', p.ink, 3), at(596, 590, 156, 'tanker', '#7a3a24', 4), at(440, 634, 226, 'container', '#2f6f5c', 8), at(306, 706, 330, 'cargo', p.dark2, 9), at(420, 822, 500, 'tanker', '#7a3a24', 10), at(640, 1004, 800, 'container', '#17473c', 16),
    stipple(0, 1000, W, 200, p.mid1, { count: 120, from: 'bottom', opacity: 0.4, r: 3 }),
    group([path('M-90 0H90L68 34H-66Z', p.accent), rect(-20, -38, 54, 40, p.paper), rect(-12, -30, 36, 14, p.ink), rect(2, -72, 6, 36, p.paper), circle(5, -74, 6, p.highlight)], { x: 430, y: 1046, scale: 1.0 }), rect(346, 1084, 180, 8, p.mid1, { rx: 4 }), rect(300, 1108, 130, 6, p.mid1, { rx: 3 }),
  ].join('');
};

export const shippingScenes: Scene[] = [
  { name: 'tankers-in-strait', palette: 'world', draw: tankersInStrait },
  { name: 'refinery-smoke', palette: 'world', draw: refinerySmoke },
  { name: 'beirut-silos', palette: 'world', draw: beirutSilos },
  { name: 'ever-given-wedged', palette: 'business', draw: everGivenWedged },
  { name: 'suez-digger', palette: 'business', draw: suezDigger },
  { name: 'suez-queue', palette: 'business', draw: suezQueue },
];
