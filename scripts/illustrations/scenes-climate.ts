/** The pictures of the climate section: the Paris and Glasgow conferences, the pupils' strike, fire and reef. */
import {
  blob, circle, clip, curve, ellipse, figure, group, hatch, hills, limb, line, mix, 
  type Pt, path, plume, polar, poly, prng, rect, type Scene,sky, stipple, times, twoTone, water,
} from './kit.ts';

const SKINS = ['#f0c8a4', '#c98d62', '#8a5638', '#e3b088'];

/** A globe: sea, land in blobs, the right side in shade, a thin ring of air. */
function globe(x: number, y: number, r: number, sea: string, land: string, landDark: string, ink: string): string {
  const k = r / 300;
  const lands = (f: string) => [
    blob([[-60, -150], [-20, -215], [60, -235], [150, -200], [240, -180], [250, -80], [150, -70], [70, -110], [30, -90], [-30, -100]], f),
    blob([[-70, -60], [10, -70], [90, -50], [130, 10], [180, 30], [140, 100], [110, 190], [60, 240], [20, 190], [10, 90], [-60, 60], [-110, 0]], f),
    blob([[-290, -160], [-200, -215], [-150, -180], [-180, -120], [-220, -60], [-270, -40], [-320, -80]], f), blob([[-260, 30], [-190, 50], [-160, 110], [-200, 190], [-230, 260], [-290, 120]], f),
    blob([[-130, -240], [-80, -262], [-60, -230], [-100, -205]], f), blob([[175, 110], [200, 100], [190, 160], [170, 165]], f),
  ].join('');
  return group([circle(0, 0, 322, land, { opacity: 0.25 }), circle(0, 0, 300, sea), clip(circle(0, 0, 300, '#000'), [lands(land), clip(path('M60 -400H400V400H-140A420 420 0 0 0 160 -40A420 420 0 0 0 60 -400Z', '#000'), [rect(-400, -400, 900, 900, mix(sea, ink, 0.45)), lands(landDark)]), stipple(20, -300, 280, 600, ink, { count: 110, from: 'right', opacity: 0.35 })])], { x, y, scale: k });
}

/** A leaf from its stalk at the origin pointing up: two tones, a midrib and veins. */
function leaf(x: number, y: number, h: number, light: string, shade: string, rib: string, rotate = 0): string {
  const k = h / 100;
  return group([path('M0 0Q-50 -30 -36 -70Q-24 -92 0 -100Z', light), path('M0 0Q50 -30 36 -70Q24 -92 0 -100Z', shade), line([[0, 14], [0, -84]], rib, 4), times(3, (i) => line([[-20, -40 - i * 18], [0, -24 - i * 18], [20, -40 - i * 18]], rib, 2.6))], { x, y, scale: k, rotate });
}

const gavel: Scene = { name: 'paris-gavel-globe', palette: 'climate', draw: (p) => {
  const green = mix(p.mid1, p.dark1, 0.15);
  return [
    rect(0, 0, 1800, 1200, p.dark1), times(12, (i) => rect(i * 156, 0, 78, 880, mix(p.dark1, p.ink, 0.28))), poly([[0, 0], [1800, 0], [1800, 60], [0, 60]], p.ink),
    rect(250, 110, 1300, 560, p.ink, { rx: 14 }), rect(274, 134, 1252, 512, p.paper), rect(274, 134, 1252, 170, mix(p.paper, p.mid2, 0.35)),
    hatch(274, 134, 1252, 512, p.mid2, { gap: 26, angle: 0, width: 3, opacity: 0.35 }),
    line([[300, 330], [1500, 330]], p.accent, 9, { dash: '2 26' }), path(`${curve([[300, 600], [520, 570], [700, 500], [900, 420], [1080, 360], [1280, 338], [1500, 330]])}L1500 646H300Z`, p.highlight, { opacity: 0.45 }), path(curve([[300, 600], [520, 570], [700, 500], [900, 420], [1080, 360], [1280, 338], [1500, 330]]), 'none', { stroke: p.accent, width: 14 }),
    group([path('M0 26L34 0V150', 'none', { stroke: p.dark1, width: 30, cap: 'butt' }), circle(92, 138, 17, p.dark1), path('M226 14H148L142 70Q232 44 236 98Q236 152 138 134', 'none', { stroke: p.dark1, width: 28, cap: 'butt' }), circle(276, 18, 20, 'none', { stroke: p.dark1, width: 12 })], { x: 1010, y: 166 }),
    // the desk
    rect(0, 800, 1800, 400, p.dark2), path('M0 800H1800V852H0Z', mix(p.dark2, p.accent, 0.4)), hatch(0, 852, 1800, 348, p.ink, { gap: 62, angle: 2, width: 5, opacity: 0.28 }), poly([[0, 1130], [1800, 1100], [1800, 1200], [0, 1200]], p.ink, { opacity: 0.5 }),
    // globe on its stand
    poly([[560, 1040], [800, 1040], [1120, 1096], [740, 1100]], p.ink, { opacity: 0.4 }), rect(616, 960, 48, 70, p.ink), path('M500 1050Q640 980 780 1050V1072H500Z', p.ink), path('M500 1050Q640 980 780 1050', 'none', { stroke: p.highlight, width: 7 }), path(`M${polar(640, 670, 306, -112).join(' ')}A306 306 0 0 0 ${polar(640, 670, 306, 68).join(' ')}`, 'none', { stroke: p.ink, width: 30 }), path(`M${polar(640, 670, 306, -112).join(' ')}A306 306 0 0 0 ${polar(640, 670, 306, 68).join(' ')}`, 'none', { stroke: p.highlight, width: 12 }), line([polar(640, 670, 320, -112), polar(640, 670, 240, -112)], p.highlight, 16), line([polar(640, 670, 320, 68), polar(640, 670, 240, 68)], p.highlight, 16),
    globe(640, 670, 262, '#3d7f86', p.mid2, mix(p.mid1, p.dark1, 0.4), p.ink),
    // block and gavel
    poly([[1040, 1030], [1420, 1030], [1700, 1090], [1300, 1104]], p.ink, { opacity: 0.4 }), path('M990 990H1430V1026Q1210 1080 990 1026Z', p.ink), ellipse(1210, 986, 220, 44, green), ellipse(1210, 980, 180, 32, p.mid2), ellipse(1210, 980, 150, 24, green),
    [-34, -12, 12, 34].map((d) => line([polar(1200, 960, 240, 180 + d * 0.62 + 8), polar(1200, 960, 296, 180 + d * 0.62 + 8)], p.highlight, 9)).join(''), [-24, -4, 14].map((d) => line([polar(1220, 960, 236, d), polar(1220, 960, 286, d)], p.highlight, 9)).join(''),
    group([
      rect(90, -24, 520, 48, green, { rx: 22 }), rect(90, 4, 520, 20, p.dark1, { rx: 10 }), circle(612, 0, 34, green), path('M612 -34A34 34 0 0 1 612 34Q630 0 612 -34Z', p.dark1),
      twoTone((f) => rect(-96, -176, 192, 352, f, { rx: 18 }), green, p.dark1, 22), rect(-112, -150, 224, 36, p.mid2, { rx: 10 }), rect(30, -150, 82, 36, p.mid1, { rx: 10 }), rect(-112, 114, 224, 36, p.mid2, { rx: 10 }), rect(30, 114, 82, 36, p.mid1, { rx: 10 }), rect(-84, -90, 16, 180, p.mid2, { rx: 8, opacity: 0.7 }),
    ], { x: 1150, y: 806, rotate: -28 }),
  ].join('');
} };

const hall: Scene = { name: 'le-bourget-hall', palette: 'climate', draw: (p) => {
  const rand = prng(17);
  const coats = [p.ink, mix(p.ink, p.dark1, 0.5), p.dark1, mix(p.dark2, p.ink, 0.4), mix(p.mid1, p.dark1, 0.6)];
  const hair = [p.ink, '#3a2417', p.dark2, '#8d8980', '#1b1512'];
  const rows = Array.from({ length: 6 }, (_, r) => { const t = r / 5; return { y: 660 + 430 * t ** 1.45, s: 17 + 66 * t ** 1.5, n: [23, 19, 15, 11, 8, 6][r]! }; });
  const person = (x: number, y: number, s: number) => {
    const c = coats[Math.floor(rand() * 5)]!;
    const h = hair[Math.floor(rand() * 5)]!;
    const long = rand() < 0.3;
    return twoTone((f) => path(`M${x - s * 1.25} ${y + s * 4}V${y + s * 2}Q${x - s * 1.15} ${y + s * 1.15} ${x - s * 0.3} ${y + s}H${x + s * 0.3}Q${x + s * 1.15} ${y + s * 1.15} ${x + s * 1.25} ${y + s * 2}V${y + s * 4}Z`, f), c, mix(c, p.ink, 0.5), x + s * 0.45, 0) + rect(x - s * 0.25, y + s * 0.5, s * 0.5, s * 0.7, SKINS[Math.floor(rand() * 4)]!) + (long ? path(`M${x - s * 0.6} ${y}Q${x} ${y - s * 0.9} ${x + s * 0.6} ${y}L${x + s * 0.66} ${y + s * 1.05}H${x - s * 0.66}Z`, h) : '') + ellipse(x, y + s * 0.1, s * 0.52, s * 0.64, h) + (long ? '' : ellipse(x - s * 0.52, y + s * 0.2, s * 0.09, s * 0.16, SKINS[1]!));
  };
  return [
    rect(0, 0, 1800, 1200, mix(p.dark1, p.ink, 0.3)),
    times(9, (i) => poly([[900, 400], [-300 + i * 300, -40], [-180 + i * 300, -40]], i % 2 ? p.dark1 : mix(p.dark1, p.mid1, 0.16))), times(6, (i) => { const k = 0.24 + (i / 5) ** 1.4 * 0.95; return path(`M${900 - 1000 * k} 640V${420 - 200 * k}Q900 ${420 - 520 * k} ${900 + 1000 * k} ${420 - 200 * k}V640`, 'none', { stroke: i % 2 ? p.mid1 : p.ink, width: 6 + 20 * k, opacity: 0.75 }); }),
    times(4, (i) => { const x = 470 + i * 287; return poly([[x - 8, 200], [x + 8, 200], [x + 80 + (900 - x) * 0.4, 560], [x - 80 + (900 - x) * 0.4, 560]], p.highlight, { opacity: 0.2 }) + rect(x - 26, 176, 52, 26, p.ink, { rx: 6 }); }),
    // the stage
    rect(380, 230, 1040, 360, p.mid1), rect(380, 230, 1040, 360, p.mid2, { opacity: 0.25 }), hatch(380, 230, 1040, 360, p.dark1, { gap: 46, angle: 90, width: 8, opacity: 0.22 }),
    circle(900, 396, 152, p.paper), circle(900, 396, 152, 'none', { stroke: p.highlight, width: 14 }), leaf(884, 506, 226, p.mid1, p.dark1, p.paper, 8),
    rect(430, 270, 220, 140, p.paper), rect(430, 270, 220, 140, p.highlight, { opacity: 0.35 }), rect(1150, 270, 220, 140, p.paper), rect(1150, 270, 220, 140, p.highlight, { opacity: 0.35 }), [540, 1260].map((x) => circle(x, 322, 26, p.dark2) + path(`M${x - 54} 410Q${x - 50} 352 ${x} 352Q${x + 50} 352 ${x + 54} 410Z`, p.dark1)).join(''),
    times(7, (i) => { const x = 690 + i * 70; return circle(x, 548, 15, SKINS[i % 4]!) + path(`M${x - 26} 604Q${x - 24} 566 ${x} 566Q${x + 24} 566 ${x + 26} 604Z`, i === 3 ? p.accent : p.ink); }), rect(620, 590, 560, 46, p.paper), rect(620, 590, 560, 10, p.highlight), times(7, (i) => rect(668 + i * 70, 606, 44, 16, p.mid1)), poly([[340, 590], [620, 590], [620, 636], [300, 636]], p.dark2), poly([[1180, 590], [1460, 590], [1500, 636], [1180, 636]], p.dark2),
    poly([[0, 636], [1800, 636], [1800, 1200], [0, 1200]], p.dark2),
    rows.map(({ y, s, n }, r) => {
      const step = (s * 3.6);
      const shift = (r % 2) * step * 0.5;
      let o = rect(-20, y + s * 0.6, 1840, s * 0.62, mix(p.mid2, p.dark2, 0.35)) + rect(-20, y + s * 1.2, 1840, s * 3.5, r === 5 ? p.ink : mix(p.dark2, p.ink, 0.5));
      for (let i = -n; i <= n; i++) { const x = 900 + i * step + shift + step / 2; if (x > -200 && x < 2000) o += rect(x - s * 0.62, y - s * 0.02, s * 1.24, s * 0.7, p.paper, { rx: 3 }) + rect(x - s * 0.62, y - s * 0.02, s * 0.3, s * 0.7, [p.accent, p.mid1, p.highlight, p.dark1][(i + 40 + r) % 4]!); }
      for (let i = -n; i <= n; i++) { const x = 900 + i * step + shift + (rand() - 0.5) * s * 0.5; if (x > -200 && x < 2000) o += person(x, y + s * 0.2 + (rand() - 0.5) * s * 0.35, s); }
      return o;
    }).join(''),
  ].join('');
} };

const thermometer: Scene = { name: 'thermometer-two-lines', palette: 'climate', draw: (p) => {
  const glass = (f: string, g: number) => path(`M${900 - 74 - g} 230A${74 + g} ${74 + g} 0 0 1 ${900 + 74 + g} 230V830A${152 + g} ${152 + g} 0 1 1 ${900 - 74 - g} 830Z`, f);
  const block = (x: number, w: number, h: number, i: number) => rect(x, 970 - h, w, h + 40, i % 2 ? p.dark1 : mix(p.dark1, p.mid1, 0.4)) + rect(x + w * 0.68, 970 - h, w * 0.32, h + 40, p.ink) + times(Math.floor(h / 46), (r) => times(2, (c) => rect(x + w * (0.14 + c * 0.28), 988 - h + r * 44, w * 0.15, 20, (r * 3 + c + i) % 4 ? p.mid1 : p.highlight)));
  return [
    sky([mix(p.accent, p.highlight, 0.1), mix(p.accent, p.highlight, 0.5), p.highlight, mix(p.highlight, p.paper, 0.45), p.paper], 0, 960, 4),
    circle(1290, 620, 300, mix(p.highlight, p.paper, 0.35)), circle(1290, 620, 210, mix(p.highlight, p.accent, 0.15)), circle(1290, 620, 130, p.accent), clip(circle(1290, 620, 130, '#000'), stipple(1160, 490, 260, 260, p.dark2, { count: 70, opacity: 0.4 })),
    hills(900, 40, mix(p.mid1, p.mid2, 0.5), 6, { steps: 4 }), path('M-20 930Q300 860 640 950L760 990V1220H-20Z', p.mid1),
    water(960, 240, '#2f7d80', mix(p.mid2, p.paper, 0.4), { count: 60, seed: 3 }), path('M-20 1128q70 -50 140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0V1220H-20Z', '#215c61'), path('M-20 1128q70 -50 140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0t140 0', 'none', { stroke: p.paper, width: 8, opacity: 0.7 }),
    path('M-20 940Q360 900 760 1000Q860 1060 700 1120T620 1220H-20Z', p.dark1), path('M-20 1080Q300 1010 600 1090Q640 1140 560 1220H-20Z', p.ink),
    [[330, 84, 210], [424, 66, 320], [500, 92, 170], [602, 70, 250], [230, 90, 130], [682, 60, 120]].map(([x, w, h], i) => block(x!, w!, h!, i)).join(''), path('M-20 1010Q400 950 780 1010L760 1040Q400 1000 -20 1050Z', p.dark1),
    poly([[900, 1130], [1052, 1090], [1560, 1180], [1500, 1220], [1000, 1220]], p.ink, { opacity: 0.35 }),
    glass(p.ink, 22), glass(p.paper, 0),
    clip(glass('#000', 0), [rect(700, 486, 400, 800, p.accent), poly([[918, 480], [1100, 480], [1100, 1300], [880, 1300]], mix(p.accent, p.dark2, 0.55)), rect(848, 200, 20, 560, '#ffffff', { opacity: 0.6, rx: 10 }), ellipse(840, 900, 22, 46, '#ffffff', { opacity: 0.55, transform: 'rotate(28 840 900)' }), rect(826, 478, 148, 14, p.highlight)]),
    times(15, (i) => (i === 5 || i === 1 ? '' : rect(i % 5 ? 770 : 736, 226 + i * 40, i % 5 ? 30 : 64, 10, p.ink))),
    // the two marked lines
    line([[600, 440], [790, 440]], p.dark1, 18), line([[1010, 440], [1340, 440]], p.dark1, 18), line([[1010, 440], [1340, 440]], p.mid2, 6, { dash: '4 22' }), poly([[1006, 440], [1052, 408], [1052, 472]], p.dark1), circle(1352, 440, 36, p.dark1), leaf(1352, 466, 52, p.mid2, p.mid1, p.dark1, 0),
    line([[600, 266], [790, 266]], p.dark2, 18), line([[1010, 266], [1340, 266]], p.dark2, 18), line([[1010, 266], [1340, 266]], p.highlight, 6, { dash: '4 22' }), poly([[1006, 266], [1052, 234], [1052, 298]], p.dark2), circle(1352, 266, 36, p.dark2), path('M1352 288Q1322 280 1332 252Q1338 262 1346 262Q1344 246 1358 238Q1358 252 1372 260Q1380 282 1352 288Z', p.highlight),
  ].join('');
} };

const pupils: Scene = { name: 'pupils-march-placards', palette: 'climate', draw: (p) => {
  const pl = (x: number, y: number, w: number, h: number, rot: number, face: string, body = '', stick = 300) => group([rect(-9, h / 2 - 10, 18, stick, p.dark2), rect(-w / 2 + 12, -h / 2 + 14, w, h, p.ink, { opacity: 0.3 }), rect(-w / 2, -h / 2, w, h, face), poly([[w / 2, -h / 2], [w / 2, h / 2], [w * 0.1, h / 2], [w * 0.34, -h / 2]], p.ink, { opacity: 0.07 }), body], { x, y, rotate: rot });
  const kid = (x: number, y: number, h: number, i: number, arms: 'up' | 'down' | 'wave', o: { dim?: number } = {}) => {
    const c = [p.accent, p.mid1, p.highlight, p.dark1, p.mid2, '#3d7f86', p.paper][i % 7]!;
    const f = (col: string) => mix(col, p.dark1, o.dim ?? 0);
    return figure(x, y, h, { coat: f(c), shade: f(mix(c, p.ink, 0.32)), legs: f(i % 2 ? p.dark1 : '#33505e'), skin: f(SKINS[(i * 3 + 1) % 4]!), hair: f(['#2a1a12', '#6b3a1c', '#1a1512', '#c98b3a'][(i * 5) % 4]!), arms, longHair: i % 3 === 0, skirt: i % 5 === 3 ? f(p.dark2) : undefined, cap: i % 7 === 4 ? f(p.dark2) : undefined });
  };
  const earth = (r: number) => globe(0, 0, r, '#3d7f86', p.mid2, p.mid1, p.ink);
  const wall = (flip: boolean) => group([
    poly([[0, -40], [560, 240], [560, 800], [0, 1020]], flip ? p.dark1 : mix(p.dark2, p.accent, 0.25)),
    times(4, (c) => times(5, (r) => { const x0 = 40 + c * 132 - c * c * 4; const x1 = x0 + 66 - c * 8; const yy = (x: number, t: number) => (-40 + (280 * x) / 560) * (1 - t) + (1020 - (220 * x) / 560) * t; return poly([[x0, yy(x0, 0.08 + r * 0.15)], [x1, yy(x1, 0.08 + r * 0.15)], [x1, yy(x1, 0.17 + r * 0.15)], [x0, yy(x0, 0.17 + r * 0.15)]], (c + r) % 3 ? (flip ? p.ink : p.dark2) : p.highlight, { opacity: 0.85 }); })),
  ], { x: flip ? 1800 : 0, y: 0, flip });
  return [
    sky([mix(p.mid2, p.paper, 0.35), mix(p.mid2, p.paper, 0.6), p.paper], 0, 800), circle(980, 420, 170, mix(p.highlight, p.paper, 0.4)), circle(980, 420, 108, p.highlight),
    [[540, 150, 460], [660, 120, 330], [1120, 150, 400], [1020, 90, 280]].map(([x, w, h], i) => rect(x!, 800 - h!, w!, h!, mix(p.mid1, p.paper, 0.35 + (i % 2) * 0.15)) + rect(x! + w! * 0.7, 800 - h!, w! * 0.3, h!, mix(p.mid1, p.paper, 0.15))).join(''),
    wall(false), wall(true), rect(0, 790, 1800, 410, mix(p.ink, p.dark1, 0.6)),
    times(15, (i) => kid(400 + i * 72, 950 - (i % 3) * 18, 300, i, i % 3 === 1 ? 'up' : 'down', { dim: 0.42 })), pl(560, 560, 120, 86, -6, p.mid2, '', 150), pl(760, 520, 120, 90, 5, p.highlight, '', 180), pl(1090, 540, 130, 90, -4, mix(p.paper, p.mid2, 0.4), '', 150), pl(1260, 570, 110, 90, 8, p.mid1, '', 140),
    pl(440, 500, 200, 150, -7, p.paper, leaf(0, 62, 118, p.mid1, p.dark1, p.paper, 14), 240), pl(1330, 470, 210, 150, 6, p.highlight, '', 260), pl(690, 430, 180, 130, -3, p.mid2, '', 330),
    times(9, (i) => kid(300 + i * 152, 1110 - (i % 2) * 24, 470, i + 3, [0, 2, 6].includes(i) ? 'up' : 'down', { dim: 0.15 })),
    pl(1120, 590, 190, 140, 8, p.paper, path('M-58 30Q-30 -46 0 0T58 -30', 'none', { stroke: p.accent, width: 14 }), 260), pl(610, 640, 170, 130, -9, p.paper, '', 220),
    pl(900, 345, 430, 350, 2, p.paper, earth(142), 420), 
    kid(360, 1330, 640, 2, 'wave'), kid(1150, 1340, 640, 4, 'up'), kid(1430, 1330, 620, 7, 'down'), kid(610, 1350, 640, 9, 'down'), kid(890, 1360, 680, 0, 'up'),
    [[360, 1330, 640], [1150, 1340, 640], [1430, 1330, 620], [610, 1350, 640], [890, 1360, 680]].map(([x, y, h]) => [-1, 1].map((k) => path(`M${x! + k * h! * 0.066} ${y! - h! * 0.832}Q${x! + k * h! * 0.075} ${y! - h! * 0.7} ${x! + k * h! * 0.1} ${y! - h! * 0.6}`, 'none', { stroke: p.dark2, width: 15, cap: 'butt' })).join('')).join(''),
  ].join('');
} };

const kangaroo: Scene = { name: 'kangaroo-fire-hills', palette: 'climate', draw: (p) => {
  const roo = (f: string, far: string) => [
    limb([[-96, -410], [-160, -350], [-214, -378]], [50, 36, 22], far), path('M120 -250Q190 -84 330 -50Q440 -22 540 -30Q556 -8 520 4Q330 24 200 -8Q90 -40 50 -120Z', f),
    path('M-232 -524Q-244 -552 -210 -566Q-172 -616 -122 -612Q-78 -604 -66 -560L-56 -480L-134 -494Q-206 -496 -232 -524Z', f), path('M-132 -600Q-178 -684 -146 -724Q-100 -694 -98 -606Z', f), path('M-104 -606Q-96 -694 -56 -716Q-40 -660 -74 -588Z', far),
    path('M-148 -510Q-108 -462 -122 -400Q-146 -330 -112 -240Q-66 -150 40 -140L160 -190Q186 -300 106 -384Q26 -446 -6 -510Q-26 -566 -74 -584Z', f),
    ellipse(52, -188, 138, 122, f, { transform: 'rotate(-24 52 -188)' }), limb([[-64, -150], [54, -40]], [92, 46], f), limb([[58, -26], [-170, -14]], [50, 26], f), limb([[80, -40], [-90, -6]], [40, 22], far),
    limb([[-104, -396], [-186, -310], [-252, -336]], [58, 38, 24], f),
  ].join('');
  const blaze = (y: number, k: number, f: string, seed: number, h: number, base: (x: number) => number) => { const q = prng(seed); let d = `M-20 1200`; let x = -20; while (x < 1820) { const w = (40 + q() * 60) * k; const hh = h * (0.35 + q() * 0.75); const b = y + base(x); d += `L${x.toFixed(0)} ${b.toFixed(0)}Q${(x + w * 0.05).toFixed(0)} ${(b - hh * 0.5).toFixed(0)} ${(x + w * 0.62).toFixed(0)} ${(b - hh).toFixed(0)}Q${(x + w * 0.5).toFixed(0)} ${(b - hh * 0.45).toFixed(0)} ${(x + w).toFixed(0)} ${b.toFixed(0)}`; x += w; } return path(`${d}L1820 1200Z`, f); };
  const crest = (x: number) => 160 * Math.sin((x - 300) / 420) * 0.6 - (x - 900) * 0.08;
  const rand = prng(88);
  const gum = (x: number, y: number, h: number, lean: number) => limb([[x, y], [x + lean * 0.4, y - h * 0.5], [x + lean, y - h]], [26, 18, 10], p.ink) + limb([[x + lean * 0.4, y - h * 0.5], [x + lean * 0.4 - h * 0.2, y - h * 0.82]], [14, 6], p.ink) + limb([[x + lean * 0.6, y - h * 0.66], [x + lean + h * 0.2, y - h * 0.9]], [12, 6], p.ink) + blob([[x + lean - h * 0.2, y - h], [x + lean, y - h * 1.12], [x + lean + h * 0.18, y - h * 1.02], [x + lean + h * 0.06, y - h * 0.94]], p.ink) + blob([[x - h * 0.3 + lean * 0.4, y - h * 0.84], [x - h * 0.14 + lean * 0.4, y - h * 0.96], [x + lean * 0.4 - h * 0.04, y - h * 0.84]], p.ink) + blob([[x + lean + h * 0.1, y - h * 0.9], [x + lean + h * 0.26, y - h * 1.02], [x + lean + h * 0.36, y - h * 0.86]], p.ink);
  return [
    sky([p.ink, mix(p.ink, p.dark2, 0.5), p.dark2, mix(p.dark2, p.accent, 0.45), p.accent, mix(p.accent, p.highlight, 0.5)], 0, 860, 8), circle(560, 330, 118, mix(p.dark2, p.accent, 0.75)), circle(560, 330, 84, p.highlight, { opacity: 0.85 }),
    plume(1380, 620, -260, 760, 180, 560, mix(p.ink, p.dark2, 0.35), mix(p.dark2, p.ink, 0.15), 4), plume(260, 640, -160, 560, 130, 420, mix(p.ink, p.dark2, 0.55), p.dark2, 7),
    blaze(640, 1.2, mix(p.accent, p.dark2, 0.15), 2, 220, crest), blaze(660, 1, p.accent, 6, 170, crest), blaze(690, 0.9, p.highlight, 9, 130, crest), blaze(720, 0.7, p.paper, 12, 70, crest),
    path(`${curve(Array.from({ length: 13 }, (_, i): Pt => [-60 + i * 160, 726 + crest(-60 + i * 160)]))}L1900 1220H-60Z`, p.dark2), times(22, (i) => { const x = 20 + i * 84 + rand() * 40; const y = 745 + crest(x) + rand() * 70; return rect(x, y - 60, 7, 66, p.ink) + ellipse(x + 3, y - 62, 22, 30, p.ink); }),
    blaze(900, 0.7, p.accent, 22, 60, (x) => 40 * Math.sin(x / 210)), blaze(912, 0.6, p.highlight, 26, 34, (x) => 40 * Math.sin(x / 210)), path(`${curve(Array.from({ length: 10 }, (_, i): Pt => [-60 + i * 220, 918 + 40 * Math.sin((-60 + i * 220) / 210)]))}L2000 1220H-60Z`, mix(p.ink, p.dark2, 0.5)),
    gum(210, 1060, 620, 40), gum(1620, 1080, 700, -60), gum(1480, 1020, 330, 30),
    times(64, () => { const y = rand() * 940; return circle(rand() * 1800, y, 3 + rand() * 6, rand() < 0.5 ? p.highlight : p.accent, { opacity: 0.9 }); }),
    path('M-20 1060Q500 980 1000 1024T1820 1010V1220H-20Z', p.ink), times(46, (i) => { const x = i * 40 + rand() * 20; const y = 1050 - 20 * Math.sin(x / 300); return line([[x, y + 40], [x + 10 + rand() * 16, y - 20 - rand() * 36]], p.ink, 5); }),
    group(roo(p.highlight, p.highlight), { x: 884, y: 1036, scale: 1.12 }), group(roo(p.ink, '#0a1712'), { x: 894, y: 1040, scale: 1.12 }),
  ].join('');
} };

/** A branching coral, its foot at x, y. */
function coral(x: number, y: number, h: number, light: string, shade: string, seed: number): string {
  const q = prng(seed);
  const grow = (bx: number, by: number, len: number, deg: number, w: number, depth: number): string => { const [ex, ey] = polar(bx, by, len, deg); return limb([[bx, by], [ex, ey]], [w, w * 0.74], deg > -84 ? shade : light) + (depth ? [-1, 1].map((s) => grow(ex, ey, len * (0.66 + q() * 0.2), deg + s * (20 + q() * 22), w * 0.7, depth - 1)).join('') : circle(ex, ey, w * 0.4, light)); };
  return [-118, -90, -62].map((d) => grow(x, y, h * 0.34, d + (q() - 0.5) * 14, h * 0.13, 3)).join('');
}

const reef: Scene = { name: 'bleached-reef-diver', palette: 'climate', draw: (p) => {
  const sea = ['#1c5a62', '#1a4f58', '#17444e', '#143a44', '#112f39'];
  const white = mix(p.paper, '#ffffff', 0.5);
  const grey = mix(p.paper, '#1c5a62', 0.34);
  const fish = (x: number, y: number, s: number, f: string, g: string, flip = false) => group([path('M-60 0Q-20 -44 50 0Q-20 44 -60 0Z', f), path('M-50 0L-96 -30Q-84 0 -96 30Z', g), path('M-14 -20Q2 0 -14 20L6 18Q16 0 6 -18Z', g), circle(28, -6, 5, p.ink)], { x, y, scale: s, flip });
  const brain = (x: number, y: number, r: number, f: string, s: string) => clip(ellipse(x, y, r, r * 0.72, '#000'), [rect(x - r, y - r, r * 2, r * 2, f), path(`M${x + r * 0.3} ${y - r}H${x + r}V${y + r}H${x - r * 0.1}Q${x + r * 0.6} ${y} ${x + r * 0.3} ${y - r}Z`, s), times(5, (i) => path(`M${x - r} ${y - r * 0.5 + i * r * 0.27}q${r * 0.25} ${-r * 0.2} ${r * 0.5} 0t${r * 0.5} 0t${r * 0.5} 0t${r * 0.5} 0`, 'none', { stroke: s, width: r * 0.06 }))]);
  const suit = p.ink;
  return [
    sky(['#4f9a98', '#3b8688', '#2c7277', '#226368', ...sea], 0, 1200, 5), [[520, 120], [800, 170], [1130, 150], [1400, 90]].map(([x, w]) => poly([[x! - w! * 0.3, -20], [x! + w! * 0.3, -20], [x! + w! * 1.5 - 300, 900], [x! - w! * 1.2 - 300, 900]], p.paper, { opacity: 0.09 })).join(''),
    hills(860, 60, '#1f5f66', 4, { steps: 4 }), times(10, (i) => coral(380 + i * 150, 900 + (i % 3) * 20, 190, mix(grey, '#1f5f66', 0.45), mix(grey, '#1f5f66', 0.6), 60 + i)),
    path('M-20 990Q300 900 700 970T1400 940T1820 980V1220H-20Z', '#123741'),
    // the diver
    group([
      limb([[130, 6], [300, 34], [430, -10]], [92, 66, 44], mix(suit, p.dark1, 0.5)), path('M410 -34L470 -60L640 -90Q670 -40 630 -10L480 10L420 20Z', p.accent), path('M470 -30L650 -60', 'none', { stroke: p.dark2, width: 8 }),
      limb([[120, 36], [290, 90], [420, 96]], [96, 70, 46], suit), path('M404 70L470 60L650 76Q664 130 620 140L470 128L408 124Z', p.highlight), path('M470 96L640 108', 'none', { stroke: p.accent, width: 8 }),
      twoTone((f) => path('M-190 -56Q-60 -92 90 -60Q180 -40 190 30Q160 96 60 84Q-90 80 -180 40Z', f), mix(suit, '#1c5a62', 0.3), suit, -2000), path('M-180 10Q-40 60 180 40Q160 96 60 84Q-90 80 -180 40Z', p.ink), path('M-120 -72Q0 -84 130 -50L120 -30Q0 -60 -120 -48Z', p.accent),
      rect(-150, -146, 270, 76, p.highlight, { rx: 36 }), rect(-150, -108, 270, 38, p.accent, { rx: 19 }), rect(-188, -132, 46, 46, p.dark2, { rx: 8 }), rect(-60, -150, 26, 84, p.dark2), rect(60, -150, 26, 84, p.dark2), path('M-170 -120Q-250 -180 -300 -90Q-316 -50 -306 -30', 'none', { stroke: p.ink, width: 16 }),
      circle(-242, -30, 68, suit), path('M-310 -40Q-318 20 -262 36L-226 20L-232 -30Z', SKINS[0]!), rect(-316, -64, 78, 58, p.highlight, { rx: 16 }), rect(-308, -56, 56, 42, '#bfe3df', { rx: 12 }), path('M-240 -48L-178 -56V-36L-240 -28Z', p.highlight), rect(-326, 2, 50, 34, p.dark2, { rx: 10 }),
      limb([[-140, 30], [-190, 150], [-300, 150]], [68, 54, 40], suit), circle(-318, 148, 24, SKINS[0]!),
      group([rect(-70, -96, 140, 192, white, { rx: 8 }), poly([[70, -96], [70, 96], [10, 96], [40, -96]], grey), times(5, (i) => line([[-46, -60 + i * 30], [20 + (i % 2) * 24, -60 + i * 30]], p.dark1, 8)), rect(-26, -112, 52, 26, p.accent, { rx: 6 })], { x: -380, y: 142, rotate: -16 }), limb([[-330, 170], [-346, 200]], [26, 20], SKINS[0]!),
    ], { x: 950, y: 440, rotate: -7 }),
    [[580, 330, 20], [550, 270, 28], [590, 200, 18], [536, 150, 34], [580, 80, 22]].map(([x, y, r]) => circle(x!, y!, r!, '#bfe3df', { opacity: 0.35 }) + circle(x!, y!, r!, 'none', { stroke: '#d9f0ea', width: 5, opacity: 0.85 }) + circle(x! - r! * 0.3, y! - r! * 0.3, r! * 0.2, '#ffffff')).join(''),
    // the coral: colour on the left, white on the rest
    ellipse(760, 1080, 420, 60, '#0d2831'), coral(1080, 1100, 460, white, grey, 14), coral(1420, 1110, 420, white, grey, 8), coral(780, 1090, 400, white, grey, 3), coral(1640, 1120, 340, white, grey, 30), brain(940, 1110, 130, white, grey), brain(1260, 1120, 120, mix(white, p.mid2, 0.2), grey),
    coral(420, 1080, 420, p.accent, p.dark2, 5), coral(200, 1090, 380, p.highlight, p.accent, 11), brain(570, 1110, 120, p.mid1, p.dark1), brain(330, 1140, 100, '#b5577a', '#7a3358'), coral(600, 1090, 260, '#b5577a', '#7a3358', 20),
    path('M-20 1150Q400 1080 900 1130T1820 1110V1220H-20Z', '#0b222b'), stipple(0, 1100, 1800, 100, grey, { count: 120, from: 'even', opacity: 0.3 }),
    fish(440, 640, 0.9, p.highlight, p.accent), fish(560, 720, 0.62, p.highlight, p.accent), fish(350, 740, 0.7, p.accent, p.paper), fish(1400, 760, 0.7, grey, white, true), fish(500, 560, 0.5, p.accent, p.paper),
  ].join('');
} };

const crane: Scene = { name: 'glasgow-crane-coal', palette: 'climate', draw: (p) => {
  const truss = (x: number, y: number, w: number, h: number, cells: number, f: string, back: string, wd: number) => { const horizontal = w > h; let s = rect(x, y, w, h, back, { opacity: 0.35 }); for (let i = 0; i < cells; i++) { const [a, b] = [i / cells, (i + 1) / cells]; s += horizontal ? line([[x + w * a, y + (i % 2 ? 0 : h)], [x + w * b, y + (i % 2 ? h : 0)]], f, wd) + line([[x + w * b, y], [x + w * b, y + h]], f, wd * 0.6) : line([[x, y + h * a], [x + w, y + h * b]], f, wd) + line([[x + w, y + h * a], [x, y + h * b]], f, wd) + line([[x, y + h * b], [x + w, y + h * b]], f, wd * 0.7); } return s + (horizontal ? rect(x, y - wd, w, wd * 2, f) + rect(x, y + h - wd, w, wd * 2, f) : rect(x - wd, y, wd * 2, h, f) + rect(x + w - wd, y, wd * 2, h, f)); };
  const shell = (x: number, w: number, h: number, f: string, s: string) => twoTone((c) => path(`M${x} 850Q${x + w * 0.04} ${850 - h} ${x + w * 0.62} ${850 - h}Q${x + w} ${850 - h * 0.9} ${x + w} 850Z`, c), f, s, x + w * 0.55, 30);
  const q = prng(6);
  const steel = mix(p.dark1, p.ink, 0.35);
  return [
    sky([mix(p.mid1, p.mid2, 0.6), p.mid2, mix(p.mid2, p.paper, 0.4), mix(p.mid2, p.paper, 0.75), p.paper], 0, 860, 6), circle(1000, 680, 200, mix(p.highlight, p.paper, 0.5)), circle(1000, 680, 130, p.highlight),
    hills(800, 26, mix(p.mid1, p.mid2, 0.4), 9, { steps: 5 }), times(14, (i) => { const h = 60 + q() * 110; return rect(i * 140 - 20, 850 - h, 100 + q() * 40, h + 20, mix(p.mid1, p.dark1, 0.2 + (i % 3) * 0.15)); }),
    // the hall of shells
    [[1480, 210, 120], [1390, 250, 190], [1270, 300, 250], [1150, 280, 190], [1060, 220, 130]].map(([x, w, h], i) => shell(x!, w!, h!, i % 2 ? p.paper : mix(p.paper, p.mid2, 0.4), i % 2 ? mix(p.mid1, p.paper, 0.2) : mix(p.mid1, p.dark1, 0.1)) + path(`M${x} 850Q${x! + w! * 0.04} ${850 - h!} ${x! + w! * 0.62} ${850 - h!}Q${x! + w!} ${850 - h! * 0.9} ${x! + w!} 850`, 'none', { stroke: p.dark1, width: 6 })).join(''),
    rect(0, 846, 1800, 34, p.dark1), water(880, 320, mix(p.dark1, '#2f7d80', 0.5), mix(p.mid2, p.paper, 0.3), { count: 60, seed: 8 }), times(10, (i) => rect(450 + (i % 2) * 14, 890 + i * 26, 130 - (i % 3) * 20, 13, p.ink, { opacity: 0.5, rx: 6 })),
    // the crane
    rect(310, 800, 274, 84, p.ink), poly([[310, 800], [584, 800], [564, 780], [330, 780]], p.dark1), truss(372, 330, 150, 450, 5, steel, p.ink, 9), rect(342, 290, 210, 46, p.ink), truss(216, 176, 1040, 100, 13, steel, p.ink, 9), poly([[290, 176], [446, 104], [1140, 176]], 'none', { stroke: steel, width: 11 }), line([[446, 104], [446, 176]], steel, 11), rect(206, 190, 120, 130, p.ink, { rx: 6 }), rect(404, 270, 90, 74, p.accent), rect(418, 284, 40, 30, p.highlight), rect(464, 270, 30, 74, p.dark2),
    rect(930, 270, 90, 30, p.ink), line([[950, 300], [966, 400]], p.ink, 7), line([[1000, 300], [984, 400]], p.ink, 7), rect(946, 396, 58, 46, p.accent, { rx: 6 }), path('M975 442v30a18 18 0 1 1 -20 20', 'none', { stroke: p.ink, width: 12 }),
    // the balance it carries
    group([
      rect(-330, -16, 660, 32, p.highlight, { rx: 14 }), rect(-330, 2, 660, 14, p.accent, { rx: 7 }), circle(-310, 0, 24, p.dark2), circle(310, 0, 24, p.dark2),
    ], { x: 975, y: 512, rotate: -14 }), circle(975, 512, 46, p.dark2), circle(975, 512, 24, p.highlight),
    group([
    line([[577, 592], [400, 900]], p.ink, 6), line([[577, 592], [754, 900]], p.ink, 6), line([[577, 592], [577, 880]], p.ink, 5),
    times(46, (i) => { const row = i < 15 ? 0 : i < 27 ? 1 : i < 36 ? 2 : i < 42 ? 3 : 4; const k = [15, 12, 9, 6, 4][row]!; const j = i - [0, 15, 27, 36, 42][row]!; const x = 577 + (j - (k - 1) / 2) * 23 + (q() - 0.5) * 8; const y = 890 - row * 32; const r = 25 + q() * 9; const a = q() * 60; const pts: Pt[] = [0, 1, 2, 3, 4].map((m) => polar(x, y, r, a + m * 72)); return poly(pts, ['#17201c', '#222c27', p.ink][i % 3]!) + poly([pts[0]!, pts[1]!, [x, y]], '#4a5750') + poly([pts[1]!, pts[2]!, [x, y]], '#313d37'); }),
    path('M380 900H774Q740 990 577 996Q414 990 380 900Z', p.highlight), path('M620 900H774Q740 990 577 996Q640 960 620 900Z', p.accent), rect(368, 890, 418, 20, p.dark2, { rx: 10 }),
    ], { x: 97, y: -5 }),
    group([
    line([[1373, 413], [1240, 640]], p.ink, 6), line([[1373, 413], [1506, 640]], p.ink, 6), leaf(1373, 634, 170, p.mid1, p.dark1, p.paper, -4), leaf(1368, 634, 110, mix(p.mid1, p.mid2, 0.5), p.mid1, p.paper, -52), leaf(1378, 634, 110, p.mid1, p.dark1, p.paper, 50), path('M1226 640H1520Q1496 712 1373 716Q1250 712 1226 640Z', p.highlight), path('M1410 640H1520Q1496 712 1373 716Q1420 690 1410 640Z', p.accent), rect(1216, 632, 314, 17, p.dark2, { rx: 8 }),
    ], { x: -97, y: 24 }),
    // people on the near quay
    path('M-20 1130H1820V1220H-20Z', p.ink), rect(-20, 1122, 1840, 12, p.dark1), times(24, (i) => rect(20 + i * 76, 1060, 7, 70, p.ink)), rect(-20, 1052, 1840, 9, p.ink),
    [[1000, 250, p.dark2], [1076, 236, p.ink], [1220, 256, p.accent], [1296, 240, p.dark1], [1370, 250, p.ink]].map(([x, h, c], i) => figure(x as number, 1138, h as number, { pose: 'back', coat: c as string, shade: p.ink, legs: p.ink, skin: SKINS[i % 4]!, hair: i % 2 ? '#2a1a12' : '#6b3a1c', longHair: i % 3 === 1 })).join(''),
    stipple(0, 980, 1800, 220, p.ink, { count: 130, opacity: 0.35 }),
  ].join('');
} };

export const climateScenes: Scene[] = [gavel, hall, thermometer, pupils, kangaroo, reef, crane];
