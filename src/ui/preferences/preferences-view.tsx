import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { DeletedBar } from '../popup/deleted-bar.tsx';
import { FoundPreferences } from '../popup/found-preferences.tsx';
import { LearningLine } from '../popup/learning-line.tsx';
import { SearchBox } from '../popup/search-box.tsx';
import { createPreferenceBook } from './preference-book.ts';
import { PreferenceEditor } from './preference-editor.tsx';

/** All preferences: to be read, searched, changed, and added to. */
export function PreferencesView() {
  const book = useMemo(createPreferenceBook, []);
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const toAddButton = useCallback(() => addButton.current?.focus(), []);
  useEffect(() => void book.load(), [book]);
  const all = book.all.value;
  return (
    <>
      <FaultNotice fault={book.fault.value}>
        <Button onClick={() => void book.load()}>{t('ui_try_again')}</Button>
      </FaultNotice>
      <LearningLine />
      {all && (
        <>
          <div class="dash-tools">
            <SearchBox label={t('popup_search')} query={query} onQuery={setQuery} />
            <Button buttonRef={addButton} onClick={() => setAdding(!adding)}>
              {t('popup_add')}
            </Button>
          </div>
          {adding && (
            <PreferenceEditor
              preference={null}
              here={null}
              onSave={book.add}
              onClose={() => {
                setAdding(false);
                toAddButton();
              }}
            />
          )}
          <FoundPreferences all={all} here={null} query={query} book={book} />
        </>
      )}
      <DeletedBar book={book} onLeave={toAddButton} />
    </>
  );
}
