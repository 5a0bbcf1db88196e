import { onEditorEvents } from './editor-events.ts';
import type { Compose } from './types.ts';

/** What happened to a text since the watch began. */
export interface Edits {
  /** The user changed something with their own hands. */
  readonly touched: boolean;
  /** Since they last did, something changed that no action of theirs explains. */
  readonly programmatic: boolean;
}

/** How long after a key an editor's own tidying is still part of it. */
const actionMs = 100;

/**
 * Watches whose hands change the text of a compose box, until `signal`. Only trusted typing, pasting,
 * dropping and composing count as the user's: scripts of the page and of other extensions give
 * trusted `input` events too, but none before them. Per key only a bit is set; the text is read when
 * the browser is idle, and once more when the user asks to send, so that a change without any event is
 * seen as well.
 */
export function watchEdits(compose: Compose, signal: AbortSignal): Edits {
  const edits = { touched: false, programmatic: false };
  let seen = compose.read()?.text ?? '';
  let unread = false;
  let lastAction = Number.NEGATIVE_INFINITY;
  let sending = false;

  const compare = (): void => {
    const text = compose.read()?.text ?? '';
    // The user's last keys are in it, or the page has cleared it after a send.
    if (!unread && text !== '' && text !== seen) edits.programmatic = true;
    seen = text;
    unread = false;
  };
  const readWhenIdle = (): void => {
    if (unread) return;
    unread = true;
    whenIdle(() => {
      if (unread && !signal.aborted) compare();
    });
  };
  const act = (event: Event): void => {
    lastAction = event.timeStamp;
    sending = false;
    // What changed before this key, unseen, was not the user's; from here on they have seen it.
    if (!unread) compare();
    edits.programmatic = false;
    edits.touched = true;
    readWhenIdle();
  };

  onEditorEvents(
    compose,
    ['beforeinput', 'input', 'paste', 'drop', 'compositionend', 'keydown', 'click', 'submit'],
    (event) => {
      if (event.isTrusted && compose.intent(event)) {
        compare();
        sending = true;
      } else if (event.isTrusted && isAction(event) && isInEditor(event, compose)) act(event);
      else if (event.type === 'input' && isInEditor(event, compose)) {
        const explained = event.isTrusted && event.timeStamp - lastAction < actionMs;
        if (explained) readWhenIdle();
        else if (!sending) edits.programmatic = true;
      }
    },
    signal,
  );
  return edits;
}

/** Whether an event is somebody changing a text. Some editors handle Enter or undo at the key itself. */
function isAction(event: Event): boolean {
  if (event.type === 'click' || event.type === 'submit' || event.type === 'input') return false;
  if (!('key' in event) || typeof event.key !== 'string') return true;
  const isChord = ('ctrlKey' in event && event.ctrlKey) || ('metaKey' in event && event.metaKey);
  if (isChord) return /^[zy]$/i.test(event.key);
  return event.key.length === 1 || /^(?:Enter|Backspace|Delete|Tab)$/.test(event.key);
}

function isInEditor(event: Event, compose: Compose): boolean {
  const target = event.composedPath()[0];
  return isNode(target) && compose.editor()?.element.contains(target) === true;
}

const isNode = (target: EventTarget | undefined): target is Node =>
  target !== undefined && 'nodeType' in target;

function whenIdle(run: () => void): void {
  requestIdleCallback(run, { timeout: 2_000 });
}
