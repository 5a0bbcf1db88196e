import { t } from '../../browser/text.ts';
import { hidesIdentifiers, type Settings } from '../../protocol/settings.ts';
import { Choices } from '../parts/choices.tsx';
import { SavedMark } from '../parts/saved-mark.tsx';
import { Section } from '../parts/section.tsx';
import { Switch } from '../parts/switch.tsx';
import { useAct } from '../use-act.ts';
import { KeyField } from './key-field.tsx';
import { ServerFields } from './server-fields.tsx';
import type { SettingsBook } from './settings-book.ts';
import { SpendingFields } from './spending-fields.tsx';
import { WriterTest } from './writer-test.tsx';

type Writer = Settings['writer'];

/** Who writes the drafts: the built-in writer, or a model server of the user's choice. */
export function WriterSection({ book, settings }: { book: SettingsBook; settings: Settings }) {
  const saving = useAct();
  const { writer } = settings;
  const save = (change: Partial<Writer>): void =>
    void saving.act(() => book.change((now) => ({ ...now, writer: { ...now.writer, ...change } })));
  return (
    <Section title={t('options_writer')} aside={<SavedMark state={saving} />}>
      <Choices
        legend={t('options_writer')}
        value={writer.kind}
        onChoose={(kind) => save({ kind })}
        choices={[
          {
            value: 'builtin',
            label: t('options_writer_builtin'),
            hint: t('options_writer_builtin_hint'),
          },
          {
            value: 'openai',
            label: t('options_writer_openai'),
            hint: t('options_writer_openai_hint'),
          },
        ]}
      />
      {writer.kind === 'openai' && (
        <div class="below">
          <ServerFields writer={writer} onSave={save} />
          <Switch
            label={t('options_masking', new URL(writer.baseUrl).host)}
            hint={t('options_masking_hint')}
            on={hidesIdentifiers(writer)}
            onSwitch={(on) => save({ masking: on ? 'on' : 'off' })}
          />
          <KeyField book={book} baseUrl={writer.baseUrl} />
          <WriterTest writer={writer} />
          <SpendingFields writer={writer} onSave={save} />
        </div>
      )}
    </Section>
  );
}
