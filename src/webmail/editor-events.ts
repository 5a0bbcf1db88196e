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
    // One that is there already is not added twice.
    for (const type of types) target.addEventListener(type, hear, { capture: true, signal });
  };
  const listenInFrame = (inner: Document | null | undefined): void => {
    if (inner && inner !== root.ownerDocument) listen(inner);
  };
  listen(root);
  listenInFrame(compose.editor()?.document);
  // `load` does not bubble, but it can be heard on its way down. A frame's editor may come only later.
  root.addEventListener(
    'load',
    ({ target }) => {
      if (isFrame(target)) listenInFrame(target.contentDocument);
    },
    { capture: true, signal },
  );
}

// By its name: the box may stand in a frame itself, and has classes of its own there.
const isFrame = (target: EventTarget | null): target is HTMLIFrameElement =>
  target !== null && 'localName' in target && target.localName === 'iframe';
