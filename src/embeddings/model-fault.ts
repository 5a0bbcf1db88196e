import { asFault, Fault } from '../learning/fault.ts';

/** What browsers, WebAssembly and graphics drivers say when there is no more memory. */
const noMemory =
  /out of memory|bad_alloc|allocation failed|failed to allocate|device (?:was )?lost/i;

/** Why a model on this machine failed: `model-too-large` where memory ran out, or else `model-failed`. */
export function modelFault(thrown: unknown): Fault {
  const fault = asFault(thrown, 'model-failed');
  if (fault.code !== 'model-failed' || !noMemory.test(fault.detail)) return fault;
  return new Fault('model-too-large', '', { cause: thrown });
}
