import { useId, useState } from 'preact/hooks';
import { requestServer } from '../../browser/permissions.ts';
import { t } from '../../browser/text.ts';
import { Button } from '../parts/button.tsx';
import { SavedMark } from '../parts/saved-mark.tsx';
import { useAct } from '../use-act.ts';
import type { SettingsBook } from './settings-book.ts';

/** Takes a key and never shows one: what is stored stays with the background. */
export function KeyField({ book, baseUrl }: { book: SettingsBook; baseUrl: string }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const saving = useAct();
  const keyHost = book.keyHost.value;
  const { host } = new URL(baseUrl);

  const save = (): void => {
    const key = typed.trim();
    if (key === '' || saving.busy) return;
    void saving.act(async () => {
      // A refusal does not lose the key: the connection test asks again.
      await Promise.all([requestServer(baseUrl), book.setKey(host, key)]);
      setTyped('');
    });
  };

  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label for={id}>{t('options_key', host)}</label>
      <div class="with-button">
        <input
          id={id}
          type="password"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          maxLength={1000}
          value={typed}
          aria-describedby={`${id}-state`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" busy={saving.busy}>
          {t('ui_save')}
        </Button>
      </div>
      <p class="hint" id={`${id}-state`}>
        {keyHost === null ? t('options_key_none') : t('options_key_stored', keyHost)}
        {keyHost !== null && keyHost !== host && ` ${t('options_key_other', host)}`}
      </p>
      <div class="buttons">
        {keyHost !== null && (
          <Button
            busy={saving.busy}
            label={t('options_key_remove', keyHost)}
            onClick={() => void saving.act(() => book.setKey(keyHost, ''))}
          >
            {t('ui_remove')}
          </Button>
        )}
        <SavedMark state={saving} />
      </div>
    </form>
  );
}
