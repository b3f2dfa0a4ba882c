import { scaleLinear, scaleUtc } from "d3-scale";

interface LineChartProps {
  label: string;
  /** In the order of their days. */
  points: readonly { day: Date; count: number; said: string }[];
  /** Under the ends of the line. */
  from: string;
  to: string;
}

const height = 180;
const top = 28;
const bottom = 28;

/** A line of counts over days; each point says its number to those who point at it or hear the page. */
export function LineChart({ label, points, from, to }: LineChartProps) {
  const days = points.map(({ day }) => day);
  const x = scaleUtc([days[0] ?? new Date(), days.at(-1) ?? new Date()], [3, 97]);
  const y = scaleLinear([0, Math.max(1, ...points.map(({ count }) => count))], [height - bottom, top]);
  return (
    <svg className="chart" role="img" aria-label={label} width="100%" height={height}>
      <line className="chart-axis" x1="3%" x2="97%" y1={height - bottom} y2={height - bottom} />
      {points.slice(1).map((point, index) => {
        const before = points[index] as (typeof points)[number];
        return (
          <line
            key={point.day.toISOString()}
            className="chart-line"
            x1={`${x(before.day)}%`}
            y1={y(before.count)}
            x2={`${x(point.day)}%`}
            y2={y(point.count)}
          />
        );
      })}
      {points.map(({ day, count, said }) => (
        <circle key={day.toISOString()} className="chart-bar" cx={`${x(day)}%`} cy={y(count)} r={5}>
          <title>{said}</title>
        </circle>
      ))}
      <text className="chart-soft" x="3%" y={height - 8}>
        {from}
      </text>
      <text className="chart-soft" x="97%" y={height - 8} textAnchor="end">
        {to}
      </text>
      <text className="chart-strong" x="97%" y={16} textAnchor="end">
        {points.at(-1)?.said}
      </text>
    </svg>
  );
}
