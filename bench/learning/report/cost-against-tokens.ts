import { axisX, axisY, dot, link, ruleX, ruleY, text } from '@observablehq/plot';
import type { AgentFigures } from '../figures/figures.ts';
import { colourOf } from './colours.ts';
import { across, down, labelWidth, picture, valueAt } from './picture.ts';
import { placeLabels } from './place-labels.ts';

/** Pixels between a point and its label. */
const labelDistance = 8;
const pointRadius = 4;

/** What each agent saves and what it takes, as SVG: words changed in all against tokens a round. */
export function costAgainstTokens(figures: readonly AgentFigures[]): Promise<string> {
  const mostTokens = Math.max(1, ...figures.map(({ tokensPerRound }) => tokensPerRound));
  const mostCost = Math.max(1, ...figures.map(({ cost }) => cost.mean));
  const heights = placeLabels(
    figures.map(({ name, tokensPerRound, cost }) => ({
      x: across(tokensPerRound, mostTokens) + labelDistance,
      y: down(cost.mean, mostCost),
      width: labelWidth(name),
    })),
    figures.map(({ tokensPerRound, cost }) => ({
      x: across(tokensPerRound, mostTokens) - pointRadius,
      y: down(cost.mean, mostCost),
      width: 2 * pointRadius,
    })),
  );
  return picture('Words changed in all, against tokens a mail, by agent', {
    x: { domain: [0, mostTokens] },
    y: { domain: [0, mostCost] },
    marks: [
      axisX({ label: 'tokens a mail, all calls', labelAnchor: 'center', tickSize: 0 }),
      axisY({ label: 'words changed in all', tickSize: 0 }),
      ruleX([0], { strokeOpacity: 0.4 }),
      ruleY([0], { strokeOpacity: 0.4 }),
      ...figures.flatMap((agent, place) => {
        const height = valueAt(heights[place] ?? 0, mostCost);
        const colour = colourOf(place);
        const { name, tokensPerRound, cost } = agent;
        return [
          link([agent], {
            x1: tokensPerRound,
            y1: cost.mean,
            x2: tokensPerRound,
            y2: height,
            stroke: colour,
            strokeOpacity: 0.5,
          }),
          dot([agent], { x: tokensPerRound, y: cost.mean, r: pointRadius, fill: colour }),
          text([agent], {
            x: tokensPerRound,
            y: height,
            dx: labelDistance,
            text: [name],
            fill: colour,
            textAnchor: 'start',
            fontWeight: name === 'penchant' ? 'bold' : 'normal',
          }),
        ];
      }),
    ],
  });
}
