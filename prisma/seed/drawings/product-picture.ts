/** A product's colours: its body, a second tone, an accent, and the wall and table behind it. */
export interface Palette {
  body: string;
  tone: string;
  accent: string;
  wall: string;
  table: string;
}

/** Draws around the middle of a 1000×750 field; the table's edge is at y = 430. */
type Draw = (palette: Palette) => string;

const jar: Draw = ({ body, tone, accent }) => `
  <rect x="385" y="235" width="230" height="60" rx="14" fill="${tone}"/>
  <rect x="385" y="255" width="230" height="8" fill="#000" opacity=".12"/>
  <path d="M375 300 h250 q35 20 35 60 v210 q0 50 -50 50 h-220 q-50 0 -50 -50 v-210 q0 -40 35 -60z" fill="${body}"/>
  <rect x="340" y="395" width="320" height="135" fill="#fbf6ea"/>
  <circle cx="500" cy="462" r="44" fill="${accent}"/><circle cx="500" cy="462" r="24" fill="#fbf6ea" opacity=".7"/>
  <path d="M365 335 q-8 110 0 240" stroke="#fff" stroke-width="14" opacity=".35" fill="none" stroke-linecap="round"/>`;

const bottle: Draw = ({ body, tone, accent }) => `
  <rect x="466" y="130" width="68" height="70" rx="10" fill="${tone}"/>
  <path d="M472 200 h56 v60 q0 30 35 55 q32 25 32 70 v200 q0 40 -40 40 h-110 q-40 0 -40 -40 v-200 q0 -45 32 -70 q35 -25 35 -55z" fill="${body}"/>
  <rect x="405" y="410" width="190" height="140" fill="#f7efdc"/>
  <path d="M430 520 q70 -110 140 0z" fill="${accent}"/><circle cx="500" cy="440" r="14" fill="${tone}"/>
  <path d="M432 370 v230" stroke="#fff" stroke-width="12" opacity=".35" stroke-linecap="round"/>`;

const bowl: Draw = ({ body, tone, accent }) => `
  <ellipse cx="500" cy="395" rx="235" ry="62" fill="${tone}"/>
  <ellipse cx="500" cy="402" rx="208" ry="48" fill="${accent}"/>
  <path d="M265 395 q10 190 160 225 h150 q150 -35 160 -225 q-60 62 -235 62 t-235 -62z" fill="${body}"/>
  <path d="M425 618 h150 l-10 26 h-130z" fill="${tone}"/>
  <path d="M300 450 q20 90 80 130" stroke="#fff" stroke-width="12" opacity=".4" fill="none" stroke-linecap="round"/>`;

const plate: Draw = ({ body, tone, accent }) => {
  const pieces = [
    [380, 440],
    [470, 415],
    [560, 425],
    [630, 460],
    [430, 485],
    [525, 478],
    [590, 505],
  ];
  const drawn = pieces.map(
    ([x = 0, y = 0], index) =>
      `<rect x="${x - 48}" y="${y - 46}" width="96" height="62" rx="20" fill="${index % 2 ? accent : body}"/>
       <rect x="${x - 40}" y="${y - 40}" width="60" height="14" rx="7" fill="#fff" opacity=".35"/>`,
  );
  return `<ellipse cx="500" cy="520" rx="300" ry="105" fill="${tone}"/>
  <ellipse cx="500" cy="508" rx="265" ry="84" fill="#fffdf7"/>${drawn.join("")}`;
};

const pouch: Draw = ({ body, tone, accent }) => `
  <path d="M360 205 h280 l18 395 q-158 40 -316 0z" fill="${body}"/>
  <path d="M360 205 h280 l3 50 h-286z" fill="${tone}"/>
  <path d="M358 232 h284" stroke="#fff" stroke-width="4" opacity=".6" stroke-dasharray="12 8"/>
  <rect x="405" y="320" width="190" height="190" rx="95" fill="#fffaf0"/>
  <path d="M440 440 q60 -130 120 0 q-60 60 -120 0z" fill="${accent}"/>
  <path d="M378 290 l-14 280" stroke="#fff" stroke-width="14" opacity=".3" stroke-linecap="round"/>`;

const box: Draw = ({ body, tone, accent }) => `
  <path d="M270 330 l230 -70 l230 70 l-230 75z" fill="${tone}"/>
  <path d="M270 330 l230 75 v220 l-230 -80z" fill="${body}"/>
  <path d="M730 330 l-230 75 v220 l230 -80z" fill="${body}"/>
  <path d="M730 330 l-230 75 v220 l230 -80z" fill="#000" opacity=".1"/>
  <path d="M370 300 l230 75 v220 l40 -14 v-220 l-230 -75z" fill="${accent}"/>
  <circle cx="490" cy="335" r="30" fill="${accent}"/><circle cx="490" cy="335" r="14" fill="${tone}"/>`;

const cup: Draw = ({ body, tone, accent }) => `
  <path d="M625 330 q130 -10 120 100 q-10 100 -140 95" stroke="${tone}" stroke-width="34" fill="none"/>
  <path d="M345 290 h310 l-22 290 q-6 45 -55 45 h-156 q-49 0 -55 -45z" fill="${body}"/>
  <ellipse cx="500" cy="290" rx="155" ry="38" fill="${tone}"/><ellipse cx="500" cy="294" rx="132" ry="27" fill="${accent}"/>
  <path d="M352 420 q148 60 296 0" stroke="${accent}" stroke-width="14" fill="none" opacity=".8"/>
  <path d="M385 345 l12 210" stroke="#fff" stroke-width="13" opacity=".4" stroke-linecap="round"/>`;

const tote: Draw = ({ body, tone, accent }) => `
  <path d="M400 330 q10 -190 100 -190 t100 190" stroke="${tone}" stroke-width="24" fill="none"/>
  <path d="M320 320 h360 l24 290 q-204 30 -408 0z" fill="${body}"/>
  <path d="M320 320 h360 l3 38 h-366z" fill="${tone}"/>
  <path d="M420 520 q80 -150 160 0z" fill="${accent}"/><circle cx="560" cy="425" r="24" fill="${accent}"/>
  <path d="M332 372 h336" stroke="#fff" stroke-width="3" opacity=".6" stroke-dasharray="10 8"/>`;

const cushion: Draw = ({ body, tone, accent }) => {
  const stitches = [360, 430, 500, 570, 640].map(
    (x) => `<path d="M${x} 322 q10 130 0 262" stroke="${tone}" stroke-width="5" fill="none" stroke-dasharray="14 9"/>`,
  );
  return `<path d="M265 330 q235 -55 470 0 q40 130 0 265 q-235 48 -470 0 q-40 -135 0 -265z" fill="${body}"/>
  ${stitches.join("")}
  <path d="M265 330 q-40 130 0 265 l42 6 q-34 -140 0 -280z" fill="${accent}"/>`;
};

const wallet: Draw = ({ body, tone, accent }) => `
  <rect x="375" y="300" width="270" height="90" rx="12" fill="${accent}"/>
  <rect x="395" y="325" width="270" height="90" rx="12" fill="#f3ead7"/>
  <rect x="320" y="355" width="370" height="240" rx="26" fill="${body}"/>
  <rect x="334" y="369" width="342" height="212" rx="18" fill="none" stroke="${tone}" stroke-width="4" stroke-dasharray="12 8"/>
  <path d="M320 430 h370" stroke="${tone}" stroke-width="5"/><circle cx="640" cy="510" r="17" fill="${tone}"/>`;

const book: Draw = ({ body, tone, accent }) => `
  <path d="M340 250 l300 -30 l60 330 l-310 60z" fill="#fdf8ec"/>
  <path d="M325 255 l300 -30 l62 330 l-312 60z" fill="${body}"/>
  <path d="M325 255 l44 -4 l62 353 l-56 11z" fill="${tone}"/>
  <path d="M345 300 l30 -4 M357 370 l30 -4 M369 440 l30 -4 M381 510 l30 -4" stroke="#fff" stroke-width="9"/>
  <path d="M470 420 q50 -120 110 -20 q10 70 -60 70 q-50 0 -50 -50z" fill="${accent}"/>`;

const basket: Draw = ({ body, tone, accent }) => {
  const rows = [390, 440, 490, 540, 590].map(
    (y, index) =>
      `<path d="M${285 + index * 9} ${y} q215 60 ${430 - index * 18} 0" stroke="${index % 2 ? accent : tone}" stroke-width="16" fill="none"/>`,
  );
  return `<path d="M320 360 q180 -330 360 0" stroke="${tone}" stroke-width="22" fill="none"/>
  <path d="M270 355 h460 l-50 250 q-180 55 -360 0z" fill="${body}"/>${rows.join("")}
  <ellipse cx="500" cy="357" rx="230" ry="42" fill="${tone}"/><ellipse cx="500" cy="362" rx="200" ry="28" fill="#4a3a26" opacity=".55"/>`;
};

const bundle: Draw = ({ body, tone, accent }) => {
  const sheets = Array.from(
    { length: 9 },
    (_, index) =>
      `<path d="M${300 + index * 4} ${560 - index * 24} l200 -70 l210 60 l-205 82z" fill="${index % 2 ? body : tone}"/>`,
  );
  return `${sheets.join("")}<path d="M438 326 l206 62 v210 l-40 16 v-210 l-206 -64z" fill="${accent}" opacity=".9"/>`;
};

const fruitBowl: Draw = ({ body, tone, accent }) => {
  const heap = [
    [360, 385],
    [430, 370],
    [500, 378],
    [570, 368],
    [640, 386],
    [395, 345],
    [465, 325],
    [540, 322],
    [605, 346],
    [500, 290],
  ];
  const fruits = heap.map(
    ([x = 0, y = 0], index) =>
      `<g transform="rotate(${(index * 37) % 60} ${x} ${y})"><ellipse cx="${x}" cy="${y}" rx="46" ry="34" fill="${index % 3 ? accent : tone}"/>
       <path d="M${x - 26} ${y - 8} q20 -16 44 -4" stroke="#fff" stroke-width="5" opacity=".35" fill="none" stroke-linecap="round"/></g>`,
  );
  return `<ellipse cx="500" cy="386" rx="234" ry="56" fill="${body}"/><ellipse cx="500" cy="388" rx="214" ry="44" fill="#000" opacity=".3"/>
  ${fruits.join("")}<path d="M265 385 q10 200 160 235 h150 q150 -35 160 -235 q-60 56 -235 56 t-235 -56z" fill="${body}"/>
  <path d="M425 618 h150 l-10 26 h-130z" fill="${body}"/><path d="M425 618 h150 l-4 10 h-142z" fill="#000" opacity=".12"/>
  <path d="M300 450 q20 90 80 130" stroke="#fff" stroke-width="12" opacity=".5" fill="none" stroke-linecap="round"/>`;
};

const bookends: Draw = ({ body, tone, accent }) => {
  const books = [
    [372, 64, 250, accent],
    [440, 46, 285, "#7d8f74"],
    [490, 72, 230, "#c9b38a"],
    [566, 56, 270, "#8a4a3a"],
  ] as const;
  const drawn = books.map(
    ([x, wide, high, colour]) =>
      `<rect x="${x}" y="${600 - high}" width="${wide}" height="${high}" rx="5" fill="${colour}"/>
       <path d="M${x} ${640 - high} h${wide} M${x} ${570} h${wide}" stroke="#fff" stroke-width="5" opacity=".5"/>`,
  );
  return `${drawn.join("")}
  <path d="M255 600 h117 v-190 q0 -24 -24 -24 h-8 v190 h-85z" fill="${body}"/><path d="M340 386 h8 q24 0 24 24 v190 h-12 v-180 q0 -20 -20 -20z" fill="${tone}"/>
  <path d="M745 600 h-123 v-190 q0 -24 24 -24 h8 v190 h91z" fill="${body}"/><path d="M654 386 h-8 q-24 0 -24 24 v190 h12 v-180 q0 -20 20 -20z" fill="${tone}"/>
  <path d="M250 600 h500 v14 h-500z" fill="${tone}"/>`;
};

const trivet: Draw = ({ body, tone, accent }) => `
  <ellipse cx="500" cy="540" rx="270" ry="112" fill="${tone}"/><ellipse cx="500" cy="524" rx="270" ry="112" fill="${body}"/>
  <ellipse cx="500" cy="524" rx="222" ry="88" fill="${accent}"/>
  <path d="M290 500 h420 M278 524 h444 M290 548 h420" stroke="${body}" stroke-width="15"/>
  <path d="M420 440 l-60 168 M500 436 v176 M580 440 l60 168" stroke="${body}" stroke-width="15"/>
  <path d="M300 470 q80 -54 190 -56" stroke="#fff" stroke-width="8" opacity=".4" fill="none" stroke-linecap="round"/>`;

const scarf: Draw = ({ body, tone, accent }) => {
  const fringe = [0, 1, 2, 3, 4, 5].map(
    (index) => `<path d="M${580 + index * 24} 610 v44" stroke="${tone}" stroke-width="10" stroke-linecap="round"/>`,
  );
  const ribs = [0, 1, 2, 3, 4, 5, 6].map(
    (index) =>
      `<path d="M${335 + index * 52} 360 q-26 60 0 122" stroke="#000" stroke-width="5" opacity=".1" fill="none"/>`,
  );
  return `<path d="M272 452 q228 -60 456 0 q52 24 46 76 q-6 56 -58 76 q-216 44 -432 0 q-52 -20 -58 -76 q-6 -52 46 -76z" fill="${body}"/>
  <path d="M272 452 q228 -60 456 0 q52 24 46 76 q-6 56 -58 76 q-216 44 -432 0 q-52 -20 -58 -76 q-6 -52 46 -76z" fill="#000" opacity=".16"/>
  <path d="M285 330 q215 -80 430 0 q52 24 46 84 q-6 62 -58 84 q-203 66 -406 0 q-52 -22 -58 -84 q-6 -60 46 -84z" fill="${body}"/>
  <ellipse cx="500" cy="380" rx="176" ry="46" fill="${accent}"/><ellipse cx="500" cy="392" rx="150" ry="32" fill="#000" opacity=".28"/>
  ${ribs.join("")}${fringe.join("")}
  <path d="M560 420 q90 -6 160 20 v170 h-152 q10 -90 -8 -190z" fill="${body}"/>
  <path d="M566 560 h154 v18 h-154z M566 520 h154 v18 h-154z" fill="${tone}"/>
  <path d="M560 420 q20 100 8 190" stroke="#000" stroke-width="6" opacity=".18" fill="none"/>`;
};

export const shapes = {
  jar,
  bottle,
  bowl,
  plate,
  pouch,
  box,
  cup,
  tote,
  cushion,
  wallet,
  book,
  basket,
  bundle,
  fruitBowl,
  bookends,
  trivet,
  scarf,
};
export type Shape = keyof typeof shapes;

export interface Picture {
  shape: Shape;
  palette: Palette;
  width: number;
  height: number;
  /** 1 shows the whole product; more comes closer. */
  closeness: number;
  /** Degrees the camera is tilted. */
  tilt: number;
}

/** An SVG of a product on a wooden table before a wall, in soft light from the left. */
export function draw({ shape, palette, width, height, closeness, tilt }: Picture): string {
  const { wall, table } = palette;
  const scale = (Math.min(width, height) / 650) * closeness;
  const edge = height * 0.56;
  const planks = [0.16, 0.36, 0.6, 0.86].map((part) => {
    const y = edge + (height - edge) * part;
    return `<path d="M0 ${y} h${width}" stroke="#000" stroke-width="${height / 400}" opacity=".1"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <defs>
    <linearGradient id="light" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#fff" stop-opacity=".55"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/>
      <stop offset="1" stop-color="#000" stop-opacity=".16"/>
    </linearGradient>
    <radialGradient id="shadow"><stop offset="0" stop-color="#000" stop-opacity=".4"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="${width}" height="${height}" fill="${wall}"/>
  <rect y="${edge}" width="${width}" height="${height - edge}" fill="${table}"/>${planks.join("")}
  <g transform="translate(${width / 2} ${height * 0.53}) rotate(${tilt}) scale(${scale}) translate(-500 -400)">
    <ellipse cx="520" cy="615" rx="330" ry="60" fill="url(#shadow)"/>${shapes[shape](palette)}
  </g>
  <rect width="${width}" height="${height}" fill="url(#light)"/>
</svg>`;
}
