import { t } from './text.ts';

/** Chrome only: Firefox's background is a page itself and needs no other. */
const page = 'offscreen.html';
let opening: Promise<void> | null = null;

/**
 * Opens our one offscreen page unless it is open; done when it has loaded. Chrome refuses a second
 * page, also one that is asked for while the first is on its way, so callers at once share the wait.
 */
export function ensureOffscreen(): Promise<void> {
  opening ??= open().finally(() => {
    opening = null;
  });
  return opening;
}

/** Closes it, and gives back what it holds in memory; does nothing while none is open. */
export async function closeOffscreen(): Promise<void> {
  if (await isOpen()) await chrome.offscreen.closeDocument();
}

async function open(): Promise<void> {
  if (await isOpen()) return;
  await chrome.offscreen.createDocument({
    url: page,
    // The only reason whose page has no time limit and outlives the background worker.
    reasons: [chrome.offscreen.Reason.WORKERS],
    justification: t('encoder_offscreen_reason'),
  });
}

async function isOpen(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
    documentUrls: [chrome.runtime.getURL(page)],
  });
  return contexts.length > 0;
}
