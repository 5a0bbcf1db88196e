import { direction, language } from '../../browser/language.ts';
import { faultText } from '../../browser/text.ts';
import { asFault } from '../../learning/fault.ts';
import { createShadowHost } from '../shadow-host.ts';
import { createCell } from './cell.ts';
import { createClickGuard } from './click-guard.ts';
import type { Place } from './compose-place.ts';
import { isFreePlace } from './free-place.ts';
import { isInSight } from './in-sight.ts';
import { keepInside } from './keep-inside.ts';
import { sayLastWord } from './last-word.ts';
import { createLauncher } from './launcher.ts';
import { createNotes, type Note } from './notes.ts';
import styles from './page-ui.css?inline';
import { handlePanelKey } from './panel-keys.ts';
import { type Box, placeLauncher } from './place.ts';
import { createSoon } from './soon.ts';
import type { MountedSurfaces, MountSurfaces } from './surfaces.tsx';
import { visibleBox } from './visible-box.ts';

/** All we show in one page: the launcher or the panel at one compose box, and notes. */
export interface PageUi {
  /** Shows the launcher at this compose box; where the panel of the same box is open, it stays. */
  attend(place: Place): void;
  openPanel(place: Place): void;
  /** Closes the panel, back to the launcher. */
  closePanel(): void;
  /** The compose box left: launcher and panel go with it. */
  leave(place: Place): void;
  isOpen(place: Place): boolean;
  note(note: Note): void;
  /** Leads the keyboard to what a note asks; `false` where none asks anything. */
  focusNote(): boolean;
  /** Something on the page may have moved. While somebody types (`later`) it waits for a pause. */
  nudge(later?: boolean): void;
  /** Whether this event happened in our own interface; such an event is kept from the page. */
  keep(event: Event): boolean;
  /** Takes everything off the page, listeners too. */
  remove(): void;
}

/**
 * Makes the interface of one page; nothing is put into the page before there is something to show.
 * `load` brings what draws panels and notes, and is called when the first of them is near.
 */
export function createPageUi(
  document: Document,
  now: () => number,
  load: () => Promise<MountSurfaces>,
): PageUi {
  const leaving = new AbortController();
  const { signal: leavingSignal } = leaving;
  const host = createShadowHost(document, styles);
  const guard = createClickGuard(now, { isSeen: (points) => isInSight(host.element, points) });
  const opened = createCell<Place | null>(null);
  const notes = createNotes();
  let place: Place | null = null;
  let surfacesUp: MountedSurfaces | null = null;
  let asked = false;

  const surfaces = document.createElement('div');
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  // An answered row is spoken by itself, and not all rows again.
  status.setAttribute('aria-atomic', 'false');
  host.mount.lang = language();
  host.mount.dir = direction();
  host.mount.append(surfaces, status);

  const mount = async (): Promise<void> => {
    try {
      const mountSurfaces = await load();
      if (leavingSignal.aborted) return;
      const { surface } = guard;
      const { root } = host;
      const parts = {
        host,
        root,
        panel: surfaces,
        status,
        opened,
        notes,
        surface,
        onSized: putAll,
      };
      surfacesUp = mountSurfaces(parts);
      putAll();
    } catch (thrown) {
      // The next press tries again.
      asked = false;
      opened.value = null;
      notes.dismiss();
      nudge();
      sayLastWord(document, faultText(asFault(thrown, 'reload-needed')));
    }
  };
  const beReady = (): void => {
    if (asked) return;
    asked = true;
    void mount();
  };
  const launcher = createLauncher(document, {
    onPress: () => place?.onOpen(),
    onNear: beReady,
  });

  for (const kind of ['click', 'pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    host.root.addEventListener(kind, guard.check, { capture: true, signal: leavingSignal });
  }
  // Not `focusin`, which is kept from going any further.
  const held = { mouseenter: true, focus: true, mouseleave: false, blur: false };
  for (const [kind, isHeld] of Object.entries(held)) {
    const capture = kind === 'focus' || kind === 'blur';
    const options = { capture, signal: leavingSignal };
    status.addEventListener(kind, () => notes.hold(isHeld), options);
  }
  let beforeNote: Element | null = null;
  const isInNote = (): boolean => status.contains(host.root.activeElement);
  const leaveNote = ({ key }: KeyboardEvent): boolean => {
    if (key !== 'Escape' || !isInNote()) return false;
    notes.dismiss();
    return true;
  };
  const keep = keepInside(
    host.element,
    host.root,
    (event) =>
      leaveNote(event) ||
      (opened.value !== null && surfacesUp !== null && handlePanelKey(opened.value.model, event)),
    leavingSignal,
  );

  /** Puts the host into the page while there is something to show, and out of it otherwise. */
  const restate = (): void => {
    const state = opened.value
      ? 'panel'
      : launcher.parentNode
        ? 'launcher'
        : notes.current.value
          ? 'note'
          : null;
    if (state === null) {
      host.leave();
      return;
    }
    host.element.dataset['state'] = state;
    if (!host.element.isConnected) host.moveTo({ left: 0, top: 0 });
  };
  const showLauncher = (shown: boolean): void => {
    if (shown === (launcher.parentNode !== null)) return;
    if (shown) host.mount.prepend(launcher);
    else launcher.remove();
    restate();
  };
  opened.subscribe(restate);
  notes.current.subscribe(() => {
    // Its buttons are still there at this moment; in the next the focus would be lost.
    if (isInNote() && beforeNote instanceof HTMLElement) beforeNote.focus({ preventScroll: true });
    restate();
  });

  const put = (): void => {
    const editor = place?.editor();
    const box = editor ? visibleBox(editor, document) : null;
    const view = document.defaultView;
    if (!editor || !box || !view) {
      // A panel stays where it is while its editor is away: the draft may be all that is left.
      showLauncher(false);
      return;
    }
    const window = { width: view.innerWidth, height: view.innerHeight };
    const toTheLeft = view.getComputedStyle(editor).direction === 'rtl';
    if (opened.value) {
      const size = host.element.getBoundingClientRect();
      const spot = surfacesUp?.placePanel(box, size, window, toTheLeft);
      if (!spot) return;
      guard.moved(spot);
      host.moveTo(spot);
      return;
    }
    const free = (spot: Box): boolean => isFreePlace(editor, spot, document);
    const spot = host.unseen(() => placeLauncher(box, window, toTheLeft, free));
    showLauncher(spot !== null);
    if (spot) host.moveTo(spot);
  };

  const putAll = (): void => {
    put();
    surfacesUp?.putNote();
  };

  const putting = createSoon(putAll);
  const nudge = (): void => {
    if (place) putting.inFrame();
  };
  // It tells of an editor that grows, and of one that is hidden or gone: then it has no size.
  const watch = new ResizeObserver(nudge);

  let moving = new AbortController();
  const attend = (next: Place | null): void => {
    const began = next && !place;
    place = next;
    watch.disconnect();
    if (!next) {
      moving.abort();
      return;
    }
    const editor = next.editor();
    if (editor) watch.observe(editor);
    // The panel grows with the draft.
    watch.observe(host.element);
    if (!began) return;
    moving = new AbortController();
    const options = { capture: true, passive: true, signal: moving.signal };
    document.defaultView?.addEventListener('scroll', nudge, options);
    document.defaultView?.addEventListener('resize', nudge, options);
  };

  return {
    attend(next) {
      attend(next);
      if (opened.value !== next) opened.value = null;
      nudge();
    },
    openPanel(next) {
      attend(next);
      beReady();
      opened.value = next;
      showLauncher(false);
    },
    closePanel() {
      opened.value = null;
      nudge();
    },
    leave(left) {
      if (place !== left) return;
      opened.value = null;
      // What could be undone in this box cannot any more.
      if (notes.current.value?.action) notes.dismiss();
      showLauncher(false);
      attend(null);
    },
    isOpen: (asked) => opened.value === asked,
    note(note) {
      beReady();
      notes.show(note);
    },
    focusNote() {
      if (!notes.current.value?.lessons) return false;
      beforeNote = document.activeElement;
      status.querySelector<HTMLElement>('.lessons button')?.focus();
      return isInNote();
    },
    nudge(later) {
      // To look for text under the launcher makes the browser lay out the page: not between two keys.
      if (later) putting.afterPause();
      else nudge();
    },
    keep,
    remove() {
      notes.dismiss();
      leaving.abort();
      attend(null);
      putting.cancel();
      surfacesUp?.unmount();
      host.leave();
    },
  };
}
