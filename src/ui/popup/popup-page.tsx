import { useCallback, useRef, useState } from 'preact/hooks';
import './popup.css';
import { t } from '../../browser/text.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import type { PreferenceBook } from '../preferences/preference-book.ts';
import { PreferenceEditor } from '../preferences/preference-editor.tsx';
import { DeletedBar } from './deleted-bar.tsx';
import { FoundPreferences } from './found-preferences.tsx';
import { LearningLine } from './learning-line.tsx';
import { LearningSwitches } from './learning-switches.tsx';
import { SearchBox } from './search-box.tsx';
import { SiteCard } from './site-card.tsx';

/** This site and what was learned: what applies to the mail being written first. Shows what `book` loads. */
export function PopupPage({ book }: { book: PreferenceBook }) {
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const toAddButton = useCallback(() => addButton.current?.focus(), []);
  const here = book.here.value;
  const all = book.all.value;
  return (
    <div class="popup">
      <div class="popup-body">
        <header class="popup-head">
          <Mark />
          <h1>{t('name')}</h1>
          <a
            class="icon-button"
            href="welcome.html"
            target="_blank"
            rel="noopener"
            title={t('popup_help')}
          >
            <span class="unseen">{t('popup_help')}</span>
            <Icon name="help" />
          </a>
          <a
            class="icon-button"
            href="options.html"
            target="_blank"
            rel="noopener"
            title={t('options_title')}
          >
            <span class="unseen">{t('options_title')}</span>
            <Icon name="options" />
          </a>
        </header>
        <FaultNotice fault={book.fault.value}>
          <Button onClick={() => void book.load()}>{t('ui_try_again')}</Button>
        </FaultNotice>
        {here && <SiteCard here={here} onChanged={book.load} />}
        {here && <LearningSwitches here={here} onChanged={book.load} />}
        <LearningLine isSwitchShown />
        {all && (
          <>
            <div class="toolbar">
              <SearchBox label={t('popup_search')} query={query} onQuery={setQuery} />
              <IconButton
                icon="add"
                label={t('popup_add')}
                expanded={adding}
                buttonRef={addButton}
                onClick={() => setAdding(!adding)}
              />
            </div>
            {adding && (
              <PreferenceEditor
                preference={null}
                here={here}
                onSave={book.add}
                onClose={() => {
                  setAdding(false);
                  toAddButton();
                }}
              />
            )}
            <FoundPreferences all={all} here={here} query={query} book={book} />
          </>
        )}
      </div>
      <DeletedBar book={book} onLeave={toAddButton} />
    </div>
  );
}
