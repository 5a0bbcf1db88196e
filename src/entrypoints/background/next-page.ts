import { browser } from '../../browser/extension.ts';
import type { Frame } from './tell-learned.ts';

/** Milliseconds before each look: the page may still be on its way, or be the old one for a moment. */
const pauses = [0, 100, 300, 600, 1_000, 2_000, 4_000];

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Whether the page that came after a compose page speaks for its message having gone. It does not where
 * it asks somebody to log in, is an error, or has the text in a field again; nor where nobody can look:
 * its tab was closed, or it is of another site. Resolves after 8 s at the latest.
 */
export async function showsThatItWent(
  { tabId, frameId }: Frame,
  text: string,
  pause: (milliseconds: number) => Promise<void> = wait,
): Promise<boolean> {
  const letters = text.replace(/\s+/g, '');
  for (const milliseconds of pauses) {
    await pause(milliseconds);
    const shown = await lookInto(tabId, frameId, letters);
    if (shown === 'nothing') return true;
    if (shown === 'log-in' || shown === 'error') return false;
  }
  return false;
}

async function lookInto(tabId: number, frameId: number, letters: string): Promise<unknown> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: whatItShows,
      args: [letters],
    });
    return frame?.result;
  } catch {
    // It is just being left, was closed, or we may not run in what it shows now.
    return null;
  }
}

/** Runs in the page, so it must not refer to anything outside itself. */
function whatItShows(letters: string): 'log-in' | 'error' | 'text' | 'nothing' {
  const [arrival] = performance.getEntriesByType('navigation');
  // An entry of this kind has it; TypeScript knows only what all kinds have.
  const { responseStatus = 0 } = (arrival ?? {}) as Partial<PerformanceNavigationTiming>;
  if (responseStatus >= 400) return 'error';
  const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
  const seen = (selector: string): HTMLElement[] =>
    [document, ...frames]
      .flatMap((inside) => [...(inside?.querySelectorAll<HTMLElement>(selector) ?? [])])
      .filter((element) => element.checkVisibility());
  if (seen('input[type="password"], input[autocomplete~="username"]').length > 0) return 'log-in';
  const texts = seen('textarea, [contenteditable]').map((field) =>
    'value' in field ? String(field.value) : (field.textContent ?? ''),
  );
  const isThere = texts.some((held) => held.replace(/\s+/g, '').includes(letters));
  return letters !== '' && isThere ? 'text' : 'nothing';
}
