/** The business pictures of set 2. */
import { bust, mitt } from './figures-people.ts';
import {
  blob, circle, clip, cloud, ellipse, figure, group, halftone, hatch, hills, limb, line, mix, type Palette, type Pt, path, poly, prng, rect, type Scene,sky, stipple, times, W, 
} from './kit.ts';

/** A steel drum standing with its foot's middle at x, y, r half as wide and h high. */
function drum(x: number, y: number, r: number, h: number, body: string, shade: string, lid: string): string {
  const e = r * 0.3;
  const side = `M${x - r} ${y - h}V${y}A${r} ${e} 0 0 0 ${x + r} ${y}V${y - h}Z`;
  return [
    path(side, body), clip(path(side, '#000'), [rect(x + r * 0.28, y - h, r, h + e, shade), rect(x - r * 0.82, y - h, r * 0.16, h + e, lid, { opacity: 0.55 })]),
    [0.34, 0.67].map((k) => path(`M${x - r} ${y - h * k}A${r} ${e} 0 0 0 ${x + r} ${y - h * k}`, 'none', { stroke: mix(shade, '#000000', 0.25), width: r * 0.07, cap: 'butt' })).join(''),
    ellipse(x, y - h, r, e, lid), ellipse(x, y - h, r * 0.86, e * 0.78, mix(lid, shade, 0.45)), ellipse(x - r * 0.42, y - h, r * 0.14, e * 0.2, shade),
  ].join('');
}

function oilBarrels(p: Palette): string {
  const G = 826;
  const [r, h] = [57, 124];
  const counts = [11, 10, 8, 7, 5];
  const tones = [[p.accent, '#8f5f14', p.highlight], [p.mid1, p.dark1, mix(p.mid1, p.paper, 0.4)], ['#b5482c', '#742a18', '#d5714e'], [p.dark1, p.ink, p.mid1]] as const;
  const rand = prng(17);
  const pile: string[] = [];
  counts.forEach((count, row) => {
    for (let k = 0; k < count; k++) {
      const t = tones[Math.floor(rand() * 4)]!;
      pile.push(drum(985 + (k - (count - 1) / 2) * (r * 2 + 6), G - row * (h - 9) - 6, r, h, t[0], t[1], t[2]));
    }
  });
  const arrow: Pt[] = [[322, 236], [470, 412], [560, 338], [706, 580], [800, 496], [903, 980]];
  const tank = (x: number, y: number, w: number, k: number) => rect(x, y - w * 0.42, w, w * 0.42, mix(p.mid1, p.paper, k)) + rect(x + w * 0.62, y - w * 0.42, w * 0.38, w * 0.42, mix(p.mid1, p.dark1, 0.3)) + ellipse(x + w / 2, y - w * 0.42, w / 2, w * 0.06, p.paper) + rect(x, y - w * 0.3, w, w * 0.03, p.dark1, { opacity: 0.4 });
  return [
    sky([p.paper, mix(p.paper, p.highlight, 0.3), mix(p.paper, p.highlight, 0.55), mix(p.highlight, p.accent, 0.25)], 0, 830, 8),
    circle(1290, 330, 210, p.paper, { opacity: 0.65 }), circle(1290, 330, 150, '#fff8e6'),
    times(5, (i) => rect(0, 200 + i * 130, W, 2, p.dark1, { opacity: 0.16 })),
    hills(700, 20, mix(p.mid2, p.highlight, 0.3), 6, { bottom: 830 }), tank(40, 760, 250, 0.3), tank(250, 780, 300, 0.45), tank(1450, 760, 240, 0.3), tank(1600, 780, 320, 0.45), tank(480, 790, 170, 0.2),
    rect(0, G - 30, W, 40, p.dark2), rect(0, G, W, 400, p.ink), path(`M0 ${G + 90}Q500 ${G + 50} 900 ${G + 100}T1800 ${G + 80}V1200H0Z`, mix(p.ink, p.dark2, 0.4)), path(`M0 ${G + 210}Q420 ${G + 250} 900 ${G + 200}T1800 ${G + 230}V1200H0Z`, mix(p.ink, p.dark1, 0.45)), path('M0 1140Q460 1100 900 1136T1800 1110V1200H0Z', p.ink),
    stipple(0, G + 10, W, 330, p.mid2, { count: 260, from: 'top', r: 3, opacity: 0.4 }), times(14, (i) => blob([[60 + i * 130, 930 + ((i * 67) % 170)], [84 + i * 130, 914 + ((i * 67) % 170)], [110 + i * 130, 926 + ((i * 67) % 170)], [90 + i * 130, 948 + ((i * 67) % 170)]], i % 2 ? p.dark2 : p.dark1, { opacity: 0.8 })),
    poly([[360, G - 6], [1700, G - 6], [1800, G + 24], [500, G + 24]], p.ink, { opacity: 0.5 }),
    rect(0, G - 5, W, 10, p.paper), pile.join(''),
    // the top barrel tips and spills
    group(drum(0, 62, r, h, p.accent, '#8f5f14', p.highlight), { x: 1010, y: 180, rotate: -84 }),
    '<g transform="translate(0 48)">', path('M942 112Q922 130 924 186Q920 300 934 372Q936 420 944 446Q956 462 964 442Q964 396 974 330Q990 250 972 180Q966 150 966 128Z', p.ink), path('M930 214Q900 250 896 320Q894 350 902 368Q914 376 918 356Q920 300 944 260Z', p.ink), path('M938 160Q934 260 946 350', 'none', { stroke: p.mid1, width: 6, opacity: 0.7 }),
    ellipse(948, 500, 9, 15, p.ink), ellipse(906, 410, 7, 12, p.ink), '</g>',
    // below the ground the arrow goes on
    line(arrow.map(([x, y]): Pt => [x + 14, y + 16]), p.ink, 56, { opacity: 0.35 }),
    line(arrow, '#c4301f', 54, { cap: 'butt' }), poly([[808, 952], [1010, 930], [926, 1088]], '#c4301f'), line(arrow.map(([x, y]): Pt => [x - 6, y - 14]).slice(0, 5), '#e5644b', 12, { cap: 'butt' }),
    poly([[908, 941], [1010, 930], [926, 1088]], '#8d1f14'),
  ].join('');
}

function rateStairs(p: Palette): string {
  const stone = mix(p.paper, p.mid2, 0.2);
  const dim = mix(p.mid2, p.dark1, 0.3);
  const steps = [[310, 470], [470, 560], [630, 660], [790, 770], [950, 890]] as const;
  const cols = Array.from({ length: 8 }, (_, i) => 880 + i * 132);
  const rand = prng(31);
  const dx = 130;
  const dy = -58;
  const ring = (cx: number, cy: number, rx: number, ry: number, k: number) => `M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}ZM${cx - rx * k} ${cy}A${rx * k} ${ry * 0.72} 0 1 0 ${cx + rx * k} ${cy}A${rx * k} ${ry * 0.72} 0 1 0 ${cx - rx * k} ${cy}Z`;
  return [
    sky([p.ink, mix(p.ink, p.dark1, 0.6), p.dark1, mix(p.dark1, p.mid1, 0.5), mix(p.mid1, p.highlight, 0.4)], 0, 900, 5),
    times(44, () => circle(rand() * W, rand() * 380, 1.6 + rand() * 2.4, p.paper, { opacity: 0.6 })), circle(560, 190, 66, p.paper), clip(circle(560, 190, 66, '#000'), circle(592, 176, 62, mix(p.ink, p.dark1, 0.45))),
    // the bank
    '<g transform="translate(0 56)">',
    rect(760, 330, 1100, 620, mix(p.mid2, p.dark1, 0.25)), rect(830, 400, 1000, 460, mix(p.dark1, p.ink, 0.5)), times(7, (i) => rect(922 + i * 132, 480, 48, 180, p.highlight) + rect(922 + i * 132, 480, 48, 180, 'none', { stroke: p.ink, width: 6 }) + line([[946 + i * 132, 480], [946 + i * 132, 660]], p.ink, 4) + line([[922 + i * 132, 560], [970 + i * 132, 560]], p.ink, 4)),
    cols.map((x) => rect(x - 40, 392, 80, 24, stone) + rect(x - 28, 416, 56, 440, stone) + rect(x + 6, 416, 22, 440, dim) + rect(x - 14, 416, 5, 440, mix(stone, dim, 0.5)) + rect(x - 38, 840, 76, 24, stone)).join(''),
    rect(740, 300, 1100, 96, stone), rect(740, 380, 1100, 16, dim), rect(720, 276, 1100, 28, '#faf4e6'), rect(720, 298, 1100, 8, dim), rect(800, 200, 1000, 78, stone), rect(800, 264, 1000, 14, dim), rect(780, 186, 1040, 18, '#faf4e6'), hatch(800, 206, 1000, 58, dim, { gap: 60, angle: 90, width: 3, opacity: 0.6 }), rect(1120, 142, 220, 48, stone), [false, true].map((right) => group([poly([[0, 62], [-40, 20], [-150, -22], [-128, 6], [-140, 8], [-112, 30], [-122, 34], [-92, 52], [-100, 58], [-40, 74], [0, 84]], right ? '#8f5f14' : p.accent), path('M0 16Q-26 24 -26 60Q-20 92 0 96Z', right ? '#8f5f14' : p.accent)], { x: 1230, y: 52, flip: right })).join(''), path('M1230 78Q1208 76 1208 58Q1210 40 1230 40Q1246 40 1258 54L1246 58Q1248 76 1230 78Z', '#faf4e6'),
    rect(700, 856, 1160, 40, '#d9cfba'), rect(640, 896, 1260, 60, dim), '</g>',
    path('M0 890Q500 890 1800 976V1200H0Z', mix(p.dark1, p.ink, 0.3)), stipple(0, 950, W, 250, p.mid1, { count: 300, from: 'bottom', r: 2.2, opacity: 0.35 }),
    poly([[310, 1076], [1110, 1076], [1390, 1180], [480, 1180]], p.ink, { opacity: 0.5 }),
    // bars: front, side, top, each lower than the last
    steps.map(([x, y], i) => [
      poly([[x + 160, y], [x + 160 + dx, y + dy], [x + 160 + dx, 1076 + dy], [x + 160, 1076]], mix(p.dark2, p.ink, 0.3)), rect(x, y, 160, 1076 - y, mix(p.accent, p.dark2, i * 0.12)), poly([[x, y], [x + dx, y + dy], [x + 160 + dx, y + dy], [x + 160, y]], mix(p.highlight, '#ffffff', 0.25)),
      clip(rect(x, y, 160, 1076 - y, '#000'), [halftone(x, y + (1076 - y) * 0.35, 160, (1076 - y) * 0.65, p.dark2, { step: 20, r1: 7, to: 'down', opacity: 0.5 })]), rect(x, y, 160, 7, '#fff3cf', { opacity: 0.7 }),
    ].join('')).join(''),
    // figures going down
    figure(444, 440, 196, { pose: 'walk', coat: p.paper, shade: p.mid2, legs: p.ink, skin: '#c98f66', hair: p.ink }), figure(786, 622, 212, { pose: 'walk', coat: '#b5482c', shade: '#742a18', legs: p.dark1, skin: '#e9bd97', hair: p.ink, longHair: true }), rect(812, 528, 48, 36, p.ink, { rx: 5 }),
    // the nought at the foot
    ellipse(1310, 1084, 200, 26, p.ink, { opacity: 0.6 }),
    `<path d="${ring(1310, 886, 150, 204, 0.52)}" fill="#8f5f14" fill-rule="evenodd" transform="translate(36 -14)"/><path d="${ring(1310, 886, 150, 204, 0.52)}" fill="${p.paper}" fill-rule="evenodd"/>`, clip(rect(1320, 640, 200, 480, '#000'), `<path d="${ring(1310, 886, 150, 204, 0.52)}" fill="${mix(p.paper, p.mid2, 0.55)}" fill-rule="evenodd"/>`),
  ].join('');
}

function coinPhoneMarket(p: Palette): string {
  const blue = '#2f6fb0';
  const fruit = (x0: number, y: number, cols: number, rows: number, r: number, c: string, sh: string) => times(rows, (k) => times(cols - k, (i) => { const x = x0 + (i + k / 2) * r * 1.86 + r; const yy = y - k * r * 1.36 - r; return circle(x, yy, r, sh) + circle(x - r * 0.1, yy - r * 0.1, r * 0.86, c) + circle(x - r * 0.34, yy - r * 0.36, r * 0.2, '#fff6df', { opacity: 0.7 }); }));
  const crate = (x: number, y: number, w: number) => rect(x, y, w, 92, '#a87b3c') + rect(x, y, w, 10, '#c99a55') + rect(x, y + 42, w, 8, '#77531f') + rect(x + w - 16, y, 16, 92, '#77531f') + rect(x, y, 14, 92, '#8f6629');
  const scallop = (i: number) => { const x = 200 + i * 140; const c = i % 2 ? p.paper : blue; const sh = i % 2 ? p.mid2 : '#1d4a7c'; return poly([[280 + i * 124, 396], [404 + i * 124, 396], [x + 140, 520], [x, 520]], c) + path(`M${x} 520H${x + 140}V552A70 46 0 0 1 ${x} 552Z`, sh); };
  const skin = '#b67b4f';
  const coin = [
    '<g transform="translate(171 72) scale(0.81)">', circle(900, 236, 214, p.highlight, { opacity: 0.22 }), times(24, (i) => group(poly([[-8, -286], [8, -286], [3, -232], [-3, -232]], p.highlight, { opacity: 0.8 }), { x: 900, y: 236, rotate: i * 15 })),
    circle(914, 246, 182, '#8f5f14'), circle(900, 236, 182, p.accent), clip(circle(900, 236, 182, '#000'), poly([[960, 40], [1100, 40], [1100, 430], [840, 430]], '#b47617')), circle(900, 236, 152, p.highlight), clip(circle(900, 236, 152, '#000'), poly([[960, 40], [1100, 40], [1100, 430], [840, 430]], '#dba63c')), times(48, (i) => group(rect(-2, -178, 4, 20, '#8f5f14'), { x: 900, y: 236, rotate: i * 7.5 })),
    group([rect(-38, -128, 22, 256, p.dark2), rect(8, -128, 22, 256, p.dark2), path('M-84 -104H20Q92 -104 92 -48Q92 -10 54 2Q102 16 102 58Q102 108 24 108H-84V76H-58V-72H-84ZM-12 -72V-16H14Q46 -16 46 -44T14 -72ZM-12 16V74H20Q56 74 56 44T20 16Z', p.dark2)], { x: 892, y: 236, rotate: 10, scale: 0.92 }).replace('<path ', '<path fill-rule="evenodd" '), '</g>',
  ];
  return [
    sky([mix(p.mid1, p.paper, 0.2), mix(p.mid1, p.paper, 0.45), mix(p.mid1, p.paper, 0.7), mix(p.paper, p.highlight, 0.35)], 0, 700, 3),
    cloud(60, 250, 320, p.paper, { opacity: 0.85 }), cloud(1460, 190, 300, p.paper, { opacity: 0.85 }),
    // the volcano
    '<g transform="translate(-320 -300) scale(1.45)">', path('M-100 720Q260 600 420 350Q470 300 520 318Q570 300 620 352Q800 620 1240 720Z', p.dark1), path('M520 318Q570 300 620 352Q800 620 1240 720H700Q560 560 520 318Z', p.ink), path('M446 320Q520 350 596 326L640 384Q600 372 570 420Q540 372 500 410Q470 380 430 396L400 378Z', mix(p.dark1, p.mid1, 0.5)), '</g>',
    path('M900 720Q1260 640 1420 470Q1470 440 1530 476Q1660 640 1980 720Z', mix(p.dark1, p.mid1, 0.4)), path('M1480 452Q1510 456 1530 476Q1660 640 1980 720H1620Q1520 620 1480 452Z', mix(p.dark1, p.mid1, 0.1)),
    hills(690, 24, mix(p.mid1, p.dark1, 0.4), 8, { bottom: 900 }),
    times(9, (i) => { const x = i * 220 - 60; const c = [p.paper, '#d98a62', p.highlight, mix(p.mid1, p.paper, 0.4)][i % 4]!; return rect(x, 640 + (i % 3) * 24, 200, 300, c) + rect(x + 150, 640 + (i % 3) * 24, 50, 300, p.dark2, { opacity: 0.35 }) + poly([[x - 14, 646 + (i % 3) * 24], [x + 20, 596 + (i % 3) * 24], [x + 180, 596 + (i % 3) * 24], [x + 214, 646 + (i % 3) * 24]], '#a9512f') + rect(x + 60, 700 + (i % 3) * 24, 46, 76, p.dark1); }),
    rect(0, 880, W, 330, mix(p.mid2, p.highlight, 0.25)),
    coin.join(''),
    // the stall
    rect(262, 470, 1290, 470, mix(p.dark1, p.ink, 0.55)), rect(262, 470, 22, 640, '#8f6629'), rect(1516, 470, 22, 640, '#77531f'),
    times(5, (i) => ellipse(380 + i * 60, 590 + (i % 2) * 14, 20, 50, i % 2 ? p.highlight : p.accent)), line([[340, 545], [700, 545]], '#8f6629', 8),
    bust(790, 985, 0.66, { top: '#d9654a', shade: '#9c3c28', skin, hair: '#23150f', style: 'bun', turn: 0.9, apron: p.paper, left: [[-130, -290], [-200, -130], [-110, -40]], right: [[130, -290], [220, -150], [310, -210]] }), mitt(1004, 838, 20, -20, skin, -1),
    times(10, scallop), rect(274, 388, 1252, 14, '#1d4a7c'), poly([[200, 520], [1600, 520], [1600, 530], [200, 530]], p.ink, { opacity: 0.25 }),
    rect(230, 890, 1350, 26, '#c99a55'), poly([[230, 1120], [1580, 1120], [1680, 1170], [330, 1170]], p.ink, { opacity: 0.3 }), rect(230, 916, 1350, 210, '#8f6629'), times(8, (i) => rect(230 + i * 172, 916, 6, 210, '#77531f')), poly([[230, 916], [1580, 916], [1580, 950], [230, 950]], p.ink, { opacity: 0.3 }),
    fruit(286, 836, 6, 3, 31, '#e0762b', '#a94e16'), crate(280, 812, 370), fruit(1160, 836, 5, 2, 38, '#5d9a4c', '#346a34'), crate(1150, 812, 380),
    times(5, (i) => limb([[390 + i * 34, 1084], [410 + i * 34, 1032], [394 + i * 34, 990]], [22, 34, 12], i % 2 ? p.highlight : '#dba63c')), poly([[350, 1146], [620, 1146], [690, 1180], [430, 1180]], p.ink, { opacity: 0.3 }), crate(350, 1056, 270), poly([[690, 1146], [950, 1146], [1010, 1180], [770, 1180]], p.ink, { opacity: 0.3 }), fruit(702, 1084, 4, 2, 31, '#d9654a', '#9c3c28'), crate(690, 1056, 262),
    poly([[676, 888], [776, 884], [806, 904], [700, 908]], p.paper), poly([[730, 878], [820, 876], [840, 896], [750, 898]], '#fffaf0'),
    // the buyer's hand and phone
    poly([[1110, 1060], [1270, 1000], [1480, 1210], [1230, 1210]], p.ink, { opacity: 0.25 }),
    path('M1150 1010Q1170 1080 1200 1230H1430Q1370 1090 1330 1020Q1290 900 1230 860L1100 900Z', '#8a5638'), path('M1270 900Q1310 950 1330 1020Q1370 1090 1430 1230H1350Q1290 1080 1240 960Z', '#6f432c'), path('M1176 1130L1392 1090L1470 1230H1196Z', p.accent), path('M1300 1108L1392 1090L1470 1230H1340Z', '#8f5f14'),
    limb([[1010, 930], [960, 912], [992, 904]], [50, 46, 40], '#8a5638'),
    group([rect(-102, -196, 204, 392, p.ink, { rx: 26 }), rect(-88, -180, 176, 360, '#e8f3f1', { rx: 14 }), rect(-88, -180, 176, 74, p.mid1, { rx: 12 }), circle(0, -28, 54, p.accent), circle(0, -28, 42, p.highlight), group([rect(-38, -128, 22, 256, p.dark2), rect(8, -128, 22, 256, p.dark2), path('M-84 -104H20Q92 -104 92 -48Q92 -10 54 2Q102 16 102 58Q102 108 24 108H-84V76H-58V-72H-84ZM-12 -72V-16H14Q46 -16 46 -44T14 -72ZM-12 16V74H20Q56 74 56 44T20 16Z', p.dark2)], { x: -1, y: -28, scale: 0.25, rotate: 10 }).replace('<path ', '<path fill-rule="evenodd" '), rect(-60, 56, 120, 16, p.mid2, { rx: 8 }), rect(-60, 96, 120, 46, p.dark1, { rx: 12 })], { x: 1110, y: 850, rotate: -12 }),
    [[962, 742], [972, 800], [984, 858], [998, 914]].map(([x, y], i) => limb([[x!, y!], [x! + 44, y! - 8]], [50, 44], mix('#8a5638', p.ink, 0.04 + i * 0.05)) + ellipse(x! + 50, y! - 10, 11, 13, '#c99a7c', { opacity: 0.6 })).join(''),
    limb([[1270, 980], [1250, 880], [1196, 800]], [96, 66, 46], '#8a5638'), ellipse(1192, 794, 13, 17, '#c99a7c', { opacity: 0.6 }),
  ].join('');
}

function coldChimneys(p: Palette): string {
  const tower = (x: number, base: number, w: number, h: number, c: string, sh: string) => {
    const shape = (f: string) => path(`M${x - w / 2} ${base}Q${x - w * 0.3} ${base - h * 0.55} ${x - w * 0.31} ${base - h * 0.75}Q${x - w * 0.32} ${base - h * 0.9} ${x - w * 0.35} ${base - h}H${x + w * 0.35}Q${x + w * 0.32} ${base - h * 0.9} ${x + w * 0.31} ${base - h * 0.75}Q${x + w * 0.3} ${base - h * 0.55} ${x + w / 2} ${base}Z`, f);
    return shape(c) + clip(shape('#000'), [poly([[x + w * 0.02, base - h], [x + w, base - h], [x + w, base], [x + w * 0.06, base]], sh), poly([[x - w * 0.2, base - h], [x - w * 0.08, base - h], [x - w * 0.1, base], [x - w * 0.3, base]], '#ffffff', { opacity: 0.12 }), times(9, (i) => rect(x - w / 2, base - h * (0.1 + i * 0.1), w, 2, p.ink, { opacity: 0.16 })), times(12, (i) => poly([[x - w / 2 + i * (w / 11), base], [x - w / 2 + (i + 0.5) * (w / 11), base - 46], [x - w / 2 + (i + 1) * (w / 11), base]], p.ink, { opacity: 0.5 }))])
      + ellipse(x, base - h, w * 0.35, w * 0.06, mix(c, p.paper, 0.4)) + ellipse(x, base - h + 3, w * 0.31, w * 0.045, p.ink);
  };
  const turbine = (x: number, y: number, h: number, a: number) => {
    const L = h * 0.56;
    const w = h * 0.018;
    return poly([[x - w, y], [x - w * 0.45, y - h], [x + w * 0.45, y - h], [x + w, y]], '#ffffff') + poly([[x, y], [x, y - h], [x + w * 0.45, y - h], [x + w, y]], '#c3d3d0')
      + times(3, (i) => group(path(`M0 0Q${L * 0.055} ${-L * 0.16} ${L * 0.03} ${-L * 0.4}L0 ${-L}Q${-L * 0.03} ${-L * 0.5} ${-L * 0.026} ${-L * 0.1}Z`, '#ffffff') + path(`M0 0Q${L * 0.055} ${-L * 0.16} ${L * 0.03} ${-L * 0.4}L0 ${-L}Z`, '#c3d3d0'), { x, y: y - h, rotate: a + i * 120 })) + circle(x, y - h, h * 0.022, '#dfe8e5') + circle(x, y - h, h * 0.011, p.dark1);
  };
  const grey = '#8b9390';
  const split: Pt[] = [[1010, -10], [760, 1210]];
  const left = poly([[-10, -10], split[0]!, split[1]!, [-10, 1210]], '#000');
  const scene = (cold: boolean): string => {
    const c = (warm: string, chill: string) => (cold ? chill : warm);
    const rand = prng(44);
    return [
      sky(cold ? ['#5d6a6d', '#6d7a7c', '#7f8b8b', '#96a09d'] : ['#6fb3c4', '#93c9d0', '#c4e0d8', '#f7e6b8'], 0, 800, 4),
      cold ? cloud(40, 210, 420, '#4d5a5e') + cloud(420, 150, 380, '#525f63') + cloud(-120, 330, 380, '#566367') : circle(1450, 300, 190, '#fdeeb6', { opacity: 0.6 }) + circle(1450, 300, 130, '#fff8dc') + cloud(1130, 380, 240, '#ffffff', { opacity: 0.9 }) + cloud(1560, 470, 240, '#ffffff', { opacity: 0.8 }),
      hills(760, 26, c('#8fbf8d', '#66736f'), 3), cold ? '' : turbine(1040, 800, 330, 22) + turbine(1240, 806, 360, 75) + turbine(1650, 800, 310, 50),
      hills(820, 34, c('#5fa06f', '#525f5a'), 12),
      cold ? '' : turbine(1390, 930, 700, 8),
      cold ? [rect(60, 560, 36, 340, '#6f7875'), rect(84, 560, 12, 340, '#474f4d'), rect(56, 556, 44, 14, p.dark2), tower(650, 900, 250, 430, '#767f7c', '#4c5553'), tower(500, 930, 330, 560, '#838c89', '#545d5b'), tower(230, 950, 400, 680, grey, '#59625f'), rect(640, 800, 240, 130, '#596360'), rect(640, 790, 240, 14, '#3e4745'), times(6, (i) => rect(660 + i * 36, 830, 18, 44, '#2e3735'))].join('') : '',
      path('M-20 940Q400 880 900 930T1820 900V1220H-20Z', c('#3f8a5c', '#414d48')), path('M-20 1050Q500 960 1000 1030T1820 1000V1220H-20Z', c('#2c6d4b', '#343f3b')),
      cold ? poly([[330, 1062], [430, 970], [520, 950], [620, 1000], [720, 1070]], '#1b2322') + poly([[520, 950], [620, 1000], [720, 1070], [560, 1070]], '#0f1514') + stipple(380, 980, 290, 84, '#56615f', { count: 60, from: 'bottom', r: 3 }) : times(7, (i) => group([ellipse(0, -16, 24, 16, '#fdfaf0'), circle(20, -24, 9, p.ink), rect(-14, -8, 4, 10, p.ink), rect(8, -8, 4, 10, p.ink)], { x: 980 + ((i * 131) % 560), y: 984 + ((i * 53) % 90) + (i % 2) * 50, scale: 0.9 + (i % 3) * 0.2, flip: i % 2 === 0 })),
      cold ? stipple(-10, 1060, 1000, 150, '#161d1b', { count: 200, from: 'bottom', r: 2.4, opacity: 0.6 }) : stipple(700, 1060, 1110, 150, p.dark1, { count: 240, from: 'bottom', r: 2.4, opacity: 0.5 }) + times(90, (i) => circle(780 + rand() * 1020, 1075 + rand() ** 0.7 * 125, 3 + rand() * 5, i % 3 ? '#f7d774' : '#fdfaf0')),
    ].join('');
  };
  return [scene(false), clip(left, scene(true)), poly([[1066, 1030], [1094, 1030], [830, 1190], [770, 1190]], p.ink, { opacity: 0.3 }), turbine(1080, 1030, 760, 40)].join('');
}

export const businessScenes: Scene[] = [
  { name: 'oil-barrels-overflow', palette: 'business', draw: oilBarrels },
  { name: 'rate-stairs-down', palette: 'business', draw: rateStairs },
  { name: 'coin-phone-market', palette: 'business', draw: coinPhoneMarket },
  { name: 'cold-chimneys-turbines', palette: 'business', draw: coldChimneys },
];
