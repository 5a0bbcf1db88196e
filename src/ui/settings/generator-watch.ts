import { call } from '../../browser/call.ts';
import type { GeneratorState } from '../../protocol/generator-messages.ts';
import { createStateWatch, type StateWatch } from './state-watch.ts';

/** The small models' state as a page shows it. */
export function createGeneratorWatch(): StateWatch<GeneratorState> {
  return createStateWatch(
    async () => (await call('generator.read', {})).state,
    ({ fetching }) => fetching !== null,
  );
}
