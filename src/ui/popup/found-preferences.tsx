import { useMemo } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Preference } from '../../learning/types.ts';
import { countText } from '../count-text.ts';
import type { Here, PreferenceBook } from '../preferences/preference-book.ts';
import { PreferenceList } from '../preferences/preference-list.tsx';
import { search } from '../preferences/search.ts';

interface FoundProps {
  readonly all: readonly Preference[];
  readonly here: Here | null;
  readonly query: string;
  readonly book: PreferenceBook;
}

/** The preferences that `query` finds: those that apply here, then the others. */
export function FoundPreferences({ all, here, query, book }: FoundProps) {
  const found = useMemo(() => search(all, query), [all, query]);
  const [local, others] = useMemo(() => {
    const ids = new Set(here?.preferences.map(({ id }) => id));
    return [found.filter(({ id }) => ids.has(id)), found.filter(({ id }) => !ids.has(id))];
  }, [found, here]);
  const isSearch = query.trim() !== '';
  return (
    <>
      <p class={isSearch ? 'hint found' : 'unseen'} role="status">
        {isSearch ? countText(found.length, 'popup_found_one', 'popup_found') : ''}
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
        book={book}
      />
      <PreferenceList
        title={t(local.length > 0 ? 'popup_others' : 'popup_all')}
        preferences={others}
        book={book}
      />
    </>
  );
}
