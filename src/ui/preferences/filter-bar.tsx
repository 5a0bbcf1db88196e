import { t } from '../../browser/text.ts';
import { facets } from '../../learning/types.ts';
import { type Filter, scopeKinds } from './filter.ts';

/** What the list is narrowed to: what a preference is about, and where it holds. */
export function FilterBar(props: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { filter, onFilter } = props;
  return (
    <div class="filters">
      <select
        aria-label={t('popup_filter_by_facet')}
        value={filter.facet ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, facet: facets.find((one) => one === value) ?? null })
        }
      >
        <option value="">{t('popup_filter_facets')}</option>
        {facets.map((facet) => (
          <option key={facet} value={facet}>
            {t(`facet_${facet}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('popup_filter_by_scope')}
        value={filter.scope ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, scope: scopeKinds.find((one) => one === value) ?? null })
        }
      >
        <option value="">{t('popup_filter_scopes')}</option>
        {scopeKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`scope_kind_${kind}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
