import { browser } from './extension.ts';

/**
 * `storage.local` as a place for named values. Closed to content scripts where the browser can do that
 * (Chrome; Firefox has it for `storage.session` only), so what is put here is sealed, and the key to it
 * opens nothing else that a page could reach.
 */
export const shelf = {
  read: async (names?: readonly string[]): Promise<Record<string, unknown>> => {
    await closed;
    return browser.storage.local.get(names ? [...names] : null);
  },
  write: async (values: Record<string, unknown>): Promise<void> => {
    await closed;
    await browser.storage.local.set(values);
  },
  remove: (names: readonly string[]): Promise<void> => browser.storage.local.remove([...names]),
  clear: (): Promise<void> => browser.storage.local.clear(),
};

/** Stands before the first value is put there. */
const closed: Promise<void> = close();

async function close(): Promise<void> {
  if (__BROWSER__ !== 'chrome') return;
  await chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
