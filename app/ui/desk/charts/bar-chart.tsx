import { scaleLinear } from "d3-scale";

export interface Bar {
  key: string;
  word: string;
  count: number;
  /** Of how many: the outline around the bar. */
  of?: number;
  /** Right of the bar's word: the count and what else is to be said, as text. */
  said: string;
}

const rowHeight = 44;
const barTop = 24;
const barHeight = 12;

/** Lying bars, each under its word and number; widths are shares of the picture's own, so letters keep their size on a phone. */
export function BarChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const widest = Math.max(1, ...bars.map(({ count, of = 0 }) => Math.max(count, of)));
  const width = scaleLinear([0, widest], [0, 100]);
  return (
    <svg className="chart" role="img" aria-label={label} width="100%" height={bars.length * rowHeight}>
      {bars.map(({ key, word, count, of, said }, index) => (
        <g key={key} transform={`translate(0 ${index * rowHeight})`}>
          <text y={16}>{word}</text>
          <text x="100%" y={16} textAnchor="end" className="chart-strong">
            {said}
          </text>
          <rect className="chart-ground" y={barTop} width="100%" height={barHeight} rx={3} />
          {of !== undefined && of > count && (
            <rect className="chart-outline" y={barTop} width={`${width(of)}%`} height={barHeight} rx={3} />
          )}
          <rect className="chart-bar" y={barTop} width={`${width(count)}%`} height={barHeight} rx={3} />
        </g>
      ))}
    </svg>
  );
}
