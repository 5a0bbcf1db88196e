import { t } from '../../browser/text.ts';
import type { Settings } from '../../protocol/settings.ts';
import { Section } from '../parts/section.tsx';
import type { SettingsBook } from '../settings/settings-book.ts';
import { AddSite } from '../sites/add-site.tsx';
import { SiteList } from '../sites/site-list.tsx';

/** Where Penchant may run. */
export function SitesSection({ book, settings }: { book: SettingsBook; settings: Settings }) {
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
