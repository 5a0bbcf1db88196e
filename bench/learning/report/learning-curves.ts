import { areaY, axisX, axisY, line, link, ruleY, text } from '@observablehq/plot';
import { grouped } from '../figures/grouped.ts';
import type { Run } from '../types.ts';
import { colourOf } from './colours.ts';
import { type CurvePoint, curveOf } from './curve.ts';
import { across, down, labelWidth, picture, valueAt } from './picture.ts';
import { placeLabels } from './place-labels.ts';

interface Curve {
  readonly agent: string;
  readonly colour: string;
  readonly points: readonly CurvePoint[];
}

/** Pixels between the end of a line and its label. */
const labelDistance = 14;

/**
 * The learning curves of all agents as SVG: words changed in a mail over rounds, smoothed over five, in
 * a band of one standard error over users and seeds, each line with its name at the end.
 */
export function learningCurves(runs: readonly Run[]): Promise<string> {
  const curves = [...grouped(runs, ({ agent }) => agent)].map(([agent, own], place): Curve => {
    return { agent, colour: colourOf(place), points: curveOf(own) };
  });
  const points = curves.flatMap((curve) => curve.points);
  const lastRound = Math.max(2, ...points.map(({ round }) => round));
  const most = Math.max(1, ...points.map(({ cost, error }) => cost + error));
  return picture('Words changed in a mail, over the mails written, by agent', {
    x: { domain: [0, lastRound] },
    y: { domain: [0, most] },
    marks: [
      axisX({ label: 'mails written', labelAnchor: 'center', tickSize: 0 }),
      axisY({ label: 'words changed in a mail', tickSize: 0 }),
      ruleY([0], { strokeOpacity: 0.4 }),
      ...curves.map(({ points: own, colour }) =>
        areaY(own, {
          x: 'round',
          y1: ({ cost, error }) => Math.max(0, cost - error),
          y2: ({ cost, error }) => cost + error,
          fill: colour,
          fillOpacity: 0.08,
        }),
      ),
      ...curves.map(({ agent, points: own, colour }) =>
        line(own, {
          x: 'round',
          y: 'cost',
          stroke: colour,
          strokeWidth: agent === 'penchant' ? 3 : 1.5,
        }),
      ),
      ...labels(curves, lastRound, most),
    ],
  });
}

function labels(curves: readonly Curve[], lastRound: number, most: number) {
  const ends = curves.flatMap(({ agent, colour, points }) => {
    const end = points.at(-1);
    return end ? [{ agent, colour, end }] : [];
  });
  const heights = placeLabels(
    ends.map(({ agent, end }) => ({
      x: across(lastRound, lastRound),
      y: down(end.cost, most),
      width: labelWidth(agent),
    })),
  );
  return ends.flatMap(({ agent, colour, end }, index) => {
    const height = valueAt(heights[index] ?? 0, most);
    const start = lastRound + (labelDistance * lastRound) / across(lastRound, lastRound);
    return [
      link([end], {
        x1: 'round',
        y1: 'cost',
        x2: start,
        y2: height,
        stroke: colour,
        strokeOpacity: 0.5,
      }),
      text([end], {
        x: start,
        y: height,
        dx: 3,
        text: [agent],
        fill: colour,
        textAnchor: 'start',
        fontWeight: agent === 'penchant' ? 'bold' : 'normal',
      }),
    ];
  });
}
