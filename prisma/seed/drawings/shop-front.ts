/** How a shop looks from across the street. */
export interface ShopFront {
  /** Colours of the wall, the sign's board, the awning's stripes and the door. */
  wall: string;
  board: string;
  stripe: string;
  door: string;
  /** What lies on the counter before the shop, from left to right. */
  wares: Ware[];
  roof: "tiles" | "flat" | "gable";
  /** A tree, a bicycle or nothing stands beside it. */
  beside: "tree" | "bicycle" | "lantern";
}

export type Ware = "jars" | "fruit" | "sacks" | "brushes" | "irons" | "yarn" | "fish" | "greens";

const width = 1600;
const height = 1200;
const ground = 980;

/** Each fills a crate of 200×120 whose upper left corner is 0,0. */
const wares: Record<Ware, string> = {
  jars: [0, 1, 2, 3]
    .map(
      (index) =>
        `<rect x="${12 + index * 46}" y="${14 + (index % 2) * 10}" width="38" height="70" rx="9" fill="${index % 2 ? "#c98a3a" : "#8a4f2a"}"/>
         <rect x="${16 + index * 46}" y="${6 + (index % 2) * 10}" width="30" height="14" rx="4" fill="#f3e6c8"/>`,
    )
    .join(""),
  fruit: dots(["#c8452f", "#d9702f", "#b83a2a"], 22),
  greens: dots(["#5d8a3c", "#7aa34a", "#49722f"], 24),
  sacks: [0, 1, 2]
    .map(
      (index) =>
        `<path d="M${10 + index * 62} 90 q-8 -66 12 -74 q18 -8 34 0 q20 8 12 74z" fill="${["#d9c39a", "#cbb07f", "#e2d1ad"][index]}"/>
         <ellipse cx="${39 + index * 62}" cy="22" rx="22" ry="9" fill="${["#7b5a2f", "#a0522d", "#4e6b3a"][index]}"/>`,
    )
    .join(""),
  brushes: [0, 1, 2, 3, 4, 5]
    .map(
      (index) =>
        `<rect x="${22 + index * 28}" y="${-30 + (index % 3) * 12}" width="9" height="96" rx="4" fill="${index % 2 ? "#7a4a2b" : "#3d2c22"}"/>
         <path d="M${20 + index * 28} ${-28 + (index % 3) * 12} q6.5 -44 13 0z" fill="#efe7d6"/>`,
    )
    .join(""),
  irons: [0, 1, 2]
    .map(
      (index) =>
        `<path d="M${22 + index * 60} 84 v-60 q0 -24 24 -24 t24 24" stroke="#3d4347" stroke-width="12" fill="none" stroke-linecap="round"/>
         <rect x="${12 + index * 60}" y="72" width="50" height="16" rx="4" fill="#596066"/>`,
    )
    .join(""),
  yarn: [0, 1, 2, 3]
    .map((index) => {
      const x = 28 + index * 48;
      const y = 52 - (index % 2) * 14;
      return `<circle cx="${x}" cy="${y}" r="30" fill="${["#b9523f", "#d9b45b", "#4f7a76", "#8a5a7d"][index]}"/>
        <path d="M${x - 22} ${y - 8} q22 -18 44 4 M${x - 26} ${y + 8} q26 -16 50 6" stroke="#fff" stroke-width="3" opacity=".45" fill="none"/>`;
    })
    .join(""),
  fish: [0, 1, 2, 3, 4]
    .map((index) => {
      const x = 20 + index * 36;
      const y = 44 + (index % 2) * 20;
      return `<path d="M${x} ${y} q26 -18 46 0 l12 -10 v20 l-12 -10 q-20 18 -46 0z" fill="${index % 2 ? "#8fa3ad" : "#aebdc4"}"/>
        <circle cx="${x + 10}" cy="${y - 2}" r="3" fill="#2b3236"/>`;
    })
    .join(""),
};

function dots(colours: string[], radius: number): string {
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((index) => {
      const upper = index > 5;
      const x = upper ? 44 + (index - 6) * 38 : 20 + index * 33;
      return `<circle cx="${x}" cy="${upper ? 34 : 66}" r="${radius}" fill="${colours[index % colours.length]}"/>
        <circle cx="${x - 6}" cy="${upper ? 27 : 59}" r="5" fill="#fff" opacity=".35"/>`;
    })
    .join("");
}

const roofs: Record<ShopFront["roof"], string> = {
  tiles: `<path d="M150 300 q650 -120 1300 0 l40 66 h-1380z" fill="#4a4d52"/>
    ${columns(186, 1480, 62, (x) => `<path d="M${x} 292 v74" stroke="#5d6167" stroke-width="16" opacity=".8"/><circle cx="${x}" cy="366" r="13" fill="#5d6167"/>`)}`,
  flat: `<rect x="170" y="250" width="1260" height="80" fill="#8b7a66"/><rect x="150" y="232" width="1300" height="30" rx="4" fill="#6f604f"/>
    <rect x="300" y="150" width="120" height="84" rx="6" fill="#9aa5a8"/><rect x="316" y="120" width="10" height="40" fill="#7c878a"/>`,
  gable: `<path d="M140 366 L800 130 L1460 366z" fill="#8c4b38"/><path d="M800 130 L1460 366 h-80 L800 160 L220 366 h-80z" fill="#6f3a2b"/>
    <circle cx="800" cy="280" r="38" fill="#f4e4c1"/><path d="M800 242 v76 M762 280 h76" stroke="#6f3a2b" stroke-width="6"/>`,
};

const besides: Record<ShopFront["beside"], string> = {
  tree: `<rect x="1466" y="640" width="34" height="350" fill="#6d4c33"/><circle cx="1480" cy="560" r="120" fill="#6f9354"/>
    <circle cx="1410" cy="630" r="80" fill="#7fa562"/><circle cx="1550" cy="630" r="90" fill="#628648"/>`,
  bicycle: `<g transform="translate(-30 40)" fill="none" stroke="#33413f" stroke-width="10"><circle cx="90" cy="920" r="76"/><circle cx="290" cy="920" r="76"/>
    <path d="M90 920 l66 -110 h96 l38 110 M156 810 l44 110 l52 -110 M140 790 h40 M252 810 v-50 h46" stroke="#b0442f"/></g>`,
  lantern: `<path d="M1492 400 h-40 v60" stroke="#3d2c22" stroke-width="10" fill="none"/><rect x="1486" y="380" width="16" height="610" fill="#3d2c22"/>
    <rect x="1416" y="456" width="72" height="104" rx="26" fill="#e9b44c"/><rect x="1416" y="476" width="72" height="10" fill="#a5402d"/><rect x="1416" y="530" width="72" height="10" fill="#a5402d"/>`,
};

/** An SVG of a shop on its street, 1600×1200, in the light of late afternoon; without letters, which need fonts. */
export function drawShopFront({ wall, board, stripe, door, wares: shown, roof, beside }: ShopFront): string {
  const awning = columns(220, 1380, 116, (x, index) => {
    const colour = index % 2 ? "#fbf6ea" : stripe;
    return `<path d="M${x} 500 h116 v110 q-58 44 -116 0z" fill="${colour}"/>`;
  });
  const crates = shown.map((ware, index) => {
    const x = 250 + index * 230;
    return `<g transform="translate(${x} 790)">${wares[ware]}</g>
      <path d="M${x - 8} 872 h216 l-14 92 h-188z" fill="#a87b4c"/><path d="M${x - 4} 900 h208 M${x} 930 h200" stroke="#7d5a36" stroke-width="6"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#cfe0e6"/><stop offset="1" stop-color="#fbe9cf"/></linearGradient>
    <linearGradient id="light" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#ffe9bd" stop-opacity=".5"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/>
      <stop offset="1" stop-color="#2a1a10" stop-opacity=".2"/>
    </linearGradient>
    <linearGradient id="glass" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff2cf"/><stop offset="1" stop-color="#e9c98d"/></linearGradient>
  </defs>
  <rect width="${width}" height="${height}" fill="url(#sky)"/>
  <path d="M0 ${ground} v-420 h170 v-90 h150 v510z M1600 ${ground} v-520 h-180 v110 h-140 v410z" fill="#d8c9b4"/>
  <rect y="${ground}" width="${width}" height="${height - ground}" fill="#b9a88f"/>
  <path d="M0 ${ground + 70} h1600 M0 ${ground + 150} h1600" stroke="#000" stroke-width="4" opacity=".08"/>
  <rect x="190" y="330" width="1220" height="${ground - 330}" fill="${wall}"/>
  ${roofs[roof]}
  <rect x="250" y="392" width="1100" height="96" rx="10" fill="${board}"/>
  <g fill="#fbf3df" opacity=".92"><circle cx="800" cy="440" r="30"/><rect x="560" y="434" width="180" height="12" rx="6"/><rect x="860" y="434" width="180" height="12" rx="6"/></g>
  <circle cx="800" cy="440" r="17" fill="${board}"/>
  <rect x="250" y="560" width="640" height="250" fill="url(#glass)"/><path d="M463 560 v250 M676 560 v250" stroke="#6b4a30" stroke-width="14"/>
  <rect x="250" y="560" width="640" height="250" fill="none" stroke="#6b4a30" stroke-width="18"/>
  <path d="M280 700 h580" stroke="#6b4a30" stroke-width="8" opacity=".5"/>
  <rect x="960" y="560" width="360" height="${ground - 560}" fill="${door}"/>
  <rect x="992" y="610" width="136" height="210" fill="url(#glass)"/><rect x="1152" y="610" width="136" height="210" fill="url(#glass)"/>
  <path d="M1140 560 v${ground - 560}" stroke="#000" stroke-width="6" opacity=".25"/>
  <rect x="1112" y="840" width="12" height="60" rx="6" fill="#f0d9a0"/><rect x="1156" y="840" width="12" height="60" rx="6" fill="#f0d9a0"/>
  ${awning}
  <path d="M220 500 h1160" stroke="#000" stroke-width="8" opacity=".16"/>
  <ellipse cx="590" cy="974" rx="390" ry="22" fill="#000" opacity=".18"/>
  ${crates.join("")}
  ${besides[beside]}
  <rect width="${width}" height="${height}" fill="url(#light)"/>
</svg>`;
}

function columns(from: number, to: number, step: number, draw: (x: number, index: number) => string): string {
  const count = Math.floor((to - from) / step);
  return Array.from({ length: count }, (_, index) => draw(from + index * step, index)).join("");
}
