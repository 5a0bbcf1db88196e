import type { Agent, Tools } from '../types.ts';
import { createTold } from './told.ts';

/** Knows all that the user wants: nobody who has to learn it can do better with this writer. */
export function createOracle(tools: Tools): Agent {
  return createTold(tools, ({ wanted }) => wanted);
}
