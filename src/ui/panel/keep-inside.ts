/** Everything that typing and focusing makes, and that bubbles out of a shadow tree. */
const kinds = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'focusin',
  'focusout',
];

/** What a press of the pointer makes; our own buttons need it, the page does not. */
const presses = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];

/**
 * Keeps what is done in our panel from the page: its shortcuts would fire, its focus traps would pull
 * the focus back, and it could read the notes along. Typing works all the same, for it is what the
 * browser does after the event, stopped or not. `onKey` gets every key, since nothing inside the panel
 * does; it answers whether the key was used up.
 */
export function keepInside(
  host: HTMLElement,
  root: ShadowRoot,
  onKey: (event: KeyboardEvent) => boolean,
  signal: AbortSignal,
): (event: Event) => boolean {
  /** Answers whether the event was ours. Stops only what a listener on the window can stop first. */
  const keep = (event: Event): boolean => {
    if (!event.composedPath().includes(host)) return false;
    if (!kinds.includes(event.type)) return true;
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && event.isTrusted && event instanceof KeyboardEvent) {
      if (onKey(event)) event.preventDefault();
    }
    return true;
  };
  const view = host.ownerDocument.defaultView;
  for (const kind of kinds) {
    view?.addEventListener(kind, keep, { capture: true, signal });
  }
  for (const kind of presses) {
    root.addEventListener(kind, (event) => event.stopPropagation(), { signal });
  }
  return keep;
}
