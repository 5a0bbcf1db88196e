import type { BenchOptions } from '../bench-options.ts';
import type { Outcome } from './outcome.ts';

/**
 * The figures as JSON: what was played, what came out for each agent, and what is missing from it.
 * `heldOut` and `drawn` are there only where such users were played.
 */
export function figuresFile(
  { world, models, encoder, rounds, seeds, drawn: { seed } }: BenchOptions,
  { figures, heldOut, drawn, missing, remarks }: Outcome,
): string {
  const file = {
    world,
    model: models.agentModel ?? models.kind,
    encoder,
    rounds,
    seeds,
    agents: figures,
    ...(heldOut.length > 0 ? { heldOut: { agents: heldOut } } : {}),
    ...(drawn.figures.length > 0 ? { drawn: { seed, agents: drawn.figures } } : {}),
    missing,
    remarks,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
