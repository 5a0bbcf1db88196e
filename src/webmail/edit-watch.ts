import { watchBroughtIn } from './brought-in.ts';
import { letters } from './canonical-text.ts';
import { onEditorEvents } from './editor-events.ts';
import type { Compose } from './types.ts';

/** What happened to a text since the watch began. */
export interface Known {
  /** What the text was before the user first changed it: an editor's own tidying is in it. */
  readonly baseline: string;
  /** The user changed something with their own hands. */
  readonly touched: boolean;
  /**
   * Letters changed that no action of the user's explains. It stays so: what a script and a person
   * wrote into one text cannot be told apart afterwards, and a lesson lost is better than a false one.
   */
  readonly programmatic: boolean;
  /** The text as last read; `null` while the user's last keys are not read yet. */
  readonly seen: string | null;
  /** What was pasted and dropped into it: see `watchBroughtIn`. */
  readonly brought: ReadonlySet<string>;
}

/** It, and what goes on happening. */
export interface Edits extends Known {
  /** Reads the text now, where the box still stands, and answers it as last read. */
  look(): string;
}

interface Options {
  /** What an earlier watch of the same text knew, when its box was built anew. */
  readonly earlier?: Known;
  /** Until then the editor may tidy up what was just inserted. */
  readonly settled?: Promise<void>;
}

/** For so many milliseconds after a key an editor's own tidying is still part of it. */
export const actionMs = 100;

/**
 * Watches whose hands change the text of a compose box, until `signal`. Only trusted typing, pasting,
 * dropping and composing count as the user's, and what their click on a button of the box makes of the
 * text: scripts of the page and of other extensions give trusted `input` events too, but none before
 * them. Per key only a bit is set; the text is read when the browser is idle, before the user's next
 * action, and once more when they ask to send, so that a change without any event is seen as well.
 */
export function watchEdits(
  compose: Compose,
  signal: AbortSignal,
  { earlier, settled }: Options = {},
): Edits {
  const read = (): string => compose.read()?.text ?? '';
  const first = read();
  let isTidying = settled !== undefined;
  let seen = earlier?.seen ?? first;
  let unread = earlier?.seen === null;
  let acting: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  const brought = new Set(earlier?.brought);
  watchBroughtIn(compose, signal, brought);
  const edits = {
    baseline: earlier?.baseline ?? first,
    touched: earlier?.touched ?? false,
    programmatic: earlier?.programmatic ?? false,
    brought,
    get seen() {
      return unread ? null : seen;
    },
    look() {
      if (compose.read()) compare();
      return seen;
    },
  };

  const compare = (): void => {
    const text = read();
    // A page clears a text when it sends it or while it puts another editor in its place: what comes
    // after that is held against what stood there before.
    if (text === '') {
      unread = false;
      return;
    }
    if (text !== seen) {
      if (unread) edits.touched = true;
      else if (isTidying && !edits.touched) edits.baseline = text;
      // The same words may be laid out anew.
      else if (letters(text) !== letters(seen)) edits.programmatic = true;
    }
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
  let editor = compose.editor()?.element;
  const isInEditor = (event: Event): boolean => {
    const target = event.composedPath()[0];
    if (!isNode(target)) return false;
    // Looked for anew only where it is not in the one we know: not at every key.
    if (!editor?.contains(target)) editor = compose.editor()?.element;
    return editor?.contains(target) === true;
  };
  const act = (): void => {
    // By a timer and not by the clock: it waits for a key whose own change is late on a busy machine.
    clearTimeout(acting);
    acting = setTimeout(() => {
      acting = undefined;
    }, actionMs);
    sending = false;
    // What changed before this, unseen, was not the user's.
    if (!unread) compare();
    readWhenIdle();
  };

  if (earlier) compare();
  void settled?.then(() => {
    if (!unread && !signal.aborted) compare();
    isTidying = false;
  });
  onEditorEvents(
    compose,
    ['beforeinput', 'input', 'paste', 'drop', 'compositionend', 'keydown', 'click', 'submit'],
    (event) => {
      const isInText = isInEditor(event);
      if (event.isTrusted && compose.intent(event)) {
        compare();
        sending = true;
      } else if (event.isTrusted && isInText && isAction(event)) {
        act();
        edits.touched = true;
      } else if (event.isTrusted && event.type === 'click' && !isInText) act();
      else if (event.type === 'input' && isInText) {
        const explained = event.isTrusted && acting !== undefined;
        if (explained) readWhenIdle();
        else if (!sending && !isTidying) {
          if (unread) edits.programmatic = true;
          else compare();
        }
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

const isNode = (target: EventTarget | undefined): target is Node =>
  target !== undefined && 'nodeType' in target;

function whenIdle(run: () => void): void {
  requestIdleCallback(run, { timeout: 2_000 });
}
