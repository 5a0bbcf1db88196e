import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Preference } from '../../learning/types.ts';
import { countText } from '../count-text.ts';
import { IconButton } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';
import { ConfirmLine } from './confirm-line.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { MergeField } from './merge-field.tsx';
import { PinSwitch } from './pin-switch.tsx';
import type { PreferenceBook } from './preference-book.ts';
import { PreferenceEditor } from './preference-editor.tsx';
import { scopeText } from './scope-text.ts';

/** One preference: what it says, where it holds, where it comes from, and what can be done with it. */
export function PreferenceRow({
  preference,
  book,
}: {
  preference: Preference;
  book: PreferenceBook;
}) {
  const { description, facet, status, evidence } = preference;
  // Mails that go otherwise are shown with the others, but it does not come from them.
  const mails = evidence.filter(({ says }) => says === 'supports' || says === 'confirms').length;
  const id = useId();
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const { busy, fault, act } = useAct();
  useEffect(() => {
    if (wasEditing.current && !editing) editButton.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  // What the user took into their own hands, of what was learned.
  const isPinned = preference.origin === 'user' && evidence.length > 0;
  const isResting = status === 'paused' || status === 'superseded';
  const change = (next: 'active' | 'paused'): Promise<boolean> =>
    act(() => book.change(preference, { status: next }));
  const answer = async (next: 'active' | 'paused'): Promise<void> => {
    // The question is gone, and the focus with it.
    if (await change(next)) editButton.current?.focus();
  };

  if (editing) {
    return (
      <li class="preference">
        <PreferenceEditor
          preference={preference}
          here={book.here.value}
          onSave={(wording) => book.change(preference, wording)}
          onClose={() => setEditing(false)}
        >
          <PinSwitch preference={preference} book={book} />
          <MergeField preference={preference} book={book} onDone={() => setEditing(false)} />
        </PreferenceEditor>
      </li>
    );
  }
  return (
    <li class={isResting ? 'preference resting' : 'preference'}>
      <div class="preference-head">
        <p class="description" id={id} dir="auto">
          {description}
        </p>
        <div class="actions">
          <IconButton
            icon="edit"
            label={t('popup_edit')}
            spoken={t('popup_edit_of', description)}
            buttonRef={editButton}
            onClick={() => setEditing(true)}
          />
          <IconButton
            icon={isResting ? 'resume' : 'pause'}
            label={isResting ? t('popup_resume') : t('popup_pause')}
            spoken={t(isResting ? 'popup_resume_of' : 'popup_pause_of', description)}
            busy={busy}
            onClick={() => void change(isResting ? 'active' : 'paused')}
          />
          <IconButton
            icon="delete"
            label={t('popup_delete')}
            spoken={t('popup_delete_of', description)}
            busy={busy}
            onClick={() => void act(() => book.remove(preference))}
          />
        </div>
      </div>
      <p class="hint">
        {isResting && <span class="chip">{t(`status_${status}`)}</span>}
        {isPinned && <span class="chip">{t('popup_pinned')}</span>}
        {t(`facet_${facet}`)} · <bdi>{scopeText(preference.scope)}</bdi> ·{' '}
        {mails === 0 ? (
          t('popup_yours')
        ) : (
          <button
            class="link"
            type="button"
            aria-expanded={open}
            aria-describedby={id}
            onClick={() => setOpen(!open)}
          >
            {countText(mails, 'popup_one_mail', 'popup_mails')}
          </button>
        )}
      </p>
      {status === 'provisional' && (
        <ConfirmLine
          busy={busy}
          description={description}
          onYes={() => void answer('active')}
          onNo={() => void answer('paused')}
        />
      )}
      <FaultNotice fault={fault} />
      {open && <EvidenceView evidence={evidence} name={description} />}
    </li>
  );
}
