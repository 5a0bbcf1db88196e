import { useEffect } from 'preact/hooks';
import '../sheet.css';
import { t } from '../../browser/text.ts';
import type { Settings } from '../../protocol/settings.ts';
import { Button } from '../parts/button.tsx';
import { Mark } from '../parts/mark.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { Section } from '../parts/section.tsx';
import { EncoderSection } from '../settings/encoder-section.tsx';
import { LearningSection } from '../settings/learning-section.tsx';
import { NameSection } from '../settings/name-section.tsx';
import type { SettingsBook } from '../settings/settings-book.ts';
import { ShortcutLine } from '../settings/shortcut-line.tsx';
import { WriterSection } from '../settings/writer-section.tsx';
import { AddSite } from '../sites/add-site.tsx';
import { SiteList } from '../sites/site-list.tsx';

/** Everything the user can choose. Each choice is kept as soon as it is made. */
export function OptionsPage({ book }: { book: SettingsBook }) {
  useEffect(() => void book.load(), [book]);
  const settings = book.settings.value;
  return (
    <div class="page">
      <header class="page-head">
        <Mark />
        <h1>{t('options_title')}</h1>
      </header>
      <FaultNotice fault={book.fault.value}>
        {!settings && <Button onClick={() => void book.load()}>{t('ui_try_again')}</Button>}
      </FaultNotice>
      {settings && (
        <>
          <WriterSection book={book} settings={settings} />
          <NameSection book={book} settings={settings} />
          <SitesSection book={book} settings={settings} />
          <LearningSection book={book} settings={settings} />
          <EncoderSection book={book} settings={settings} />
          <Section title={t('options_shortcut')}>
            <ShortcutLine />
          </Section>
        </>
      )}
    </div>
  );
}

function SitesSection({ book, settings }: { book: SettingsBook; settings: Settings }) {
  const { sites } = settings;
  return (
    <Section title={t('options_sites')} intro={t('options_sites_intro')}>
      {sites.length === 0 ? (
        <p class="hint">{t('options_sites_none')}</p>
      ) : (
        <SiteList
          label={t('options_sites')}
          sites={sites.map((origin) => ({ origin }))}
          enabled={sites}
          onChanged={book.load}
        />
      )}
      <AddSite onChanged={book.load} />
    </Section>
  );
}
