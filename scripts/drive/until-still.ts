import type { Tab } from './tab.ts';

/** Nothing that a page of ours waits for takes longer. */
const quietMs = 200;

/** Resolves once nothing in the page has changed for 200 ms: what it asked for has come and is shown. */
export function untilStill(page: Tab): Promise<void> {
  return page.evaluate(
    (ms) =>
      new Promise<void>((done) => {
        let last = setTimeout(done, ms);
        new MutationObserver(() => {
          clearTimeout(last);
          last = setTimeout(done, ms);
        }).observe(document, { subtree: true, childList: true, attributes: true });
      }),
    quietMs,
  );
}
