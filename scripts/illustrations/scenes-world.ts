/** World: accords, sanctions, statesmen. The other world pictures are in scenes-borders.ts and scenes-shipping.ts. */
import {
  blob, circle, clip, curve, ellipse, flagFace, group, H, halftone, limb, line, longShadow, mix, mountains, type Palette, type Pt, path, photographer, polar, poly, prng,
  rect, type Scene,scrawl, sky, star, stipple, times, twoTone, W, 
} from './kit.ts';

const GREEN = '#4c7a5b';

/** A band across part of the sheet, waved like hung cloth. */
const cloth = (x0: number, x1: number, y: number, h: number, fill: string, amp = 14) => {
  const w = x1 - x0;
  const at = (dy: number): Pt[] => Array.from({ length: 7 }, (_, i) => [x0 + (w * i) / 6, y + dy + Math.sin(i * 1.3) * amp]);
  return path(`${curve(at(0))}L${x1} ${y + h + Math.sin(7.8) * amp}${curve(at(h).reverse()).replace('M', 'L')}Z`, fill);
};

const pompeoLectern = (p: Palette): string => {
  const suit = mix(p.dark1, p.mid1, 0.18);
  const skin = '#dcae80';
  const skinShade = mix(skin, p.dark2, 0.35);
  const usa = [
    rect(0, 0, 900, H, p.paper),
    times(7, (i) => cloth(-20, 900, i * 184 - 10, 92, p.accent)),
    clip(rect(0, 0, 566, 690, '#000'), cloth(-20, 900, -60, 694, p.dark1)),
    times(6, (r) => times(r % 2 ? 4 : 5, (c) => star(74 + c * 104 + (r % 2) * 52, 64 + r * 98 + Math.sin(c * 1.1) * 9, 34, p.paper))),
  ].join('');
  const emblem = group([
    path('M-14 -120L0 -150L14 -120L16 90L0 120L-16 90Z', p.accent),
    path('M-34 -84Q-104 0 -34 86Q-62 0 -34 -84Z', p.accent), path('M34 -84Q104 0 34 86Q62 0 34 -84Z', p.accent),
    path('M-78 -92Q-178 10 -70 110Q-122 10 -78 -92Z', p.accent), path('M78 -92Q178 10 70 110Q122 10 78 -92Z', p.accent),
    path('M-40 -160Q0 -130 40 -160Q30 -120 0 -116Q-30 -120 -40 -160Z', p.accent),
  ], { x: 1372, y: 560, scale: 0.92 });
  const iran = [
    cloth(900, 1820, -30, 400, GREEN), cloth(900, 1820, 366, 410, p.paper), cloth(900, 1820, 770, 460, p.accent),
    times(24, (i) => rect(918 + i * 38, 336 + Math.sin(((i * 38) / 920) * 7.8) * 14, 20, 18, p.paper) + rect(918 + i * 38, 790 + Math.sin(((i * 38) / 920) * 7.8) * 14, 20, 18, p.paper)),
    emblem,
  ].join('');
  const torso = (f: string) => path('M836 452Q700 490 640 548Q596 660 590 812H1210Q1204 660 1160 548Q1100 490 964 452Z', f);
  const body = [
    path('M852 400h96v90q-48 34 -96 0Z', skinShade),
    twoTone(torso, suit, p.ink, 930, 22),
    poly([[836, 440], [964, 440], [906, 760], [894, 760]], p.paper),
    poly([[880, 488], [920, 488], [930, 690], [900, 752], [870, 690]], p.accent), poly([[872, 470], [928, 470], [918, 512], [882, 512]], p.dark2),
    poly([[836, 446], [900, 760], [796, 610], [826, 586], [782, 560]], mix(suit, p.mid1, 0.22)),
    poly([[964, 446], [900, 760], [1004, 610], [974, 586], [1018, 560]], mix(p.ink, p.dark1, 0.7)),
    ellipse(812, 322, 15, 30, skin), ellipse(988, 322, 15, 30, skinShade),
    twoTone((f) => path('M812 290Q812 190 900 190Q988 190 988 290Q990 372 958 410Q928 442 900 442Q872 442 842 410Q810 372 812 290Z', f), skin, skinShade, 926, 14),
    path('M808 302Q796 166 900 158Q1004 166 992 302Q984 244 958 226Q894 240 846 222Q818 244 808 302Z', p.ink),
  ].join('');
  const arm = [limb([[1120, 590], [1226, 740], [1196, 556]], [118, 104, 74], p.ink), poly([[1158, 572], [1236, 560], [1232, 530], [1156, 544]], p.paper),
    path('M1160 542Q1140 470 1162 436Q1200 424 1226 440Q1242 490 1228 536Z', skin), limb([[1176, 452], [1168, 346]], [32, 25], skin), limb([[1166, 500], [1136, 462], [1144, 436]], [34, 28, 24], skin),
    limb([[1198, 448], [1194, 478]], [28, 26], skinShade), limb([[1222, 454], [1216, 486]], [26, 24], skinShade)].join('');
  const mic = (flip: boolean) => group([path('M-150 150Q-148 30 -54 -26', 'none', { stroke: flip ? p.mid1 : '#0a1222', width: 11 }), limb([[-58, -24], [-20, -48]], [40, 44], p.ink), line([[-52, -2], [-76, -40]], p.highlight, 7)], { x: 900, y: 654, flip });
  const lectern = [
    longShadow(620, 850, 560, 380, 360, p.ink, 0.4),
    twoTone((f) => poly([[622, 830], [1178, 830], [1128, 1210], [672, 1210]], f), p.mid2, mix(p.mid2, p.dark2, 0.5), 1010, -30),
    poly([[596, 772], [1204, 772], [1248, 822], [552, 822]], mix(p.mid2, p.paper, 0.4)), rect(552, 822, 696, 34, p.dark2), poly([[960, 772], [1204, 772], [1248, 822], [1000, 822]], p.mid2),
    circle(900, 998, 116, p.dark1), circle(900, 998, 100, p.paper), circle(900, 998, 88, p.dark1), star(900, 1002, 66, p.highlight), times(12, (i) => circle(...polar(900, 998, 76, i * 30), 4.5, p.paper)),
    poly([[700, 790], [846, 780], [858, 812], [700, 820]], p.paper), line([[724, 800], [826, 793]], p.mid1, 4),
  ].join('');
  const press = (x: number, k: number, flip: boolean) => photographer(x, 1080, k, p.ink, p.mid1, flip);
  return [usa, iran,
    poly([[900, 0], [980, 0], [1300, H], [900, H]], p.ink, { opacity: 0.1 }), rect(300, 0, 120, H, p.ink, { opacity: 0.1 }), rect(690, 0, 80, H, p.ink, { opacity: 0.1 }), rect(1560, 0, 110, H, p.ink, { opacity: 0.1 }),
    stipple(0, 700, W, 500, p.ink, { count: 420, from: 'bottom', seed: 3, opacity: 0.35 }),
    path('M960 190Q1100 210 1090 340Q1080 430 1040 470Q1260 520 1330 640L1400 830H900V190Z', p.ink, { opacity: 0.22 }), body, arm, mic(false), mic(true), lectern, press(322, 1.05, false), press(1490, 1.0, true), press(90, 0.8, false), press(1712, 0.82, true)].join('');
};

const tehranSkylineFile = (p: Palette): string => {
  const rand = prng(12);
  const crest: Pt[] = [[-80, 470], [150, 250], [330, 420], [560, 170], [800, 400], [960, 270], [1130, 410], [1420, 150], [1640, 380], [1790, 280], [1900, 400]];
  const snow = (x: number, y: number, s: number) => poly([[x, y], [x + s * 0.95, y + s * 0.78], [x + s * 0.55, y + s * 0.62], [x + s * 0.3, y + s * 0.92], [x + 0.02 * s, y + s * 0.6], [x - s * 0.3, y + s * 0.86], [x - s * 0.5, y + s * 0.58], [x - s * 0.86, y + s * 0.78]], p.paper) + poly([[x, y], [x + s * 0.95, y + s * 0.78], [x + s * 0.55, y + s * 0.62], [x + s * 0.3, y + s * 0.92], [x + s * 0.12, y + s * 0.5]], mix(p.paper, p.mid1, 0.45));
  const blocks = (base: number, lo: number, hi: number, w: number, light: string, shade: string, win: string) => {
    let s = '';
    for (let x = -20; x < W; ) {
      const bw = w * (0.6 + rand() * 0.8);
      const bh = lo + rand() * (hi - lo);
      s += rect(x, base - bh, bw, bh + 200, light) + rect(x + bw * 0.66, base - bh, bw * 0.34, bh + 200, shade);
      if (rand() < 0.4) s += rect(x + bw * 0.2, base - bh - 16, bw * 0.22, 18, shade);
      for (let r = 0; r * 34 < bh - 30; r++) for (let c = 0; c < 3; c++) if (rand() < 0.75) s += rect(x + bw * (0.09 + c * 0.19), base - bh + 18 + r * 34, bw * 0.1, 16, win);
      x += bw + 4;
    }
    return s;
  };
  const tower = [
    twoTone((f) => poly([[1098, 800], [1112, 350], [1148, 350], [1162, 800]], f), p.paper, p.mid1, 1134),
    rect(1126, 116, 8, 110, p.ink), rect(1121, 176, 18, 60, p.dark1),
    twoTone((f) => poly([[1086, 240], [1174, 240], [1216, 286], [1196, 322], [1152, 366], [1108, 366], [1064, 322], [1044, 286]], f), p.paper, p.mid1, 1140, 8),
    poly([[1044, 286], [1216, 286], [1206, 304], [1054, 304]], p.dark1), poly([[1070, 326], [1190, 326], [1180, 336], [1080, 336]], p.dark1),
  ].join('');
  const azadi = group([
    twoTone((f) => path('M-150 0Q-80 -110 -74 -262H74Q80 -110 150 0H84Q70 -96 0 -166Q-70 -96 -84 0Z', f), p.paper, mix(p.paper, p.mid2, 0.75), 18),
    path('M-74 -262H74L70 -226H-70Z', mix(p.mid2, p.dark2, 0.2)), path('M-40 -120Q0 -205 40 -120Q0 -176 -40 -120Z', p.mid1), line([[-30, -226], [-30, -150]], p.mid2, 5), line([[0, -226], [0, -168]], p.mid2, 5), line([[30, -226], [30, -150]], p.mid2, 5),
  ], { x: 446, y: 744, scale: 1.05 });
  const page = group([
    poly([[-470, -250], [-250, -250], [-215, -298], [20, -298], [52, -250], [480, -250], [500, 420], [-490, 420]], mix(p.mid2, p.highlight, 0.55)),
    rect(-430, -190, 640, 640, p.ink, { opacity: 0.25, transform: 'translate(16 14)' }),
    rect(-430, -200, 640, 640, p.paper),
    rect(-380, -158, 280, 30, p.ink), rect(-380, -104, 120, 12, p.mid1), rect(-244, -108, 404, 22, p.ink),
    ...[-60, -18, 24, 66, 108, 150, 192].map((y, i) => [rect(-380, y, [150, 540, 96, 300, 540, 210, 120][i]!, i % 2 ? 26 : 14, i % 2 ? p.ink : p.mid1), rect(-380 + [172, 0, 116, 320, 0, 232, 140][i]!, y - (i % 2 ? 0 : 6), [368, 0, 424, 220, 0, 308, 250][i]!, 26, i === 3 ? p.mid1 : p.ink)].join('')),
    group([rect(-130, -46, 260, 92, 'none', { stroke: p.accent, width: 12, rx: 8 }), rect(-100, -14, 200, 30, p.accent), stipple(-96, -12, 190, 24, p.paper, { count: 30, from: 'even', r: 3, opacity: 1 })], { x: 60, y: 74, rotate: -14 }),
    rect(246, -214, 208, 270, p.ink, { opacity: 0.25, transform: 'translate(12 12)' }),
    rect(246, -214, 208, 270, '#fff8ea'), rect(262, -198, 176, 206, p.mid1),
    clip(rect(262, -198, 176, 206, '#000'), path('M280 20Q280 -52 326 -62L334 -80H366L374 -62Q420 -52 420 20Z', p.dark1) + ellipse(350, -112, 38, 48, p.dark1) + rect(262, -134, 176, 30, p.ink)),
    path('M300 -236v70a16 16 0 0 0 32 0v-84a24 24 0 0 0 -48 0v60', 'none', { stroke: p.dark1, width: 8 }),
  ], { x: 930, y: 912, rotate: -5 });
  const tea = group([
    poly([[-40, 60], [110, 40], [420, 220], [240, 280]], p.ink, { opacity: 0.35 }), ellipse(0, 66, 128, 40, mix(p.paper, p.mid2, 0.5)), ellipse(0, 58, 128, 40, p.paper), ellipse(0, 58, 74, 20, p.mid2),
    twoTone((f) => path('M-62 -112Q-66 -60 -38 -26Q-72 10 -46 58H46Q72 10 38 -26Q66 -60 62 -112Z', f), p.accent, p.dark2, 8), path('M-62 -112Q-66 -84 -56 -62H56Q66 -84 62 -112Z', mix(p.paper, p.mid1, 0.35)), ellipse(0, -112, 62, 13, p.paper), rect(100, 22, 44, 34, '#fffaf0', { transform: 'rotate(12 120 40)' }),
  ], { x: 190, y: 985, scale: 1.1 });
  const lens = group([
    ellipse(40, 46, 150, 150, p.ink, { opacity: 0.3 }), limb([[104, 104], [290, 290]], [30, 46], p.ink), circle(0, 0, 146, p.highlight), circle(0, 0, 126, mix(p.paper, p.mid1, 0.45)), clip(circle(0, 0, 126, '#000'), [rect(-200, -50, 260, 44, p.ink), rect(-200, 24, 200, 44, p.ink), poly([[20, -200], [80, -200], [-60, 200], [-120, 200]], '#ffffff', { opacity: 0.35 })]), line([[-84, -70], [-50, -100]], '#fffaf0', 12),
  ], { x: 1400, y: 1030 });
  return [
    sky([mix(p.paper, p.highlight, 0.25), mix(p.paper, p.highlight, 0.6), p.highlight, mix(p.highlight, p.accent, 0.35)], 0, 520, 4),
    circle(830, 300, 118, p.paper, { opacity: 0.9 }),
    mountains(crest, p.mid1, p.dark1, 620), clip(poly([...crest, [1900, 640], [-80, 640]], '#000'), [snow(150, 250, 110), snow(560, 170, 150), snow(960, 270, 90), snow(1420, 150, 160), snow(1790, 280, 90)]),
    rect(0, 560, W, 300, mix(p.mid1, p.paper, 0.4)), halftone(0, 470, W, 120, mix(p.mid1, p.paper, 0.5), { step: 22, r1: 11, to: 'down', opacity: 1 }),
    blocks(720, 60, 170, 90, mix(p.mid1, p.paper, 0.22), p.mid1, p.dark1), tower,
    blocks(780, 40, 128, 120, p.mid2, mix(p.mid2, p.dark2, 0.5), p.dark2), azadi,
    rect(0, 740, W, 460, p.dark2), poly([[0, 740], [W, 740], [W, 762], [0, 762]], mix(p.dark2, p.accent, 0.5)),
    stipple(0, 760, W, 440, p.ink, { count: 500, from: 'bottom', seed: 8, opacity: 0.4 }),
    poly([[500, 1200], [470, 720], [1390, 620], [1760, 1200]], p.ink, { opacity: 0.35 }), page, tea, lens,
  ].join('');
};

const sanctionsLedger = (p: Palette): string => {
  const capitals = ['l14 -38l16 38l14 -34', 'v-38q34 4 26 18q-8 10 -26 10l28 12', 'l20 -40l20 40m-32 -14h24', 'v-40q44 8 34 24q-8 16 -34 16', 'm30 -34q-34 -8 -32 16q6 26 34 14', 'v-40m0 20h30m0 -20v40', 'v-40l30 0m-30 18h22'];
  const row = (x: number, y: number, w: number, i: number, struck: boolean) => [
    rect(x - 16, y - 46, 56, 62, struck ? mix(p.paper, p.mid2, 0.6) : p.mid1), clip(rect(x - 16, y - 46, 56, 62, '#000'), ellipse(x + 12, y - 20, 13, 16, p.dark1) + ellipse(x + 12, y + 22, 25, 26, p.dark1)),
    path(`M${x + 62} ${y + 4}${capitals[(i * 3 + 1) % 7]!}`, 'none', { stroke: p.ink, width: 7 }), scrawl(x + 116, y + 2, w * 0.36, 15, p.ink, 6, 40 + i * 7), path(`M${x + 134 + w * 0.36} ${y + 4}${capitals[(i * 5 + 3) % 7]!}`, 'none', { stroke: p.ink, width: 7 }), scrawl(x + 172 + w * 0.36, y + 2, w * 0.5, 15, p.ink, 6, 90 + i * 5),
    line([[x - 16, y + 28], [x + 396, y + 28]], mix(p.paper, p.mid1, 0.5), 3), struck ? line([[x + 44, y - 10 + (i % 3) * 3], [x + 192 + w * 0.86, y - 20 - (i % 2) * 5]], p.accent, 13) : '',
  ].join('');
  const page = (f: string) => path('M-20 -360Q-240 -410 -540 -352V380Q-240 330 0 386Q240 330 540 380V-352Q240 -410 20 -360Q0 -350 -20 -360Z', f);
  const book = group([
    poly([[-590, -320], [600, -320], [640, 470], [-550, 470]], p.ink, { opacity: 0.4 }),
    path('M-576 -368H576V410H-576Z', p.dark1), path('M0 -368H576V410H0Z', p.ink),
    path('M-556 -348Q-250 -390 0 -340Q250 -390 556 -348V398Q250 350 0 402Q-250 350 -556 398Z', mix(p.paper, p.mid2, 0.7)),
    path('M-548 -350Q-250 -396 0 -346Q250 -396 548 -350V390Q250 340 0 394Q-250 340 -548 390Z', mix(p.paper, p.mid2, 0.3)),
    page(p.paper), clip(page('#000'), [path('M0 -420Q90 -380 96 0Q90 300 0 420Z', mix(p.paper, p.mid2, 0.55)), path('M0 -420Q-40 -300 -40 0Q-40 300 0 420Z', mix(p.paper, p.mid2, 0.3)), stipple(0, -420, 300, 840, p.mid2, { count: 200, from: 'left', r: 2.4, opacity: 0.6 })]),
    ...[0, 1, 2, 3, 4, 5, 6].map((i) => row(-490, -258 + i * 90, [210, 170, 236, 190, 150, 226, 180][i]!, i, i !== 2 && i !== 5)),
    ...[0, 1, 2].map((i) => row(104, -258 + i * 90, [190, 230, 160][i]!, i + 10, i !== 1)),
    
  ], { x: 884, y: 590, rotate: -6, scale: 0.97 });
  const mark = group([circle(0, 0, 128, 'none', { stroke: p.accent, width: 26 }), line([[-88, 88], [88, -88]], p.accent, 26), stipple(-150, -150, 300, 300, p.paper, { count: 130, from: 'even', r: 3, opacity: 1 })], { x: 1110, y: 742, rotate: -6 });
  const stamp = group([
    poly([[-118, 120], [126, 120], [560, 330], [300, 420]], p.ink, { opacity: 0.4 }), 
    poly([[-136, 70], [136, 70], [136, 132], [-136, 132]], p.accent), poly([[-150, 10], [150, 10], [150, 80], [-150, 80]], p.ink), rect(40, 10, 110, 70, '#0a1120'), poly([[-122, -20], [122, -20], [150, 10], [-150, 10]], p.dark1),
    twoTone((f) => path('M-46 -18Q-18 -90 -34 -170Q-90 -210 -78 -280Q-60 -350 0 -352Q60 -350 78 -280Q90 -210 34 -170Q18 -90 46 -18Z', f), p.highlight, mix(p.mid2, p.dark2, 0.35), 16, 6),
    path('M-52 -296Q-44 -326 -14 -332', 'none', { stroke: p.paper, width: 12 }), rect(-50, -34, 100, 22, p.mid2),
  ], { x: 1300, y: 812, rotate: 6, scale: 1.12 });
  const desk = [rect(0, 0, W, H, p.dark2), times(6, (i) => rect(0, i * 216 - 40, W, 5, mix(p.dark2, p.ink, 0.45))), times(6, (i) => rect((i * 733) % W, i * 216 - 40, 5, 216, mix(p.dark2, p.ink, 0.45))),
    poly([[0, 0], [820, 0], [250, H], [0, H]], p.accent, { opacity: 0.28 }), poly([[980, 0], [1180, 0], [610, H], [410, H]], p.accent, { opacity: 0.2 }), stipple(0, 0, W, H, p.ink, { count: 380, from: 'right', seed: 5, opacity: 0.4 })].join('');
  const pen = group([poly([[-260, 22], [250, 24], [262, 40], [-240, 44]], p.ink, { opacity: 0.4 }), rect(-260, -16, 360, 34, p.dark1, { rx: 17 }), rect(-260, -16, 360, 14, p.mid1, { rx: 7 }), rect(96, -18, 26, 38, p.highlight), path('M122 -16L240 0L122 18Z', p.mid2), line([[150, 1], [236, 1]], p.ink, 3)], { x: 520, y: 1086, rotate: -9 });
  return [desk, book, mark, stamp, pen].join('');
};

const viennaTable = (p: Palette): string => {
  const [cx, cy] = [900, 606];
  const kinds = ['us', 'uk', 'fr', 'de', 'ru', 'cn', 'ir'] as const;
  const suits = [p.ink, p.dark1, p.mid1, p.ink, p.dark1, mix(p.dark1, p.mid1, 0.5), p.ink];
  const hairs = [p.dark2, p.paper, p.ink, p.mid2, p.ink, '#3a2a22', p.ink];
  const seats = kinds.map((_, i) => -90 + (i + 0.5) * (360 / 7) + 180);
  const at = (deg: number, kx: number, ky: number): Pt => [cx + kx * Math.cos((deg * Math.PI) / 180), cy + ky * Math.sin((deg * Math.PI) / 180)];
  const heading = (deg: number) => { const [x, y] = at(deg, 560, 420); return (Math.atan2(cy - y, cx - x) * 180) / Math.PI + 90; };
  const person = (deg: number, i: number) => { const [x, y] = at(deg, 556, 424); return group([
    ellipse(26, 34, 118, 66, p.ink, { opacity: 0.35 }),
    path('M-92 56Q-92 -30 0 -34Q92 -30 92 56Q92 84 60 84H-60Q-92 84 -92 56Z', p.mid2), path('M-70 60Q-70 -4 0 -8Q70 -4 70 60Q70 70 56 70H-56Q-70 70 -70 60Z', p.dark2),
    limb([[-86, 2], [-104, -60], [-44, -106]], [48, 42, 34], suits[i]!), limb([[86, 2], [104, -60], [44, -106]], [48, 42, 34], suits[i]!), circle(-36, -112, 17, '#dcae80'), circle(36, -112, 17, '#dcae80'),
    twoTone((f) => ellipse(0, 8, 112, 50, f), suits[i]!, mix(suits[i]!, '#000000', 0.3), 10), poly([[-22, -34], [22, -34], [0, -4]], p.paper), circle(0, -4, 41, hairs[i]!), path('M-30 -32Q0 -52 30 -32Q16 -40 0 -40Q-16 -40 -30 -32Z', '#dcae80'),
  ], { x, y, rotate: heading(deg) }); };
  const papers = (deg: number) => { const [x, y] = at(deg, 368, 232); return group([rect(-46, -30, 84, 62, p.ink, { opacity: 0.25, transform: 'translate(6 8) rotate(6)' }), rect(-46, -34, 84, 64, mix(p.paper, p.mid2, 0.3), { transform: 'rotate(9)' }), rect(-46, -34, 84, 64, p.paper), times(4, (k) => rect(-34, -22 + k * 13, k === 3 ? 34 : 60, 4, p.mid1)), line([[54, 26], [66, -24]], p.ink, 6)], { x, y, rotate: heading(deg) }); };
  const card = (deg: number, i: number) => { const [x, y] = at(deg, 282, 150); return [poly([[x - 46, y + 32], [x + 46, y + 32], [x + 86, y + 62], [x - 6, y + 62]], p.ink, { opacity: 0.32 }), rect(x - 52, y - 36, 104, 70, p.paper), flagFace(kinds[i]!, x - 46, y - 30, 92, 58)].join(''); };
  const chandelier = [times(8, (i) => { const [x, y] = polar(0, 0, 150, i * 45 + 10); return path(`M0 0Q${x * 0.3 - y * 0.35} ${y * 0.3 + x * 0.35} ${x} ${y}`, 'none', { stroke: p.ink, width: 13 }) + circle(x, y, 25, p.ink); }), circle(0, 0, 54, p.ink), times(8, (i) => circle(...polar(0, 0, 84, i * 45 - 12), 11, p.ink)), circle(0, 0, 108, 'none', { stroke: p.ink, width: 7 })].join('');
  const floor = [rect(0, 0, W, H, mix(p.dark2, p.ink, 0.15)), times(6, (r) => line(Array.from({ length: 15 }, (_, c): Pt => [c * 140 - 60, r * 240 + (c % 2 ? 120 : 0) - 90]), mix(p.dark2, p.accent, 0.22), 56, { cap: 'butt' }))].join('');
  const rug = [ellipse(cx, cy, 818, 578, p.dark1), ellipse(cx, cy, 792, 552, 'none', { stroke: p.highlight, width: 7 }), times(36, (i) => poly([at(i * 10, 782, 542), at(i * 10 + 2.8, 756, 520), at(i * 10, 730, 498), at(i * 10 - 2.8, 756, 520)], p.mid1)), ellipse(cx, cy, 718, 490, p.accent)].join('');
  const top = (f: string) => ellipse(cx, cy, 466, 326, f);
  return [floor, rug, clip(ellipse(cx, cy, 718, 490, '#000'), stipple(120, 100, 1560, 1010, p.dark2, { count: 130, from: 'even', r: 4, seed: 6, opacity: 0.7 })),
    ellipse(cx + 56, cy + 66, 474, 334, p.ink, { opacity: 0.42 }), seats.map(person).join(''),
    ellipse(cx, cy + 14, 466, 326, p.dark2), top(p.mid2), clip(top('#000'), [poly([[300, 0], [760, 0], [1120, H], [300, H]], mix(p.mid2, p.highlight, 0.45)), ellipse(cx, cy, 420, 282, 'none', { stroke: p.dark2, width: 5, opacity: 0.7 }), group(chandelier, { x: cx + 24, y: cy + 12, opacity: 0.3, scale: 1.06 })]),
    seats.map(papers).join(''), seats.map(card).join('')].join('');
};

const tornAccord = (p: Palette): string => {
  const rand = prng(31);
  const tear: Pt[] = Array.from({ length: 31 }, (_, i) => [(rand() - 0.5) * 46 + Math.sin(i * 0.55) * 30 + Math.sin(i * 1.7) * 12, -470 + i * (940 / 30)]);
  const left = (f: string, grow = 0) => poly([[-400, -470], ...tear.map(([x, y]): Pt => [x + grow + (grow ? Math.sin(y) * 7 : 0), y]), [-400, 470]], f);
  const right = (f: string, grow = 0) => poly([[400, -470], ...tear.map(([x, y]): Pt => [x - grow + (grow ? Math.cos(y) * 7 : 0), y]), [400, 470]], f);
  const text = [flagFace('us', -352, -424, 150, 96), flagFace('ir', 202, -424, 150, 96), rect(-140, -400, 280, 34, p.dark1), rect(-96, -346, 192, 12, p.mid2), ...[-284, -240, -196, -152, -86, -42, 2, 46].map((y, i) => rect(-320, y, i === 3 ? 420 : i === 7 ? 360 : 640, 14, p.mid1)),
    path('M-300 222C-250 90 -206 120 -240 214C-262 268 -190 250 -150 176C-140 240 -100 226 -84 176C-70 250 -20 230 0 170C20 260 60 210 76 168C96 240 150 220 190 190', 'none', { stroke: p.dark1, width: 11 }), line([[-310, 268], [170, 268]], p.mid2, 4)].join('');
  const seal = [blob(Array.from({ length: 18 }, (_, i) => polar(150, 350, i % 2 ? 104 : 90, i * 20)), p.accent), circle(150, 350, 66, p.dark2), star(150, 352, 48, p.accent)].join('');
  const sealMid = group(seal, { x: -150, y: -22 });
  const half = (shape: (f: string, grow?: number) => string, grow: number, fill: string, band: string) => [shape(mix(p.paper, '#ffffff', 0.55), grow), shape(fill), clip(shape('#000'), [text, band, sealMid])].join('');
  const shade = mix(p.paper, p.mid2, 0.35);
  const pen = group([
    poly([[-36, -300], [36, -300], [60, 330], [-12, 330]], p.ink, { opacity: 0.4, transform: 'translate(56 46)' }),
    twoTone((f) => path('M-34 -330Q-34 -372 0 -372Q34 -372 34 -330V170L22 236H-22L-34 170Z', f), mix(p.accent, p.highlight, 0.12), p.dark2, 6), rect(-36, -110, 72, 26, p.highlight), rect(-36, -74, 72, 8, p.highlight), rect(16, -330, 13, 190, p.highlight, { rx: 6 }),
    twoTone((f) => path('M-26 236H26Q40 296 0 404Q-40 296 -26 236Z', f), p.highlight, p.mid2, 2), circle(0, 304, 8, p.ink), line([[0, 304], [0, 392]], p.ink, 4),
  ], { x: 952, y: 566, rotate: 21, scale: 0.98 });
  return [
    rect(0, 0, W, H, p.dark1), poly([[0, 0], [1120, 0], [420, H], [0, H]], mix(p.dark1, p.mid1, 0.24)), poly([[1330, 0], [1560, 0], [860, H], [630, H]], mix(p.dark1, p.mid1, 0.24)),
    stipple(0, 0, W, H, p.ink, { count: 700, from: 'right', r: 4, seed: 15, opacity: 0.45 }), halftone(0, 960, W, 240, p.ink, { step: 26, r1: 11, to: 'down', opacity: 0.45 }),
    group(left(p.ink), { x: 756, y: 634, rotate: -8, opacity: 0.45, scale: 0.95 }), group(half(left, 20, p.paper, rect(-400, 400, 800, 70, shade)), { x: 720, y: 590, rotate: -8, scale: 0.95 }),
    group(right(p.ink), { x: 1130, y: 664, rotate: 9, opacity: 0.45, scale: 0.95 }), group(half(right, 20, mix(p.paper, p.mid2, 0.16), rect(-400, 400, 800, 70, shade)), { x: 1090, y: 614, rotate: 9, scale: 0.95 }), pen,
  ].join('');
};

const missilesHourglass = (p: Palette): string => {
  const missile = (x: number, y: number, deg: number, s: number, body: string) => group([twoTone((f) => path('M-12 60V-34Q-12 -62 0 -84Q12 -62 12 -34V60Z', f), body, mix(body, p.ink, 0.4), 2), poly([[-12, 26], [-28, 66], [-12, 58]], p.accent), poly([[12, 26], [28, 66], [12, 58]], p.dark2), rect(-12, -30, 24, 12, p.accent)], { x, y, rotate: deg, scale: s });
  const [cx, top, mid, bot] = [900, 216, 606, 996];
  const bulb = `M${cx - 236} ${top}H${cx + 236}C${cx + 250} ${top + 220} ${cx + 40} ${mid - 90} ${cx + 30} ${mid}C${cx + 40} ${mid + 90} ${cx + 250} ${bot - 220} ${cx + 236} ${bot}H${cx - 236}C${cx - 250} ${bot - 220} ${cx - 40} ${mid + 90} ${cx - 30} ${mid}C${cx - 40} ${mid - 90} ${cx - 250} ${top + 220} ${cx - 236} ${top}Z`;
  const heap: [number, number, number][] = [[-186, -26, 84], [-98, -24, 96], [0, -26, 88], [98, -24, 97], [186, -27, 84], [-150, -74, 72], [-52, -72, 101], [50, -74, 80], [146, -72, 106], [-104, -122, 60], [0, -120, 94], [104, -122, 118], [-54, -168, 66], [48, -170, 112], [0, -214, 92]];
  const glass = clip(path(bulb, '#000'), [
    rect(cx - 260, top, 520, bot - top, mix(p.mid1, p.paper, 0.5)), poly([[cx + 30, top], [cx + 260, top], [cx + 260, bot], [cx + 30, bot]], mix(p.mid1, p.paper, 0.25)),
    poly([[cx - 210, bot], [cx + 210, bot], [cx + 110, bot - 120], [cx, bot - 225], [cx - 110, bot - 120]], p.dark1),
    heap.map(([x, y, d], i) => missile(cx + x, bot + y + 8, d, 1.06, i % 3 === 1 ? p.paper : i % 3 ? p.mid2 : p.highlight)).join(''),
    missile(cx - 34, mid - 128, 28, 1.06, p.highlight), missile(cx + 44, mid - 150, -34, 1.06, p.paper), missile(cx, mid + 40, 180, 0.9, p.highlight), missile(cx, mid + 190, 180, 0.9, p.paper),
  ]);
  const plate = (y: number) => [rect(cx - 310, y, 620, 62, p.dark2, { rx: 10 }), rect(cx - 310, y, 330, 62, p.accent, { rx: 10 }), rect(cx - 310, y, 620, 14, p.highlight, { rx: 7 })].join('');
  const post = (x: number) => twoTone((f) => path(`M${x - 17} 210H${x + 17}L${x + 12} 400L${x + 22} 606L${x + 12} 812L${x + 17} 1000H${x - 17}L${x - 12} 812L${x - 22} 606L${x - 12} 400Z`, f), p.highlight, p.mid2, x + 2);
  const deskFlag = (x: number, kind: 'us' | 'ru', flip: boolean) => [poly([[x - 60, 1058], [x + 60, 1058], [x + 330, 1180], [x + 170, 1180]], p.ink, { opacity: 0.35 }), rect(x - 6, 470, 12, 580, p.dark2), circle(x, 464, 15, p.dark2), ellipse(x, 1052, 70, 20, p.ink), rect(x - 28, 1030, 56, 20, p.ink),
    group([clip(path('M0 0Q110 40 196 24Q232 150 214 316Q120 350 0 300Z', '#000'), [group(kind === 'us' ? flagFace('us', 0, -10, 230, 340) : flagFace('ru', 0, -10, 230, 340), { skewX: 0, rotate: 3 }), path('M66 -30Q100 160 70 400h60Q150 160 118 -30Z', p.ink, { opacity: 0.16 }), path('M176 -30Q206 160 176 400h80V-30Z', p.ink, { opacity: 0.16 })])], { x, y: 490, flip })].join('');
  return [
    rect(0, 0, W, H, p.accent), circle(cx, 560, 640, mix(p.accent, p.highlight, 0.35)), circle(cx, 560, 470, p.highlight), circle(cx, 560, 330, mix(p.highlight, p.paper, 0.55)),
    halftone(0, 0, W, 300, p.dark2, { step: 28, r0: 12, r1: 0, to: 'down', opacity: 0.5 }),
    rect(0, 1000, W, 200, p.dark1), rect(0, 1000, W, 14, p.mid1), stipple(0, 1010, W, 190, p.ink, { count: 260, from: 'bottom', opacity: 0.5 }),
    poly([[590, 1062], [1210, 1062], [1560, 1200], [900, 1200]], p.ink, { opacity: 0.5 }),
    deskFlag(534, 'us', true), deskFlag(1266, 'ru', false),
    post(cx - 270), post(cx + 270), glass, path(bulb, 'none', { stroke: p.dark1, width: 12 }), path(`M${cx - 196} ${top + 26}C${cx - 196} ${top + 160} ${cx - 110} ${mid - 150} ${cx - 66} ${mid - 84}`, 'none', { stroke: '#fffaf0', width: 16 }), path(`M${cx - 200} ${bot - 40}C${cx - 200} ${bot - 130} ${cx - 150} ${bot - 200} ${cx - 110} ${bot - 246}`, 'none', { stroke: '#fffaf0', width: 14 }),
    plate(160), plate(994),
  ].join('');
};

export const worldScenes: Scene[] = [
  { name: 'pompeo-lectern', palette: 'world', draw: pompeoLectern },
  { name: 'tehran-skyline-file', palette: 'world', draw: tehranSkylineFile },
  { name: 'sanctions-ledger', palette: 'world', draw: sanctionsLedger },
  { name: 'vienna-negotiating-table', palette: 'world', draw: viennaTable },
  { name: 'torn-accord', palette: 'world', draw: tornAccord },
  { name: 'missiles-hourglass', palette: 'world', draw: missilesHourglass },
];
