import { t } from '../../browser/text.ts';
import { facets } from '../../learning/types.ts';
import { SearchBox } from '../popup/search-box.tsx';
import type { Sought } from './use-found.ts';

/** What the history is narrowed to: by words, and by what its preferences were about. */
export function HistoryTools(props: { sought: Sought; onSought: (sought: Sought) => void }) {
  const { sought, onSought } = props;
  return (
    <div class="dash-tools">
      <SearchBox
        label={t('history_search')}
        query={sought.query}
        onQuery={(query) => onSought({ ...sought, query })}
      />
      <select
        aria-label={t('history_filter_by_facet')}
        value={sought.facet ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onSought({ ...sought, facet: facets.find((one) => one === value) ?? null })
        }
      >
        <option value="">{t('history_filter_facets')}</option>
        {facets.map((facet) => (
          <option key={facet} value={facet}>
            {t(`facet_${facet}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
