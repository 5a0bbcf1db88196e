import { useId } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Preference } from '../../learning/types.ts';
import { isNamed, type ScopeChoice, scopeChoices } from './scope-choice.ts';

interface ScopeFieldProps {
  readonly preference: Preference | null;
  readonly choice: ScopeChoice;
  /** The address, domain or host beside the choice; empty where it needs none. */
  readonly name: string;
  readonly isWrong: boolean;
  readonly onChoice: (choice: ScopeChoice) => void;
  readonly onName: (name: string) => void;
}

/** Where a preference is to hold. */
export function ScopeField(props: ScopeFieldProps) {
  const { preference, choice, name, isWrong } = props;
  const id = useId();
  const choices = scopeChoices(preference);
  return (
    <>
      <div class="field">
        <label for={id}>{t('popup_scope')}</label>
        <select
          id={id}
          value={choice}
          onChange={(event) => {
            const { value } = event.currentTarget;
            props.onChoice(choices.find((known) => known === value) ?? 'everywhere');
          }}
        >
          {choices.map((known) => (
            <option key={known} value={known}>
              {t(`scope_choice_${known}`)}
            </option>
          ))}
        </select>
      </div>
      {isNamed(choice) && (
        <div class="field wide">
          <label for={`${id}-name`}>{t(`scope_name_${choice}`)}</label>
          <input
            id={`${id}-name`}
            type="text"
            dir="ltr"
            spellcheck={false}
            autocomplete="off"
            maxLength={300}
            value={name}
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={`${id}-problem`}
            onInput={(event) => props.onName(event.currentTarget.value)}
          />
          <p class="problem" id={`${id}-problem`} role="alert">
            {isWrong ? t(`scope_wrong_${choice}`) : ''}
          </p>
        </div>
      )}
    </>
  );
}
