import { t } from '../../browser/text.ts';
import type { Settings } from '../../protocol/settings.ts';
import { SavedMark } from '../parts/saved-mark.tsx';
import { Section } from '../parts/section.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useAct } from '../use-act.ts';
import type { SettingsBook } from './settings-book.ts';

/** The name that drafts are signed with. */
export function NameSection({ book, settings }: { book: SettingsBook; settings: Settings }) {
  const saving = useAct();
  return (
    <Section title={t('options_name')} aside={<SavedMark state={saving} />}>
      <TextField
        label={t('options_name_label')}
        hint={t('options_name_hint')}
        value={settings.name}
        maxLength={100}
        onCommit={(name) => void saving.act(() => book.change((now) => ({ ...now, name })))}
      />
    </Section>
  );
}
