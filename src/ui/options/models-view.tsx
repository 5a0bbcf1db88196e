import { t } from '../../browser/text.ts';
import type { Settings } from '../../protocol/settings.ts';
import { Section } from '../parts/section.tsx';
import { EncoderSection } from '../settings/encoder-section.tsx';
import { LearningSection } from '../settings/learning-section.tsx';
import { NameSection } from '../settings/name-section.tsx';
import type { SettingsBook } from '../settings/settings-book.ts';
import { ShortcutLine } from '../settings/shortcut-line.tsx';
import { WriterSection } from '../settings/writer-section.tsx';

/** Who writes, how it is learned from, and what finds similar mails. */
export function ModelsView({ book, settings }: { book: SettingsBook; settings: Settings }) {
  return (
    <>
      <WriterSection book={book} settings={settings} />
      <NameSection book={book} settings={settings} />
      <LearningSection book={book} settings={settings} />
      <EncoderSection book={book} settings={settings} />
      <Section title={t('options_shortcut')}>
        <ShortcutLine />
      </Section>
    </>
  );
}
