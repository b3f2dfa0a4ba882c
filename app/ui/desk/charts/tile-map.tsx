import { scaleThreshold } from "d3-scale";

export interface Tile {
  key: string;
  /** As it fits a tile. */
  word: string;
  count: number;
  column: number;
  row: number;
}

const side = 64;
const gap = 4;

/** A map of equal tiles, darker where there is more; every tile says its number. */
export function TileMap({ label, tiles }: { label: string; tiles: readonly Tile[] }) {
  const most = Math.max(1, ...tiles.map(({ count }) => count));
  const shade = scaleThreshold([1, most / 3, (2 * most) / 3], ["none", "some", "more", "most"] as const);
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  return (
    <svg
      className="chart chart-map"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${columns * (side + gap) - gap} ${rows * (side + gap) - gap}`}
    >
      {tiles.map(({ key, word, count, column, row }) => (
        <g
          key={key}
          className={`chart-tile chart-tile-${count === 0 ? "none" : shade(count)}`}
          transform={`translate(${column * (side + gap)} ${row * (side + gap)})`}
        >
          <rect width={side} height={side} rx={8} />
          <text x={side / 2} y={24} textAnchor="middle">
            {word}
          </text>
          <text x={side / 2} y={48} textAnchor="middle" className="chart-strong">
            {count}
          </text>
        </g>
      ))}
    </svg>
  );
}
