import type { Compose } from './types.ts';

/**
 * Calls `look` when a compose box may have left, been hidden or been answered, until `signal`. For
 * `closelyMs` the whole page is watched: dialogs and notices come before the box. After that only the
 * size of the box, which costs nothing while it stands there: an upload may take minutes.
 */
export function watchForProof(
  compose: Compose,
  closelyMs: number,
  look: () => void,
  signal: AbortSignal,
): void {
  const close = new MutationObserver(look);
  close.observe(compose.root.ownerDocument, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden'],
  });
  let watched: Element | null = null;
  const watchSize = (): void => {
    const { root } = compose;
    if (root === watched) return;
    // The page built the box anew.
    size.disconnect();
    size.observe(root);
    watched = root;
  };
  const size = new ResizeObserver(() => {
    look();
    if (!signal.aborted) watchSize();
  });
  const timer = setTimeout(() => {
    close.disconnect();
    look();
    if (!signal.aborted) watchSize();
  }, closelyMs);
  signal.addEventListener('abort', () => {
    close.disconnect();
    size.disconnect();
    clearTimeout(timer);
  });
}
