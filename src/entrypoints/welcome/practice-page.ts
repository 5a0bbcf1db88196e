import { panelPart } from '../content/panel-part.ts';

/** What the stub hears in pages of others. */
const heard = ['focusin', 'click', 'keydown', 'submit', 'blur'];

/**
 * Makes this page one that Penchant works in. No content script runs in pages of ours, so the same code is
 * loaded here, with everything that the stub and the background would have put beside it.
 */
export async function practiseHere(): Promise<void> {
  document.body.dataset['practiceMailbox'] = '';
  const leaving = new AbortController();
  globalThis.penchantHook = {
    onEvent: null,
    focusedAt: 0,
    panelPart,
    alive: () => true,
    leave: () => leaving.abort(),
  };
  for (const type of heard) {
    window.addEventListener(
      type,
      (event) => {
        if (type === 'blur' && event.target !== window) return;
        globalThis.penchantHook?.onEvent?.(event);
      },
      { capture: true, signal: leaving.signal },
    );
  }
  await import('../content/index.ts');
}
