/** Where Node keeps what sends its requests; packages that replace it rely on the same name. */
const dispatcher = Symbol.for('undici.globalDispatcher.1');

/**
 * Lets `fetch` wait as long as we do. Node's gives up after five minutes without headers or between
 * two pieces, whatever our own timeout says, and a large model on a small machine takes longer.
 */
export async function bePatient(): Promise<void> {
  // It is made at the first request; this one leaves nothing.
  await fetch('data:,');
  const current: unknown = Reflect.get(globalThis, dispatcher);
  if (typeof current !== 'object' || current === null) return;
  const patient: unknown = Reflect.construct(current.constructor, [
    { headersTimeout: 0, bodyTimeout: 0 },
  ]);
  Reflect.set(globalThis, dispatcher, patient);
}
