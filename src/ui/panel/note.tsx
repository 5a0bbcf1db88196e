import { t } from '../../browser/text.ts';
import { CloseIcon } from './icons.tsx';
import type { Note, Notes } from './notes.ts';

/** The newest note. Its text is spoken by the status region around it. */
export function NoteView({ notes, note }: { notes: Notes; note: Note }) {
  const { action } = note;
  return (
    <div class="note">
      <p class="note-text" dir="auto">
        {note.text}
      </p>
      {action && (
        <button
          type="button"
          class="note-action"
          onClick={() => {
            notes.dismiss();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={t('panel_note_close')}
        onClick={notes.dismiss}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
