import type { Agent, Tools } from '../types.ts';
import { createTold } from './told.ts';

const goodStyle =
  'Clear, friendly and to the point, in plain words, with no more said than is needed.';

/** A control: advice that anybody could give. What beats no learning only this much has learned nothing. */
export function createGenericStyle(tools: Tools): Agent {
  return createTold(tools, () => goodStyle);
}
