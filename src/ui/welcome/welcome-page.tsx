import { useEffect } from 'preact/hooks';
import '../sheet.css';
import { t } from '../../browser/text.ts';
import { Button } from '../parts/button.tsx';
import { Mark } from '../parts/mark.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { Section } from '../parts/section.tsx';
import { PracticeMailbox } from '../practice/practice-mailbox.tsx';
import { NameSection } from '../settings/name-section.tsx';
import type { SettingsBook } from '../settings/settings-book.ts';
import { ShortcutLine } from '../settings/shortcut-line.tsx';
import { WriterSection } from '../settings/writer-section.tsx';
import { AddSite } from '../sites/add-site.tsx';
import { knownWebmails } from '../sites/known-webmails.ts';
import { SiteList } from '../sites/site-list.tsx';
import { Steps } from './steps.tsx';

/** The first page anybody sees: what this is, what leaves the machine, and the three things to choose. */
export function WelcomePage({ book }: { book: SettingsBook }) {
  useEffect(() => void book.load(), [book]);
  const settings = book.settings.value;
  const known = knownWebmails.map(({ origin }) => origin);
  return (
    <div class="page">
      <header class="page-head welcome-head">
        <Mark />
        <h1>{t('welcome_title')}</h1>
        <p class="lead">{t('welcome_what')}</p>
      </header>
      <Section title={t('welcome_private')}>
        <p>{t('welcome_private_text')}</p>
      </Section>
      <Section title={t('welcome_how')}>
        <Steps />
        <ShortcutLine />
      </Section>
      <Section title={t('practice_title')} intro={t('practice_intro')}>
        <PracticeMailbox />
      </Section>
      <FaultNotice fault={book.fault.value}>
        {!settings && <Button onClick={() => void book.load()}>{t('ui_try_again')}</Button>}
      </FaultNotice>
      {settings && (
        <>
          <Section title={t('welcome_sites')} intro={t('welcome_sites_intro')}>
            <SiteList
              label={t('welcome_sites')}
              sites={[
                ...knownWebmails,
                ...settings.sites
                  .filter((origin) => !known.includes(origin))
                  .map((origin) => ({ origin })),
              ]}
              enabled={settings.sites}
              onChanged={book.load}
            />
            <AddSite onChanged={book.load} />
          </Section>
          <WriterSection book={book} settings={settings} />
          <NameSection book={book} settings={settings} />
        </>
      )}
      <p class="hint">
        {t('welcome_later')} <a href="options.html">{t('options_title')}</a>
      </p>
    </div>
  );
}
