import { t } from '../../browser/text.ts';
import { CloseIcon } from './icons.tsx';
import { LessonsView } from './lessons-view.tsx';
import type { Note, Notes } from './notes.ts';

interface NoteProps {
  readonly notes: Notes;
  readonly note: Note;
  /** It has another size now. */
  readonly onSized: () => void;
}

/** The newest note. Its text is spoken by the status region around it. */
export function NoteView({ notes, note, onSized }: NoteProps) {
  const { action, lessons } = note;
  return (
    <div class={lessons ? 'note taught' : 'note'}>
      <p class="note-text" dir="auto">
        {note.text}
        {lessons?.keys && <span class="unseen"> {t('panel_lesson_keys', lessons.keys)}</span>}
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
      {lessons && <LessonsView lessons={lessons} onSized={onSized} />}
    </div>
  );
}
