import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { listText } from '../format.ts';
import { holdsFocus } from './holds-focus.ts';
import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

/** The one question that is asked where the answer changes the next draft; it can be left alone. */
export function QuestionView({ model }: { model: PanelModel }) {
  const options = useCell(model.question);
  const phase = useCell(model.phase);
  const place = useRef<HTMLFieldSetElement>(null);
  const hadFocus = useRef(false);
  // What was pressed is gone; the focus goes back to where one writes.
  useLayoutEffect(() => {
    if (options !== null || !hadFocus.current) return;
    hadFocus.current = false;
    model.focusField();
  }, [options, model]);
  if (options === null || phase !== 'notes') return null;
  const answer = (preferenceId: string | null): void => {
    hadFocus.current = holdsFocus(place.current);
    void model.answer(preferenceId);
  };
  return (
    <fieldset class="question" ref={place}>
      <legend>{t('panel_question', listText(model.about().to))}</legend>
      {options.map(({ preferenceId, description }) => (
        <button key={preferenceId} type="button" dir="auto" onClick={() => answer(preferenceId)}>
          {description}
        </button>
      ))}
      <button type="button" class="note-action" onClick={() => answer(null)}>
        {t('panel_question_later')}
      </button>
    </fieldset>
  );
}
