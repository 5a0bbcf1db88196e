import { browser } from './extension.ts';

/**
 * `storage.session` as a place for named values: in memory only, never on the disk, outlives the worker
 * and ends with the browser. Content scripts cannot read it unless they are let in, which nobody does.
 */
export const sessionShelf = {
  read: async (name: string): Promise<unknown> => (await browser.storage.session.get(name))[name],
  write: (name: string, value: unknown): Promise<void> =>
    browser.storage.session.set({ [name]: value }),
  remove: (name: string): Promise<void> => browser.storage.session.remove(name),
};
