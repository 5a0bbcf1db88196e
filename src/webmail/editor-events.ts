import type { Compose } from './types.ts';

/**
 * Hears events in a compose box before the page does, in its editor's frame too: those never leave a
 * frame. A frame that is loaded or written anew has lost its listeners, so it gets them again.
 */
export function onEditorEvents(
  compose: Compose,
  types: readonly string[],
  hear: (event: Event) => void,
  signal: AbortSignal,
): void {
  const { root } = compose;
  const listen = (target: EventTarget): void => {
    for (const type of types) target.addEventListener(type, hear, { capture: true, signal });
  };
  const listenInFrame = (): void => {
    const inner = compose.editor()?.document;
    if (inner && inner !== root.ownerDocument) listen(inner);
  };
  listen(root);
  listenInFrame();
  // `load` does not bubble, but it can be heard on its way down.
  root.addEventListener('load', listenInFrame, { capture: true, signal });
}
