import type { OpenWorld } from '../types.ts';
import type { Persona } from './persona.ts';
import { createSimulatedWriter } from './simulated-writer.ts';
import { simulatedUser } from './user.ts';

/** How imperfectly the simulated model works, as probabilities. */
export interface Errors {
  /** That it ignores an instruction. */
  readonly obey: number;
  /** That it gets a description wrong. */
  readonly infer: number;
}

/**
 * The free, deterministic world: one user for each persona, with `rounds` mails to write, and a writer
 * that stands in for a model. Nobody judges. Throws where two personas have the same name.
 */
export function openScriptedWorld(options: {
  readonly personas: readonly Persona[];
  readonly rounds: number;
  readonly errors: Errors;
}): OpenWorld {
  const { personas, rounds, errors } = options;
  const byName = new Map(personas.map((persona) => [persona.name, persona]));
  if (byName.size < personas.length) {
    throw new Error('Two personas have the same name; give each its own.');
  }
  return async (seed) => ({
    name: 'scripted',
    users: personas.map((persona) => simulatedUser(persona, seed, rounds)),
    writer({ name }) {
      const persona = byName.get(name);
      if (!persona) throw new Error(`There is no persona “${name}” in this world.`);
      return createSimulatedWriter({
        seed,
        obeyError: errors.obey,
        inferError: errors.infer,
        name: persona.user,
      });
    },
    judge: null,
  });
}
