import { Fault } from '../learning/fault.ts';

/** Whatever the database threw as a `Fault`: `storage-full`, or `storage-failed` with the reason. */
export function storageFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  if (!(thrown instanceof Error)) {
    return new Fault('storage-failed', String(thrown), { cause: thrown });
  }
  // Browsers disagree on whether it is a DOMException or a class of its own; the name is the same.
  if (thrown.name === 'QuotaExceededError') return new Fault('storage-full', '', { cause: thrown });
  return new Fault('storage-failed', thrown.message || thrown.name, { cause: thrown });
}
