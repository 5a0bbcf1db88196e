import type { Agent, Tools } from '../types.ts';
import { createTold } from './told.ts';

/** Writes as if it had never seen this user. */
export function createNoLearning(tools: Tools): Agent {
  return createTold(tools, () => null);
}
