import { onEditorEvents } from './editor-events.ts';
import type { Compose } from './types.ts';

/*
 *             send, schedule          gone, or the page is left
 *   EDITING ─────────────────▶ PENDING ─────────────────────────▶ SENT
 *    │   ▲                      (text)
 *    │   │   blocked, 10 s        │
 *    │   └────────────────────────┘
 *    │
 *    │        discard                      gone
 *    ├─────────────────▶ LEAVING ─────────────────────────────▶ DISCARDED
 *    │   ▲   blocked, 10 s │
 *    │   └─────────────────┘
 *    │
 *    └─▶ CLOSED   the box left without being asked to, or the watch was ended: nothing is told
 *
 * Only what the page does afterwards proves a send: a click alone may end in a question or an error.
 */

/** What a watch tells. Texts are canonical, without quote and signature, as they were when asked for. */
export interface SendListener {
  /** Somebody asked for the message to be sent; it may come to nothing. */
  onPending(finalText: string): void;
  onSent(finalText: string, outcome: 'sent' | 'scheduled'): void;
  onDiscarded(): void;
}

export interface SendWatch {
  /** Every click, key and submit of the page, as early as possible: a page can stop them. */
  handleEvent(event: Event): void;
}

/** A page that has not let go of a message after this time did not send it. */
const patienceMs = 10_000;

interface Asked {
  readonly outcome: 'sent' | 'scheduled' | 'discarded';
  readonly text: string;
  /** Whether a person asked; what a script asked for needs better proof. */
  readonly trusted: boolean;
  readonly ended: AbortController;
}

/** Watches one compose box until `signal`, or until its message has gone. `now`: milliseconds. */
export function watchSend(
  compose: Compose,
  options: SendListener & { readonly signal: AbortSignal; readonly now: () => number },
): SendWatch {
  const { signal } = options;
  const handled = new WeakSet<Event>();
  let asked: Asked | null = null;
  let over = false;

  function handleEvent(event: Event): void {
    // The same event may come from the window and from the frame it happened in.
    if (over || signal.aborted || handled.has(event)) return;
    handled.add(event);
    if (isHeldOrComposing(event)) return;
    const intent = compose.intent(event);
    if (!intent) return;
    const outcome = { send: 'sent', schedule: 'scheduled', discard: 'discarded' } as const;
    ask(outcome[intent], event.isTrusted);
  }

  function ask(outcome: Asked['outcome'], trusted: boolean): void {
    // Now, for many editors are emptied in the very task that sends.
    const text = compose.read()?.text ?? '';
    const earlier = asked;
    earlier?.ended.abort();
    const isEmptied = earlier !== null && text === '';
    asked = {
      outcome,
      text: isEmptied ? earlier.text : text,
      trusted: trusted || earlier?.trusted === true,
      ended: new AbortController(),
    };
    // One press of Enter is a key, a click and a submit.
    const isSame = earlier?.outcome === outcome && earlier.text === asked.text;
    if (outcome !== 'discarded' && !isSame) options.onPending(asked.text);
    if (asked && !over) waitForProof(asked);
  }

  function waitForProof({ ended, outcome, trusted }: Asked): void {
    const deadline = options.now() + patienceMs;
    // An error of the try before may still stand there; only a new one says that this one failed.
    let isOld = compose.sight() === 'blocked';
    const look = (): void => {
      const sight = compose.sight();
      isOld &&= sight === 'blocked';
      if (sight === 'gone') conclude();
      else if ((sight === 'blocked' && !isOld) || options.now() >= deadline) stay();
    };
    const page = compose.root.ownerDocument;
    // The whole page, but only for these seconds: boxes leave, are hidden or get a dialog before them.
    const observer = new MutationObserver(look);
    observer.observe(page, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden'],
    });
    const timer = setTimeout(look, patienceMs);
    const stop = (): void => {
      observer.disconnect();
      clearTimeout(timer);
    };
    ended.signal.addEventListener('abort', stop);
    signal.addEventListener('abort', stop, { signal: ended.signal });
    if (outcome === 'discarded' || !trusted) return;
    page.defaultView?.addEventListener('pagehide', conclude, { signal: ended.signal });
  }

  function stay(): void {
    asked?.ended.abort();
    asked = null;
  }

  function conclude(): void {
    if (!asked || over || signal.aborted) return;
    const { outcome, text } = asked;
    over = true;
    stay();
    if (outcome === 'discarded') options.onDiscarded();
    else options.onSent(text, outcome);
  }

  onEditorEvents(compose, ['keydown'], handleEvent, signal);
  return { handleEvent };
}

function isHeldOrComposing(event: Event): boolean {
  if (!(event.type === 'keydown')) return false;
  const { repeat, isComposing, keyCode } = event as KeyboardEvent;
  return repeat || isComposing || keyCode === 229;
}
