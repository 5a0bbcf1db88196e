import { onEditorEvents } from './editor-events.ts';
import { isComposing, isModifier, isRepeated } from './keys.ts';
import { watchForProof } from './proof-watch.ts';
import type { Compose } from './types.ts';
import { isVisible } from './visible.ts';

/*
 *             send, schedule             gone by itself
 *   EDITING ─────────────────▶ PENDING ─────────────────────────▶ SENT, SCHEDULED
 *    │   ▲                      (text)
 *    │   │   blocked, the user     │
 *    │   │   goes on in the box    │   left by the user's own click, by
 *    │   └─────────────────────────┤   Back, or for a log-in
 *    │                             └────────────────────────────▶ UNKNOWN
 *    │        discard                      gone
 *    ├─────────────────▶ LEAVING ───────────────────────────────▶ DISCARDED
 *    │   ▲   blocked, 10 s │
 *    │   └─────────────────┘
 *    │
 *    └─▶ CLOSED   the box left without being asked to, or the watch was ended
 *
 * Only what the page does afterwards proves a send: a click alone may end in a question or an error.
 * Of a message that is closed or unknown nothing is told, so nothing is learned: it may be opened again.
 */

/** What a watch tells. Texts are canonical, without quote and signature, as they were when asked for. */
export interface SendListener {
  /** Somebody asked for the message to be sent; it may come to nothing. */
  onPending(finalText: string): void;
  /** `proof`: the compose box left, or the page was left together with it. */
  onSent(finalText: string, outcome: 'sent' | 'scheduled', proof: 'box' | 'page'): void;
  onDiscarded(): void;
}

export interface SendWatch {
  /** Every click, key and submit of the page, as early as possible: a page can stop them. */
  handleEvent(event: Event): void;
  /** Whether a send was asked for and neither proven nor taken back. */
  isPending(): boolean;
}

/** How long a page is watched closely; a slower send is still seen, a slower discard is not. */
const patienceMs = 10_000;
/** What leaves so soon after a click elsewhere left because of it. */
const ownDoingMs = 500;

const outcomes = { send: 'sent', schedule: 'scheduled', discard: 'discarded' } as const;

interface Asked {
  readonly outcome: 'sent' | 'scheduled' | 'discarded';
  readonly text: string;
  /** Whether a person asked; what a script asked for needs better proof. */
  readonly trusted: boolean;
  readonly at: number;
  /** The form's own event, where one is submitted. */
  readonly submit: Event | null;
  readonly hadLogin: boolean;
  /** When the user last did something that may itself take the box away. */
  elsewhereAt: number;
  readonly ended: AbortController;
}

/** Watches one compose box until `signal`, or until its message has gone. `now`: milliseconds. */
export function watchSend(
  compose: Compose,
  options: SendListener & { readonly signal: AbortSignal; readonly now: () => number },
): SendWatch {
  const { signal, now } = options;
  const handled = new WeakSet<Event>();
  let asked: Asked | null = null;
  let over = false;

  function handleEvent(event: Event): void {
    // The same event may come from the window and from the frame it happened in.
    if (over || signal.aborted || handled.has(event)) return;
    handled.add(event);
    if (isRepeated(event)) return;
    const intent = isComposing(event) ? null : compose.intent(event);
    if (intent) ask(outcomes[intent], event);
    else if (asked && event.isTrusted && !isModifier(event)) goOn(asked, event);
  }

  function ask(outcome: Asked['outcome'], event: Event): void {
    // Now, for many editors are emptied in the very task that sends.
    const text = compose.read()?.text ?? '';
    const earlier = asked;
    earlier?.ended.abort();
    const isEmptied = earlier !== null && text === '';
    asked = {
      outcome,
      text: isEmptied ? earlier.text : text,
      trusted: event.isTrusted || earlier?.trusted === true,
      at: now(),
      submit: event.type === 'submit' ? event : null,
      hadLogin: asksForPassword(),
      elsewhereAt: Number.NEGATIVE_INFINITY,
      ended: new AbortController(),
    };
    // One press of Enter is a key, a click and a submit.
    const isSame = earlier?.outcome === outcome && earlier.text === asked.text;
    if (outcome !== 'discarded' && !isSame) options.onPending(asked.text);
    if (asked && !over) waitForProof(asked);
  }

  /** Somebody who goes on in the box knows that it was not sent; elsewhere it may be a way out of it. */
  function goOn(pending: Asked, event: Event): void {
    const path = event.composedPath().filter(isElement);
    const box = compose.root;
    const frame = path[0]?.ownerDocument.defaultView?.frameElement;
    const isInside = path.includes(box) || (frame != null && box.contains(frame));
    const upToBox = isInside && path.includes(box) ? path.slice(0, path.indexOf(box)) : path;
    // An answer to what the page asks back.
    if (upToBox.some((element) => element.matches(dialog))) return;
    if (isInside) stay();
    else if (event.type === 'click' && !path.some((element) => element.matches(textField))) {
      pending.elsewhereAt = now();
    }
  }

  function waitForProof(pending: Asked): void {
    const { ended, outcome, at } = pending;
    // An error of the try before may still stand there; only a new one says that this one failed.
    let isOld = compose.sight() === 'blocked';
    const look = (): void => {
      const sight = compose.sight();
      isOld &&= sight === 'blocked';
      if (sight === 'gone') conclude(pending, 'box');
      else if (sight === 'blocked' && !isOld) stay();
      else if (outcome === 'discarded' && now() - at >= patienceMs) stay();
    };
    const until = AbortSignal.any([ended.signal, signal]);
    watchForProof(compose, patienceMs, look, until);
    const view = compose.root.ownerDocument.defaultView;
    // Before the page's own listeners: what those change is looked at as soon as each has run.
    const options = { capture: true, signal: until };
    // Not `popstate`, which a page that shows its next address by script gives as well.
    view?.navigation?.addEventListener(
      'navigate',
      ({ navigationType }) => {
        if (navigationType === 'traverse') pending.elsewhereAt = now();
      },
      options,
    );
    view?.addEventListener('pagehide', () => leavePage(pending), options);
  }

  /**
   * A closed tab looks the same: only a form, or a webmail that leaves its page to send, speaks for it; who
   * hears of it has yet to look at the page that follows.
   */
  function leavePage(pending: Asked): void {
    const { outcome, trusted, at, submit } = pending;
    const isForm = submit !== null && !submit.defaultPrevented;
    const isProof = trusted && (isForm || compose.leavesPage) && now() - at < patienceMs;
    if (outcome !== 'discarded' && isProof) conclude(pending, 'page');
  }

  function stay(): void {
    asked?.ended.abort();
    asked = null;
  }

  function conclude(pending: Asked, proof: 'box' | 'page'): void {
    if (pending !== asked || over || signal.aborted) return;
    const { outcome, text, hadLogin, elsewhereAt } = pending;
    stay();
    if (outcome !== 'discarded') {
      if (now() - elsewhereAt < ownDoingMs) return;
      // The session has ended: a log-in stands where the box was.
      if (!hadLogin && asksForPassword()) return;
    }
    over = true;
    if (outcome === 'discarded') options.onDiscarded();
    else options.onSent(text, outcome, proof);
  }

  function asksForPassword(): boolean {
    const fields =
      compose.root.ownerDocument.querySelectorAll<HTMLElement>('input[type="password"]');
    return [...fields].some(isVisible);
  }

  onEditorEvents(compose, ['keydown'], handleEvent, signal);
  return { handleEvent, isPending: () => asked !== null && asked.outcome !== 'discarded' };
}

const dialog = 'dialog, [role="dialog"], [role="alertdialog"]';
const textField = 'textarea, input, [contenteditable]:not([contenteditable="false"])';

// By its fields, not by `instanceof`: what comes from a frame has classes of its own.
const isElement = (target: EventTarget): target is Element => 'localName' in target;
