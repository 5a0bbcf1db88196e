import { t } from '../../browser/text.ts';
import type { Settings } from '../../protocol/settings.ts';
import { Choices } from '../parts/choices.tsx';
import { SavedMark } from '../parts/saved-mark.tsx';
import { Section } from '../parts/section.tsx';
import { Switch } from '../parts/switch.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useAct } from '../use-act.ts';
import type { SettingsBook } from './settings-book.ts';
import { wholeNumber } from './whole-number.ts';

type Method = Settings['method'];

/** Whether and how edits are learned from. */
export function LearningSection({ book, settings }: { book: SettingsBook; settings: Settings }) {
  const saving = useAct();
  const save = (change: Partial<Settings>): void =>
    void saving.act(() => book.change((now) => ({ ...now, ...change })));
  const saveMethod = (change: Partial<Method>): void =>
    void saving.act(() => book.change((now) => ({ ...now, method: { ...now.method, ...change } })));
  return (
    <Section title={t('options_learning')} aside={<SavedMark state={saving} />}>
      <Switch
        label={t('options_learning_on')}
        hint={t('options_learning_on_hint')}
        on={settings.learning}
        onSwitch={(learning) => save({ learning })}
      />
      <h3>{t('options_method')}</h3>
      <Choices
        legend={t('options_method')}
        value={settings.method.kind}
        onChoose={(kind) => saveMethod({ kind })}
        choices={[
          {
            value: 'penchant',
            label: t('options_method_penchant'),
            hint: t('options_method_penchant_hint'),
          },
          {
            value: 'cipher-5',
            label: t('options_method_cipher_5'),
            hint: t('options_method_cipher_5_hint'),
          },
          {
            value: 'cipher-1',
            label: t('options_method_cipher_1'),
            hint: t('options_method_cipher_1_hint'),
          },
        ]}
      />
      <TextField
        label={t('options_threshold')}
        hint={t('options_threshold_hint')}
        value={String(settings.method.threshold)}
        inputMode="numeric"
        narrow
        problem={(text) =>
          wholeNumber(text, 0, 1000) === null ? t('options_threshold_wrong') : null
        }
        onCommit={(text) => saveMethod({ threshold: Number(text) })}
      />
    </Section>
  );
}
