import { useMemo, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Preference } from '../../learning/types.ts';
import { countText } from '../count-text.ts';
import { everything, type Filter, isFiltering, passes } from '../preferences/filter.ts';
import { FilterBar } from '../preferences/filter-bar.tsx';
import type { Here, PreferenceBook } from '../preferences/preference-book.ts';
import { PreferenceList } from '../preferences/preference-list.tsx';
import { search } from '../preferences/search.ts';

interface FoundProps {
  readonly all: readonly Preference[];
  readonly here: Here | null;
  readonly query: string;
  readonly book: PreferenceBook;
}

/** The preferences that `query` and the filters find: those that apply here, ground rules, the others. */
export function FoundPreferences({ all, here, query, book }: FoundProps) {
  const [filter, setFilter] = useState<Filter>(everything);
  const found = useMemo(
    () => search(all, query).filter((preference) => passes(preference, filter)),
    [all, query, filter],
  );
  const [local, rules, others] = useMemo(() => inPlaces(found, here), [found, here]);
  const isSearch = query.trim() !== '' || isFiltering(filter);
  const isPartial = all.length < book.total.value;
  const title = local.length + rules.length > 0 ? 'popup_others' : 'popup_all';
  return (
    <>
      {all.length > 0 && <FilterBar filter={filter} onFilter={setFilter} />}
      <p class={isSearch ? 'hint found' : 'unseen'} role="status">
        {isSearch && !isPartial && countText(found.length, 'popup_found_one', 'popup_found')}
      </p>
      {all.length === 0 && (
        <div class="empty">
          <p>{t('popup_empty')}</p>
          <p class="hint">{t('popup_empty_hint')}</p>
        </div>
      )}
      <PreferenceList
        title={t(here?.compose ? 'popup_here_mail' : 'popup_here')}
        preferences={local}
        isPartial={isPartial}
        book={book}
      />
      <PreferenceList
        title={t('popup_rules')}
        preferences={rules}
        isPartial={isPartial}
        book={book}
      />
      <PreferenceList title={t(title)} preferences={others} isPartial={isPartial} book={book} />
    </>
  );
}

/** A ground rule is what the user said for every mail: it is neither of this one nor any other. */
const isRule = ({ origin, scope, status, evidence }: Preference): boolean =>
  origin === 'user' &&
  scope.kind === 'everywhere' &&
  status !== 'superseded' &&
  // What was learned first stays where it was, also once it is pinned.
  evidence.length === 0;

function inPlaces(
  found: readonly Preference[],
  here: Here | null,
): [Preference[], Preference[], Preference[]] {
  const ids = new Set(here?.applies);
  const rest = found.filter((preference) => !isRule(preference));
  return [
    rest.filter(({ id }) => ids.has(id)),
    found.filter(isRule),
    rest.filter(({ id }) => !ids.has(id)),
  ];
}
