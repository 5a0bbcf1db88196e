import type { Browser } from 'webextension-polyfill';

// Neither of the two is known to TypeScript by the one type that we use for both.
const { browser: ofFirefox, chrome: ofChrome } = globalThis as unknown as {
  readonly browser?: Browser;
  readonly chrome: Browser;
};

/**
 * The browser's own API with the types of webextension-polyfill, and without its code, which would be
 * loaded into every page that somebody writes in. Chrome's answers with promises too since manifest
 * version 3; what is left between the two is how messages are answered, see `onMessage`.
 */
export const browser: Browser = ofFirefox ?? ofChrome;
