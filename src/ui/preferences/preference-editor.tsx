import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { type Facet, facets, type Preference } from '../../learning/types.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';
import type { Here, Wording } from './preference-book.ts';
import { choiceOf, isNamed, knownNames, toScope } from './scope-choice.ts';
import { ScopeField } from './scope-field.tsx';

interface EditorProps {
  /** What is edited; `null` for a new one. */
  readonly preference: Preference | null;
  readonly here: Here | null;
  readonly onSave: (wording: Wording) => Promise<void>;
  readonly onClose: () => void;
  /** What else can be done with it. */
  readonly children?: ComponentChildren;
}

/** A preference in the user's own words. Enter saves, Escape leaves everything as it was. */
export function PreferenceEditor(props: EditorProps) {
  const { preference, here, onSave, onClose, children } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const scope = preference?.scope ?? ({ kind: 'everywhere' } as const);
  const [began] = useState(preference);
  const [description, setDescription] = useState(preference?.description ?? '');
  const [facet, setFacet] = useState<Facet>(preference?.facet ?? 'other');
  const [choice, setChoice] = useState(choiceOf(scope));
  const [names, setNames] = useState(knownNames(scope, here));
  const [tried, setTried] = useState(false);
  const { busy, fault, act } = useAct();

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const name = isNamed(choice) ? names[choice] : '';
  const wanted = toScope(choice, name);
  const words = description.trim();
  const save = async (): Promise<void> => {
    setTried(true);
    if (words === '' || !wanted || busy) return;
    if (await act(() => onSave({ description: words, facet, scope: wanted }))) onClose();
  };
  const isOutdated =
    began !== null && preference !== null && began.revision !== preference.revision;

  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // The browser would close the popup.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <label for={`${id}-words`}>{t('popup_words')}</label>
      <textarea
        id={`${id}-words`}
        ref={field}
        dir="auto"
        rows={2}
        maxLength={500}
        placeholder={t('popup_words_example')}
        value={description}
        aria-invalid={tried && words === '' ? 'true' : undefined}
        aria-describedby={`${id}-problem`}
        onInput={(event) => setDescription(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      <p class="problem" id={`${id}-problem`} role="alert">
        {tried && words === '' ? t('popup_words_missing') : ''}
      </p>
      <div class="editor-fields">
        <div class="field">
          <label for={`${id}-facet`}>{t('popup_facet')}</label>
          <select
            id={`${id}-facet`}
            value={facet}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setFacet(facets.find((known) => known === value) ?? 'other');
            }}
          >
            {facets.map((known) => (
              <option key={known} value={known}>
                {t(`facet_${known}`)}
              </option>
            ))}
          </select>
        </div>
        <ScopeField
          preference={preference}
          choice={choice}
          name={name}
          isWrong={tried && wanted === null}
          onChoice={setChoice}
          onName={(text) => {
            if (isNamed(choice)) setNames({ ...names, [choice]: text });
          }}
        />
      </div>
      {children}
      <FaultNotice fault={fault}>
        {isOutdated && <p dir="auto">{t('popup_newer', preference.description)}</p>}
      </FaultNotice>
      <div class="buttons">
        <Button look="main" type="submit" busy={busy}>
          {t('ui_save')}
        </Button>
        <Button onClick={onClose}>{t('ui_cancel')}</Button>
      </div>
    </form>
  );
}
