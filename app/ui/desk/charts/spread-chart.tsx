import { scaleLinear } from "d3-scale";

export interface Spread {
  key: string;
  word: string;
  /** Right of the word. */
  said: string;
  lowest: number;
  lowerQuarter: number;
  upperQuarter: number;
  highest: number;
  mean: number;
  /** Drawn as a diamond instead of a dot. */
  apart: boolean;
}

interface SpreadChartProps {
  label: string;
  spreads: readonly Spread[];
  /** Ends of the scale. */
  from: number;
  to: number;
  /** Mean of all, drawn through every row. */
  middle: number;
}

const rowHeight = 56;
const lineAt = 36;
const boxHeight = 16;
const footHeight = 20;

/** A line from the lowest to the highest, a box around the middle half, a sign at the mean. */
export function SpreadChart({ label, spreads, from, to, middle }: SpreadChartProps) {
  const at = scaleLinear([from, to], [2, 98]);
  const x = (value: number) => `${at(value)}%`;
  const height = spreads.length * rowHeight;
  return (
    <svg className="chart" role="img" aria-label={label} width="100%" height={height + footHeight}>
      {spreads.map(({ key, word, said, ...spread }, index) => (
        <g key={key} transform={`translate(0 ${index * rowHeight})`}>
          <text y={16}>{word}</text>
          <text x="100%" y={16} textAnchor="end" className={spread.apart ? "chart-strong" : "chart-soft"}>
            {said}
          </text>
          <line className="chart-axis" x1={x(from)} x2={x(to)} y1={lineAt} y2={lineAt} />
          <line className="chart-line" x1={x(spread.lowest)} x2={x(spread.highest)} y1={lineAt} y2={lineAt} />
          <rect
            className="chart-box"
            x={x(spread.lowerQuarter)}
            width={`${at(spread.upperQuarter) - at(spread.lowerQuarter)}%`}
            y={lineAt - boxHeight / 2}
            height={boxHeight}
            rx={3}
          />
          {spread.apart ? (
            <text className="chart-apart" x={x(spread.mean)} y={lineAt + 7} textAnchor="middle">
              ◆
            </text>
          ) : (
            <circle className="chart-bar" cx={x(spread.mean)} cy={lineAt} r={6} />
          )}
        </g>
      ))}
      <line className="chart-middle" x1={x(middle)} x2={x(middle)} y1={22} y2={height} />
      {at.ticks(5).map((tick) => (
        <text key={tick} className="chart-soft" x={x(tick)} y={height + 14} textAnchor="middle">
          {tick}
        </text>
      ))}
    </svg>
  );
}
