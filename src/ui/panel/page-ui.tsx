import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from '../../browser/extension.ts';
import { createShadowHost } from '../shadow-host.ts';
import { createClickGuard } from './click-guard.ts';
import type { Place } from './compose-place.ts';
import { coversControl, isFreePlace } from './free-place.ts';
import { keepInside } from './keep-inside.ts';
import { createNotes, type Note } from './note.tsx';
import styles from './panel.css?inline';
import { handlePanelKey } from './panel-keys.ts';
import type { PanelModel } from './panel-model.ts';
import { type Box, overlap, placeLauncher, placeNote, placePanel } from './place.ts';
import { createSoon } from './soon.ts';
import { Surfaces } from './surfaces.tsx';
import { visibleBox } from './visible-box.ts';

/** All we show in one page: the launcher or the panel at one compose box, and notes. */
export interface PageUi {
  /** Shows the launcher at this compose box; where the panel of the same box is open, it stays. */
  attend(place: Place): void;
  openPanel(place: Place): void;
  /** Closes the panel, back to the launcher. */
  closePanel(): void;
  /** The compose box left: launcher and panel go with it. */
  leave(model: PanelModel): void;
  isOpen(model: PanelModel): boolean;
  note(note: Note): void;
  /** Something on the page may have moved. While somebody types (`later`) it can wait. */
  nudge(later?: boolean): void;
  /** Whether this event happened in our own interface; such an event is kept from the page. */
  keep(event: Event): boolean;
  /** Takes everything off the page, listeners too. */
  remove(): void;
}

/** Makes the interface of one page; nothing is put into the page before there is something to show. */
export function createPageUi(document: Document, now: () => number): PageUi {
  const leaving = new AbortController();
  const { signal: leavingSignal } = leaving;
  const host = createShadowHost(document, styles);
  const guard = createClickGuard(now);
  const place = signal<Place | null>(null);
  const open = signal(false);
  const launcherShown = signal(false);
  const notes = createNotes();

  for (const kind of ['click', 'pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    host.root.addEventListener(kind, guard.check, { capture: true, signal: leavingSignal });
  }
  const keep = keepInside(
    host.element,
    host.root,
    (event) => open.value && place.value !== null && handlePanelKey(place.value.model, event),
    leavingSignal,
  );

  const put = (): void => {
    const here = place.value;
    const editor = here?.editor();
    const box = editor ? visibleBox(editor, document) : null;
    const view = document.defaultView;
    if (!here || !editor || !box || !view) {
      // A panel stays where it is while its editor is away: the draft may be all that is left.
      launcherShown.value = false;
      return;
    }
    const window = { width: view.innerWidth, height: view.innerHeight };
    const toTheLeft = view.getComputedStyle(editor).direction === 'rtl';
    if (open.value) {
      host.moveTo(placePanel(box, host.element.getBoundingClientRect(), window, toTheLeft));
      return;
    }
    const free = (spot: Box): boolean => isFreePlace(editor, spot, document);
    const spot = host.unseen(() => placeLauncher(box, window, toTheLeft, free));
    launcherShown.value = spot !== null;
    if (spot) host.moveTo(spot);
  };

  const putNote = (): void => {
    const note = host.root.querySelector<HTMLElement>('.placed-note');
    const view = document.defaultView;
    if (!note || !view) return;
    const window = { width: view.innerWidth, height: view.innerHeight };
    const panel = open.value ? host.element.getBoundingClientRect() : null;
    const size = note.getBoundingClientRect();
    const isOnPanel = (spot: Box): boolean => {
      const { width, height } = panel ? overlap(spot, panel) : { width: 0, height: 0 };
      return width * height > 0;
    };
    const free = (spot: Box): boolean => !isOnPanel(spot) && !coversControl(spot, document);
    const { left, top } = host.unseen(() =>
      placeNote(size, window, host.mount.dir === 'rtl', free),
    );
    note.style.left = `${left}px`;
    note.style.top = `${top}px`;
  };
  const putAll = (): void => {
    put();
    putNote();
  };

  const putting = createSoon(putAll);
  const nudge = (): void => {
    if (place.value) putting.inFrame();
  };
  // It tells of an editor that grows, and of one that is hidden or gone: then it has no size.
  const watch = new ResizeObserver(nudge);

  const stopShowing = effect(() => {
    const state = open.value
      ? 'panel'
      : launcherShown.value
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
  });

  const stopWatching = effect(() => {
    if (!place.value) return;
    const still = new AbortController();
    const options = { capture: true, passive: true, signal: still.signal };
    document.defaultView?.addEventListener('scroll', nudge, options);
    document.defaultView?.addEventListener('resize', nudge, options);
    return () => {
      still.abort();
      watch.disconnect();
    };
  });

  const stay = (next: Place): void => {
    place.value = next;
    watch.disconnect();
    const editor = next.editor();
    if (editor) watch.observe(editor);
    // The panel grows with the draft.
    watch.observe(host.element);
  };

  host.mount.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
  render(
    <Surfaces
      place={place}
      open={open}
      launcherShown={launcherShown}
      notes={notes}
      surface={guard.surface}
      onSized={putAll}
    />,
    host.mount,
  );

  return {
    attend(next) {
      if (open.value && place.value?.model !== next.model) open.value = false;
      stay(next);
      nudge();
    },
    openPanel(next) {
      stay(next);
      launcherShown.value = false;
      open.value = true;
    },
    closePanel() {
      open.value = false;
      nudge();
    },
    leave(model) {
      if (place.value?.model !== model) return;
      open.value = false;
      launcherShown.value = false;
      place.value = null;
    },
    isOpen: (model) => open.value && place.value?.model === model,
    note: (note) => notes.show(note),
    nudge(later) {
      // To look for text under the launcher makes the browser lay out the page: not between two keys.
      if (later) putting.whenIdle();
      else nudge();
    },
    keep,
    remove() {
      notes.dismiss();
      stopShowing();
      stopWatching();
      leaving.abort();
      watch.disconnect();
      putting.cancel();
      render(null, host.mount);
      host.leave();
    },
  };
}
