import type { Browser } from 'webextension-polyfill';

// Neither of the two is known to TypeScript by the one type that we use for both.
const { browser: ofFirefox, chrome: ofChrome } = globalThis as unknown as {
  readonly browser?: Browser;
  readonly chrome: Browser;
};

/**
 * Stands for webextension-polyfill in what is put into pages, where its code is too large to be loaded
 * wherever somebody writes (`vite.config.ts`). Chrome's own answers with promises too since manifest
 * version 3; what is left between the two is how messages are answered, see `onMessage`.
 */
export default ofFirefox ?? ofChrome;
