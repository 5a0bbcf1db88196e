import { askFirst } from '../../ui/preferences/ask-first.ts';

// A script of its own, small and first in the page: the answer is on its way while the page's code is read.
globalThis.penchantAsked = askFirst();
// Whoever shows it tells why it failed.
globalThis.penchantAsked.catch(() => undefined);
