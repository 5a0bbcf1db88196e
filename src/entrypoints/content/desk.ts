import type { PageUi } from '../../ui/panel/page-ui.ts';
import { generic } from '../../webmail/adapters/generic.ts';
import type { Adapter, Compose } from '../../webmail/types.ts';
import { afterPause } from './after-pause.ts';
import { watchForReturn } from './came-back.ts';
import { focusedElement, innerDocument } from './focus.ts';
import type { Session } from './session.ts';

/** What the popup shows about the compose box that has or last had the focus. */
export interface ComposeSummary {
  readonly site: string;
  readonly recipients: { address: string; name: string }[];
  readonly subject: string;
  /** Whether the site's own data no longer fits its page, so that this is any text field to us. */
  readonly isChanged: boolean;
}

export interface DeskPorts {
  readonly adapter: Pick<Adapter, 'find'>;
  readonly ui: PageUi;
  /** `onConcluded`: its message was sent or discarded. */
  readonly newSession: (compose: Compose, onConcluded: () => void) => Session;
}

/** Everything that is being written in this page: one session for each compose box. */
export interface Desk {
  /** Any event the stub hears. */
  handleEvent(event: Event): void;
  /** Turns to the compose box that has the focus now, if there is one. */
  attendFocused(): void;
  /** Opens the panel at the compose box that has or last had the focus; `false` where none has. */
  openPanel(): boolean;
  describe(): ComposeSummary | null;
  end(): void;
}

/** More compose boxes than anybody has open; the oldest is let go beyond it. */
const mostSessions = 20;
/** Who stops typing for so long may be about to close the tab. */
const pauseMs = 1_000;

/** Makes the one desk of a page. */
export function createDesk({ adapter, ui, newSession }: DeskPorts): Desk {
  const leaving = new AbortController();
  const sessions = new Map<string, Session>();
  const sent = watchForReturn(() => performance.now());
  let current: Session | null = null;

  const sessionOf = (compose: Compose): Session => {
    const known = sessions.get(compose.key);
    if (known) {
      known.renew(compose);
      return known;
    }
    // A box that is used again after sending begins with nothing in mind; what stands in it after
    // "undo send" is known again by its text.
    const session = newSession(compose, () => {
      sessions.delete(compose.key);
      sent.add(compose);
      if (current === session) current = null;
    });
    sessions.set(compose.key, session);
    const [oldest] = sessions.values();
    if (sessions.size > mostSessions && oldest) {
      oldest.end();
      sessions.delete(oldest.key);
    }
    return session;
  };

  /**
   * Keys and clicks inside a frame do not come out of it, so its window is listened to as well. A
   * second time it changes nothing, but a frame that was written anew has lost its listeners.
   */
  const listenInFrame = (inner: Document): void => {
    if (inner === document) return;
    for (const type of ['focusin', 'click', 'keydown', 'submit']) {
      inner.defaultView?.addEventListener(type, desk.handleEvent, {
        capture: true,
        signal: leaving.signal,
      });
    }
  };

  /** An adapter may know the editor by its element or only by the frame that holds it. */
  const find = (element: Element): Compose | null => {
    const frame = element.ownerDocument.defaultView?.frameElement;
    return adapter.find(element) ?? (frame ? adapter.find(frame) : null);
  };

  const attend = (target: EventTarget | null | undefined, wanted = find): void => {
    // An element of a frame is none of our own window's classes; every element has this name.
    if (!target || !('localName' in target)) return;
    const element = target as Element;
    // Also where what has the focus now is no editor: the next thing in this frame may be one.
    listenInFrame(element.ownerDocument);
    const compose = wanted(element);
    if (!compose) return;
    current = sessionOf(compose);
    const editor = compose.editor();
    if (editor) listenInFrame(editor.document);
    // The launcher is no invitation to where nothing is drafted.
    if (!compose.unsupported()) ui.attend(current);
  };

  const attendFocused = (): void => attend(focusedElement(document));

  // `load` does not bubble and never reaches the window, but it can be heard on its way down.
  document.addEventListener(
    'load',
    ({ target }) => {
      const inner = target instanceof Element ? innerDocument(target) : null;
      if (inner) listenInFrame(inner);
    },
    { capture: true, signal: leaving.signal },
  );
  const noteAll = (leaving: boolean): void => {
    for (const session of sessions.values()) session.note(leaving);
  };
  // A tab that is closed says no more in Firefox: what is noted by then is all that is known of it.
  const pause = afterPause(() => noteAll(false), pauseMs);

  const desk: Desk = {
    handleEvent(event) {
      if (ui.keep(event)) return;
      if (event.type === 'keydown' && sessions.size > 0) pause.goOn();
      for (const compose of sent.look()) sessionOf(compose);
      if (event.type === 'focusin' || event.type === 'blur') noteAll(false);
      if (event.type === 'focusin') attend(event.composedPath()[0]);
      // The focus went into a frame, or to another window; Firefox says where only afterwards.
      else if (event.type === 'blur') requestAnimationFrame(attendFocused);
      else for (const session of sessions.values()) session.handleEvent(event);
      ui.nudge(event.type === 'keydown');
    },
    attendFocused,
    openPanel() {
      attendFocused();
      // Who asks for it in a field that the site's data does not know gets it there as well.
      if (!current?.editor()) attend(focusedElement(document), generic.find);
      if (!current?.editor()) return false;
      current.open();
      return true;
    },
    describe() {
      const compose = current?.compose();
      if (!compose?.editor()) return null;
      const recipients = compose.recipients().map(({ address, name }) => ({ address, name }));
      const isChanged = compose.missing.length > 0;
      return { site: location.host, recipients, subject: compose.subject(), isChanged };
    },
    end() {
      leaving.abort();
      pause.cancel();
      for (const session of sessions.values()) session.end();
      sessions.clear();
      current = null;
    },
  };
  const signal = leaving.signal;
  // A page that is left is hidden right after; one from the cache comes back.
  let isLeft = false;
  const leave = ({ type }: Event): void => {
    isLeft = type === 'pagehide';
    noteAll(isLeft);
  };
  for (const type of ['pagehide', 'pageshow']) window.addEventListener(type, leave, { signal });
  document.addEventListener('visibilitychange', () => noteAll(isLeft), { signal });
  return desk;
}
