import type { Page } from 'playwright-core';

/** As text: a benchmark runs it too, and what runs benchmarks names functions in a way no page knows. */
const scrollToTheEnd = `(async () => {
  let most = 0;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const end = () => document.documentElement.scrollHeight - innerHeight;
  // Two pages at a time.
  while (scrollY < end() - 2) {
    scrollBy(0, innerHeight * 2);
    await frame();
    await frame();
    most = Math.max(most, document.querySelectorAll('.episode').length);
  }
  return most;
})()`;

/** Scrolls the history to its end, faster than anybody reads; answers how many rows it held at most. */
export const mostRowsWhileScrolling = (page: Page): Promise<number> =>
  page.evaluate<number>(scrollToTheEnd);
