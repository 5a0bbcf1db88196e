import { browser } from './extension.ts';

/** Chrome ends a worker that was idle for 30 s; any API call starts that time anew. */
const everyMs = 20_000;

/**
 * Keeps the background alive while `work` runs. A stream from a model can be silent for longer than
 * the browser's patience, and an open port alone does not count as being busy.
 */
export async function whileBusy<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), everyMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
