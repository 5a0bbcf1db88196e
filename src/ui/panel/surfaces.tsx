import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { addStyle } from '../add-style.ts';
import type { ShadowHost } from '../shadow-host.ts';
import type { ReadonlyCell } from './cell.ts';
import type { Place } from './compose-place.ts';
import { NoteView } from './note.tsx';
import type { Note, Notes } from './notes.ts';
import styles from './panel.css?inline';
import { Panel } from './panel.tsx';
import { placePanel } from './place.ts';
import { putNote } from './put-note.ts';
import { useCell } from './use-cell.ts';

/** What the page's interface has ready for the panel and the note. */
export interface SurfaceParts {
  readonly host: ShadowHost;
  readonly root: ShadowRoot;
  /** Where the panel is drawn. */
  readonly panel: HTMLElement;
  /** Where the note is drawn: a status region that was there before, or nothing would be spoken. */
  readonly status: HTMLElement;
  /** The compose box whose panel is open. */
  readonly opened: ReadonlyCell<Place | null>;
  readonly notes: Notes;
  /** A `ref` for what must have been in sight before a click on it counts. */
  readonly surface: (element: Element | null) => void;
  /** The panel or the note has a size now, so it can be put into its place. */
  readonly onSized: () => void;
}

/** What is needed only where a panel or a note is shown, so that it comes with them. */
export interface MountedSurfaces {
  readonly placePanel: typeof placePanel;
  putNote(): void;
  unmount(): void;
}

/** Draws panel and note from now on. */
export type MountSurfaces = (parts: SurfaceParts) => MountedSurfaces;

/** The part of our interface that comes with the first panel. */
export const mountSurfaces: MountSurfaces = (parts) => {
  const style = addStyle(parts.root, styles);
  render(<OpenedPanel {...parts} />, parts.panel);
  render(<NewestNote {...parts} />, parts.status);
  return {
    placePanel,
    putNote: () => putNote(parts.host, parts.opened.value !== null),
    unmount() {
      render(null, parts.panel);
      render(null, parts.status);
      style.remove();
    },
  };
};

function OpenedPanel({ opened, surface, onSized }: SurfaceParts) {
  const here = useCell(opened);
  return here && <Sized key={here} surface={surface} onSized={onSized} place={here} />;
}

function NewestNote({ notes, surface, onSized }: SurfaceParts) {
  const note = useCell(notes.current);
  return (
    note && <PlacedNote key={note} surface={surface} onSized={onSized} notes={notes} note={note} />
  );
}

function PlacedNote({
  surface,
  onSized,
  notes,
  note,
}: { note: Note } & Pick<SurfaceParts, 'surface' | 'onSized' | 'notes'>) {
  // Another note has another size.
  useLayoutEffect(onSized, [note, onSized]);
  return (
    <div ref={surface} class="placed-note">
      <NoteView notes={notes} note={note} onSized={onSized} />
    </div>
  );
}

function Sized({
  place,
  surface,
  onSized,
}: { place: Place } & Pick<SurfaceParts, 'surface' | 'onSized'>) {
  useLayoutEffect(onSized);
  return (
    <div ref={surface}>
      <Panel model={place.model} />
    </div>
  );
}
