import type { Envelope, Reply } from '../../protocol/messages.ts';
import type { Hook } from './hook.ts';

/*
 * The one thing that runs in every page of a site that is switched on, before the page's own scripts:
 * a few listeners, no observer, no timer. It asks for the rest when somebody goes to write, and hands
 * the rest what it hears: a page that stops an event at the window cannot hide it from us.
 *
 * A frame of another site has a stub of its own, where that site is allowed too. A frame of the same
 * site belongs to the page around it, which can reach into it and often holds the rest of the mail.
 */

/** What of the extension API we need; the polyfill alone is larger than this file may be. */
interface Runtime {
  readonly id?: string;
  sendMessage(message: Envelope): Promise<Reply | undefined>;
}

declare const browser: { readonly runtime?: Runtime } | undefined;

const runtime = (): Runtime | undefined =>
  // Chrome's types know callbacks only; its promises are there since manifest version 3.
  (typeof browser === 'undefined' ? (chrome as unknown as { runtime?: Runtime }) : browser).runtime;

const alive = (): boolean => runtime()?.id !== undefined;

// By their fields, not by `instanceof`: what lies in a frame has classes of its own.
const isElement = (target: EventTarget | null | undefined): target is HTMLElement =>
  target != null && 'localName' in target;

/** Whether text is written in `element`. */
const isEditor = (element: EventTarget | null | undefined): boolean =>
  isElement(element) &&
  (element.localName === 'textarea' ||
    element.isContentEditable ||
    element.ownerDocument.designMode === 'on');

const contentOf = (element: Element | null): Document | null =>
  element !== null && 'contentDocument' in element
    ? (element as HTMLIFrameElement).contentDocument
    : null;

function listen(): Hook {
  const leaving = new AbortController();
  const hook: Hook = { onEvent: null, focusedAt: 0, alive, leave: () => leaving.abort() };
  let asked = false;

  const ask = (element: EventTarget | null | undefined): void => {
    if (!isEditor(element)) return;
    hook.focusedAt = Date.now();
    if (asked || hook.onEvent || !alive()) return;
    const askAgain = (): void => {
      asked = false;
    };
    asked = true;
    runtime()
      ?.sendMessage({ to: 'background', name: 'compose.seen', request: {} })
      // The background may have been stopped in the middle: the next focus asks it again.
      .then((reply) => reply?.ok || askAgain(), askAgain);
  };

  const askIn = (event: Event): void => ask(event.composedPath()[0]);

  /** A second time it changes nothing, but after `document.open` it is needed again. */
  const listenInside = ({ defaultView }: Document): void =>
    defaultView?.addEventListener('focusin', askIn, { capture: true, signal: leaving.signal });

  /** For what has the focus; from now on also when it moves inside a frame of this site. */
  const askForFocused = (): void => {
    let element = document.activeElement;
    // `null` for a frame of another site, and for all that is no frame.
    for (let inside = contentOf(element); inside; inside = contentOf(element)) {
      listenInside(inside);
      element = inside.activeElement;
    }
    ask(element);
  };

  const hear = (event: Event): void => {
    hook.onEvent?.(event);
    if (!alive()) hook.leave();
    else if (event.type === 'focusin') askIn(event);
    // The focus went into a frame; Firefox says which one only once this event is over.
    else if (event.type === 'blur') requestAnimationFrame(askForFocused);
  };

  for (const type of ['focusin', 'click', 'keydown', 'submit', 'blur']) {
    window.addEventListener(
      type,
      // A `blur` inside the page is heard as a `focusin` elsewhere; only the window's own tells more.
      (event) => {
        if (type !== 'blur' || event.target === window) hear(event);
      },
      { capture: true, signal: leaving.signal },
    );
  }
  // The focus can go from the page around us into a frame of ours, and we hear nothing of it. `load`
  // does not bubble and never reaches the window, but it can be heard on its way down.
  const listenIfFrame = ({ target }: Event): void => {
    const inside = isElement(target) ? contentOf(target) : null;
    if (inside) listenInside(inside);
  };
  document.addEventListener('load', listenIfFrame, { capture: true, signal: leaving.signal });

  // In a tab that was open before we came, somebody may be writing already.
  askForFocused();
  return hook;
}

if (!window.frameElement && !globalThis.penchantHook?.alive()) {
  globalThis.penchantHook?.leave();
  globalThis.penchantHook = listen();
}
