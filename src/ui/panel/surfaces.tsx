import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { ReadonlyCell } from './cell.ts';
import type { Place } from './compose-place.ts';
import { NoteView } from './note.tsx';
import type { Note, Notes } from './notes.ts';
import styles from './panel.css?inline';
import { Panel } from './panel.tsx';
import { useCell } from './use-cell.ts';

/** What the page's interface has ready for the panel and the note. */
export interface SurfaceParts {
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

/** Draws panel and note from now on; answers with a function that ends it. */
export type MountSurfaces = (parts: SurfaceParts) => () => void;

/** The part of our interface that comes with the first panel. */
export const mountSurfaces: MountSurfaces = (parts) => {
  const style = parts.root.ownerDocument.createElement('style');
  style.textContent = styles;
  parts.root.append(style);
  render(<OpenedPanel {...parts} />, parts.panel);
  render(<NewestNote {...parts} />, parts.status);
  return () => {
    render(null, parts.panel);
    render(null, parts.status);
    style.remove();
  };
};

function OpenedPanel({ opened, surface, onSized }: SurfaceParts) {
  const here = useCell(opened);
  return here && <Sized key={here.model} surface={surface} onSized={onSized} place={here} />;
}

function NewestNote({ notes, surface, onSized }: SurfaceParts) {
  const note = useCell(notes.current);
  return note && <PlacedNote surface={surface} onSized={onSized} notes={notes} note={note} />;
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
      <NoteView notes={notes} note={note} />
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
