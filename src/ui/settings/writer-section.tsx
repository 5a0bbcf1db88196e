import { hasOnDevice } from '../../browser/on-device.ts';
import { t } from '../../browser/text.ts';
import { hidesIdentifiers, type Settings } from '../../protocol/settings.ts';
import { Choices } from '../parts/choices.tsx';
import { SavedMark } from '../parts/saved-mark.tsx';
import { Section } from '../parts/section.tsx';
import { Switch } from '../parts/switch.tsx';
import { useAct } from '../use-act.ts';
import { KeyField } from './key-field.tsx';
import { LocalFields } from './local-fields.tsx';
import { ModelField } from './model-field.tsx';
import { OnDeviceStatus } from './on-device-status.tsx';
import { ServerFields } from './server-fields.tsx';
import type { SettingsBook } from './settings-book.ts';
import { SpendingFields } from './spending-fields.tsx';
import { TimeoutField } from './timeout-field.tsx';
import { WriterTest } from './writer-test.tsx';

type Writer = Settings['writer'];

const onDevice = () => ({
  value: 'on-device' as const,
  label: t('options_writer_on_device'),
  hint: t('options_writer_on_device_hint'),
});

/** Who writes the drafts: the built-in writer, a model on this machine, or a model server. */
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
          ...(hasOnDevice() || writer.kind === 'on-device' ? [onDevice()] : []),
          {
            value: 'local',
            label: t('options_writer_local'),
            hint: t('options_writer_local_hint'),
          },
          {
            value: 'openai',
            label: t('options_writer_openai'),
            hint: t('options_writer_openai_hint'),
          },
        ]}
      />
      {writer.kind === 'on-device' && (
        <div class="below">
          <OnDeviceStatus />
        </div>
      )}
      {writer.kind === 'local' && (
        <div class="below">
          <LocalFields writer={writer} onSave={save} />
        </div>
      )}
      {writer.kind === 'openai' && (
        <div class="below">
          <ServerFields writer={writer} onSave={save} />
          <KeyField book={book} baseUrl={writer.baseUrl} />
          <ModelField writer={writer} onSave={save} />
          <Switch
            label={t('options_masking', new URL(writer.baseUrl).host)}
            hint={t('options_masking_hint')}
            on={hidesIdentifiers(writer)}
            onSwitch={(on) => save({ masking: on ? 'on' : 'off' })}
          />
          <TimeoutField writer={writer} onSave={save} />
          <WriterTest writer={writer} />
          <SpendingFields writer={writer} onSave={save} />
        </div>
      )}
    </Section>
  );
}
