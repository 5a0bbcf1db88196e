import { t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import { numberText, sizeText } from '../format.ts';
import { Section } from '../parts/section.tsx';

const kinds = ['episodes', 'preferences', 'vectors', 'jobs'] as const;

/** How much of what lies in this browser, and what stands in it. */
export function StoredSection(props: { sizes: Response<'memory.sizes'>; keyHost: string | null }) {
  return (
    <Section title={t('stored_title')} intro={t('stored_intro')}>
      <table class="dash-table">
        <thead>
          <tr>
            <th scope="col">{t('stored_kind')}</th>
            <th scope="col" class="number">
              {t('stored_count')}
            </th>
            <th scope="col" class="number">
              {t('stored_size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {t(`stored_${kind}`)}
                <p class="hint">{t(`stored_${kind}_fields`)}</p>
              </th>
              <td class="number">{numberText(props.sizes[kind].count)}</td>
              <td class="number">{sizeText(props.sizes[kind].bytes)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              {t('stored_spending')}
              <p class="hint">{t('stored_spending_fields')}</p>
            </th>
            <td class="number">–</td>
            <td class="number">–</td>
          </tr>
          <tr>
            <th scope="row">
              {t('stored_settings')}
              <p class="hint">
                {props.keyHost === null
                  ? t('stored_settings_fields')
                  : t('stored_settings_key', props.keyHost)}
              </p>
            </th>
            <td class="number">–</td>
            <td class="number">–</td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}
