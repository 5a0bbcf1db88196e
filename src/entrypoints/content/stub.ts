import type { Envelope, Reply } from '../../protocol/messages.ts';
import type { Hook } from './hook.ts';

/*
 * The one thing that runs in every page of a site that is switched on, before the page's own scripts:
 * a few listeners, no observer, no timer. It asks for the rest when somebody goes to write, and hands
 * the rest what it hears: a page that stops an event at the window cannot hide it from us.
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

/** Whether text is written in `element`: an editor of its own, or a frame of this page that is one. */
function isEditor(element: EventTarget | null | undefined): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable) return true;
  if (!(element instanceof HTMLIFrameElement)) return false;
  // `null` for a frame of another site: that one is none of our business.
  const inside = element.contentDocument;
  return inside?.designMode === 'on' || inside?.body?.isContentEditable === true;
}

function listen(): Hook {
  const leaving = new AbortController();
  const hook: Hook = { onEvent: null, alive, leave: () => leaving.abort() };
  let asked = false;

  const ask = (element: EventTarget | null | undefined): void => {
    if (asked || !isEditor(element)) return;
    const askAgain = (): void => {
      asked = false;
    };
    asked = true;
    runtime()
      ?.sendMessage({ to: 'background', name: 'compose.seen', request: {} })
      // The background may have been stopped in the middle: the next focus asks it again.
      .then((reply) => reply?.ok || askAgain(), askAgain);
  };

  const hear = (event: Event): void => {
    if (hook.onEvent) hook.onEvent(event);
    else if (!alive()) hook.leave();
    else if (event.type === 'focusin') ask(event.composedPath()[0]);
    // The focus went into a frame; Firefox says which one only once this event is over.
    else if (event.type === 'blur') requestAnimationFrame(() => ask(document.activeElement));
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
  // In a tab that was open before we came, somebody may be writing already.
  ask(document.activeElement);
  return hook;
}

if (!globalThis.penchantHook?.alive()) {
  globalThis.penchantHook?.leave();
  globalThis.penchantHook = listen();
}
