import { call } from '../../browser/call.ts';
import type { EncoderState } from '../../protocol/messages.ts';
import { createStateWatch, type StateWatch } from './state-watch.ts';

/** The encoder's state as a page shows it. */
export function createEncoderWatch(): StateWatch<EncoderState> {
  return createStateWatch(
    async () => (await call('encoder.read', {})).state,
    ({ model }) => model === 'loading',
  );
}
