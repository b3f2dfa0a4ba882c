/** A certificate as it is photographed on a table: a heading, lines that nobody can read, and a seal. */
export function drawPaper({ tone, lines }: { tone: string; lines: number }): string {
  const written = Array.from({ length: lines }, (_, index) => {
    const y = 300 + index * 64;
    return `<rect x="130" y="${y}" width="110" height="16" rx="4" fill="#8d867a"/>
      <rect x="270" y="${y}" width="${300 - ((index * 67) % 160)}" height="16" rx="4" fill="#4d4840"/>`;
  }).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="960" viewBox="0 0 700 960">
    <rect width="700" height="960" fill="#b08b62"/>
    <g transform="rotate(-1.2 350 480)">
      <rect x="56" y="56" width="588" height="848" fill="#fdfbf5"/>
      <rect x="76" y="76" width="548" height="808" fill="none" stroke="${tone}" stroke-width="6"/>
      <rect x="88" y="88" width="524" height="784" fill="none" stroke="${tone}" stroke-width="2"/>
      <rect x="210" y="160" width="280" height="34" rx="6" fill="${tone}"/>
      <rect x="270" y="214" width="160" height="14" rx="4" fill="#8d867a"/>
      ${written}
      <rect x="240" y="800" width="170" height="18" rx="4" fill="#4d4840"/>
      <g transform="translate(436 762)" fill="none" stroke="#b23a24" stroke-width="5">
        <rect width="84" height="84" rx="8"/>
        <path d="M22 20v26M40 20v26M22 32h18M22 46h18M56 18v30M70 16v36M56 32h14M26 60h38v12"/>
      </g>
    </g>
  </svg>`;
}
