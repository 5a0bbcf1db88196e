import { t } from '../../browser/text.ts';
import type { Moment } from '../../learning/telling/progress.ts';
import { dateText, numberText, percentText } from '../format.ts';

/** The numbers behind the pictures, for whoever wants them or cannot see those. */
export function CourseTable({ moments }: { moments: readonly Moment[] }) {
  return (
    <details class="numbers">
      <summary>{t('progress_numbers')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys too */}
      <section class="wide-table" aria-label={t('progress_numbers')} tabIndex={0}>
        <table class="dash-table">
          <thead>
            <tr>
              <th scope="col">{t('progress_until')}</th>
              <th scope="col" class="number">
                {t('progress_median')}
              </th>
              <th scope="col" class="number">
                {t('progress_quartiles')}
              </th>
              <th scope="col" class="number">
                {t('progress_unedited_short')}
              </th>
              <th scope="col" class="number">
                {t('progress_length')}
              </th>
              <th scope="col" class="number">
                {t('progress_calls')}
              </th>
              <th scope="col" class="number">
                {t('progress_tokens_short')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moments.map((moment, at) => (
              <tr key={`${at}`}>
                <th scope="row">{dateText(moment.at)}</th>
                <td class="number">{percentText(moment.median)}</td>
                <td class="number">
                  {percentText(moment.lower)} – {percentText(moment.upper)}
                </td>
                <td class="number">{percentText(moment.unedited)}</td>
                <td class="number">{numberText(moment.draftLength)}</td>
                <td class="number">{numberText(moment.calls, 1)}</td>
                <td class="number">{numberText(moment.tokens)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
