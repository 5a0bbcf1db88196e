import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { faultText, t } from '../../browser/text.ts';
import { asFault } from '../../learning/fault.ts';
import type { Lesson } from '../../protocol/draft-port.ts';
import { holdsFocus } from './holds-focus.ts';
import type { LessonAnswer, Lessons } from './lessons.ts';

/** What was learned, one row each; leaving it alone is an answer too: it stays on trial. */
export function LessonsView({ lessons, onSized }: { lessons: Lessons; onSized: () => void }) {
  return (
    <ul class="lessons">
      {lessons.items.map((lesson) => (
        <LessonRow key={lesson.id} lesson={lesson} lessons={lessons} onSized={onSized} />
      ))}
    </ul>
  );
}

const done = {
  keep: 'panel_lesson_done_keep',
  person: 'panel_lesson_done_person',
  forget: 'panel_lesson_done_forget',
} as const;

/** `null`: not answered. */
type State = { readonly answer: LessonAnswer | null; readonly problem: string };

function LessonRow(props: { lesson: Lesson; lessons: Lessons; onSized: () => void }) {
  const { lesson, lessons, onSized } = props;
  const { id, description, reachesOthers } = lesson;
  const words = useId();
  const row = useRef<HTMLLIElement>(null);
  const hadFocus = useRef(false);
  const busy = useRef(false);
  const [{ answer, problem }, setState] = useState<State>({ answer: null, problem: '' });
  // What was pressed is gone; the focus goes on to what there is instead.
  useLayoutEffect(() => {
    if (hadFocus.current) row.current?.querySelector('button')?.focus();
    hadFocus.current = false;
    onSized();
  }, [answer, problem, onSized]);

  const say = async (next: LessonAnswer | null): Promise<void> => {
    // A second press of a held key must not answer what the first has just put there.
    if (busy.current) return;
    busy.current = true;
    try {
      await (next === null ? lessons.undo(id) : lessons.answer(id, next));
      hadFocus.current = holdsFocus(row.current);
      setState({ answer: next, problem: '' });
    } catch (thrown) {
      setState({ answer, problem: faultText(asFault(thrown, 'storage-failed')) });
    } finally {
      busy.current = false;
    }
  };
  const button = (key: LessonAnswer | null, label: string) => (
    <button
      key={key}
      type="button"
      class="note-action"
      aria-describedby={words}
      onClick={() => void say(key)}
    >
      {label}
    </button>
  );
  return (
    <li ref={row}>
      <p id={words} class="lesson" dir="auto" data-gone={answer === 'forget'}>
        {description}
      </p>
      <div class="lesson-answers">
        {answer === null ? (
          <>
            {button('keep', t('panel_lesson_keep'))}
            {lessons.person !== '' &&
              reachesOthers &&
              button('person', t('panel_lesson_person', lessons.person))}
            {button('forget', t('panel_lesson_forget'))}
          </>
        ) : (
          <>
            <span class="hint" dir="auto">
              {t(done[answer], lessons.person)}
            </span>
            {button(null, t('panel_undo'))}
          </>
        )}
      </div>
      {problem && <p class="fault">{problem}</p>}
    </li>
  );
}
