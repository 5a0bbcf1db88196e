import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Place } from './compose-place.ts';
import { PenIcon } from './icons.tsx';
import { type Note, type Notes, NoteView } from './note.tsx';
import { Panel } from './panel.tsx';

interface SurfacesProps {
  readonly place: ReadonlySignal<Place | null>;
  readonly open: ReadonlySignal<boolean>;
  readonly launcherShown: ReadonlySignal<boolean>;
  readonly notes: Notes;
  /** A `ref` for what must have been in sight before a click on it counts. */
  readonly surface: (element: Element | null) => void;
  /** The panel or the note has a size now, so it can be put into its place. */
  readonly onSized: () => void;
}

/** Launcher or panel, and the note; the status region is always there, or nothing would be spoken. */
export function Surfaces({ place, open, launcherShown, notes, surface, onSized }: SurfacesProps) {
  const here = place.value;
  const note = notes.current.value;
  return (
    <>
      {here && open.value ? (
        <Sized key={here.model} surface={surface} onSized={onSized} place={here} />
      ) : (
        here &&
        launcherShown.value && (
          <button
            type="button"
            class="launcher"
            aria-label={t('panel_open')}
            title={t('panel_open')}
            // The editor keeps focus and caret while the launcher is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={here.onOpen}
          >
            <PenIcon />
          </button>
        )
      )}
      <div
        role="status"
        onMouseEnter={() => notes.hold(true)}
        onMouseLeave={() => notes.hold(false)}
        onFocusCapture={() => notes.hold(true)}
        onBlurCapture={() => notes.hold(false)}
      >
        {note && <PlacedNote surface={surface} onSized={onSized} notes={notes} note={note} />}
      </div>
    </>
  );
}

function PlacedNote({
  surface,
  onSized,
  notes,
  note,
}: { note: Note } & Pick<SurfacesProps, 'surface' | 'onSized' | 'notes'>) {
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
}: { place: Place } & Pick<SurfacesProps, 'surface' | 'onSized'>) {
  useLayoutEffect(onSized);
  return (
    <div ref={surface}>
      <Panel model={place.model} />
    </div>
  );
}
