import { t } from '../../browser/text.ts';
import { dateText, percentText } from '../format.ts';

interface Value {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Shares, from 0 to 1. */
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
}

const width = 680;
const height = 200;
const inset = { start: 44, end: 8, top: 10, bottom: 24 };

/**
 * One line of shares over mails in order, with a band around it where there is one. At least two values. Its
 * numbers have to stand in a table beside it.
 */
export function LineChart({ name, values }: { name: string; values: readonly Value[] }) {
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return null;
  const top = ceiling(Math.max(...values.map(({ value, upper }) => upper ?? value)));
  const x = (index: number): number =>
    inset.start + (index / (values.length - 1)) * (width - inset.start - inset.end);
  const y = (share: number): number =>
    height - inset.bottom - (share / top) * (height - inset.top - inset.bottom);
  const path = (shares: readonly number[]): string =>
    shares.map((share, index) => `${x(index).toFixed(1)},${y(share).toFixed(1)}`).join(' L');
  const upper = values.map((one) => one.upper ?? one.value);
  const lower = values.map((one) => one.lower ?? one.value);
  const back = lower
    .map((share, index) => `${x(index).toFixed(1)},${y(share).toFixed(1)}`)
    .reverse()
    .join(' L');
  const summary = t(
    'progress_chart_summary',
    percentText(first.value),
    dateText(first.at),
    percentText(last.value),
    dateText(last.at),
  );
  return (
    <figure class="chart">
      <figcaption>{name}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${name}. ${summary}`}>
        {[0, top / 2, top].map((share) => (
          <g key={share}>
            <line
              class="grid"
              x1={inset.start}
              x2={width - inset.end}
              y1={y(share)}
              y2={y(share)}
            />
            <text x={inset.start - 8} y={y(share) + 4} text-anchor="end">
              {percentText(share)}
            </text>
          </g>
        ))}
        {values.some((one) => one.upper !== undefined) && (
          <path class="band" d={`M${path(upper)} L${back} Z`} />
        )}
        <path class="curve" d={`M${path(values.map(({ value }) => value))}`} />
        <circle class="end" cx={x(values.length - 1)} cy={y(last.value)} r="3.5" />
        <text x={inset.start} y={height - 6}>
          {dateText(first.at)}
        </text>
        <text x={width - inset.end} y={height - 6} text-anchor="end">
          {dateText(last.at)}
        </text>
      </svg>
    </figure>
  );
}

/** The next round share above it, so that the highest point is not glued to the edge. */
const ceiling = (share: number): number =>
  [0.1, 0.2, 0.4, 0.6, 0.8].find((round) => share <= round * 0.95) ?? 1;
