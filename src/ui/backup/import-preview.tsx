import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Preference } from '../../learning/types.ts';
import type { Request, Response } from '../../protocol/messages.ts';
import type { Settings } from '../../protocol/settings.ts';
import { countText } from '../count-text.ts';
import { dateText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Switch } from '../parts/switch.tsx';
import { scopeText } from '../preferences/scope-text.ts';

export type ImportChoice = Pick<Request<'backup.merge'>, 'without' | 'withSettings'>;

interface PreviewProps {
  readonly found: Response<'backup.check'>;
  readonly busy: boolean;
  readonly onBring: (choice: ImportChoice) => void;
  readonly onCancel: () => void;
}

/** What a backup would bring, before any of it comes in; what cannot be vouched for stays out until asked. */
export function ImportPreview({ found, busy, onBring, onCancel }: PreviewProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [withDoubtful, setDoubtful] = useState(false);
  const [withSettings, setSettings] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const { episodes, preferences, settings } = found;
  const held = new Set(preferences.doubtful);
  const plain = preferences.fresh.filter((preference) => !held.has(preference.id));
  const doubtful = preferences.fresh.filter((preference) => held.has(preference.id));
  const isEmpty = episodes.fresh + preferences.fresh.length === 0 && settings === null;
  return (
    <section class="card" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t('backup_of', dateText(found.madeAt, true))}
      </h3>
      <p>
        {t(
          'backup_has',
          countText(episodes.all, 'dash_mails_one', 'dash_mails'),
          countText(preferences.all, 'dash_preferences_one', 'dash_preferences_many'),
        )}{' '}
        {isEmpty
          ? t('backup_nothing_new')
          : t(
              'backup_new',
              countText(episodes.fresh, 'dash_mails_one', 'dash_mails'),
              countText(plain.length, 'dash_preferences_one', 'dash_preferences_many'),
            )}
      </p>
      {plain.length > 0 && (
        <details>
          <summary>{t('backup_which')}</summary>
          <Incoming preferences={plain} name={t('backup_which')} />
        </details>
      )}
      {doubtful.length > 0 && (
        <div class="backup-doubtful">
          <p>{countText(doubtful.length, 'backup_doubtful_one', 'backup_doubtful')}</p>
          <Incoming preferences={doubtful} name={t('backup_doubtful_name')} />
          <Switch label={t('backup_with_doubtful')} on={withDoubtful} onSwitch={setDoubtful} />
        </div>
      )}
      {settings && (
        <Switch
          label={t('backup_with_settings')}
          hint={settingsText(settings)}
          on={withSettings}
          onSwitch={setSettings}
        />
      )}
      <div class="buttons">
        {!isEmpty && (
          <Button
            look="main"
            busy={busy}
            onClick={() =>
              onBring({ without: withDoubtful ? [] : [...preferences.doubtful], withSettings })
            }
          >
            {t('backup_bring')}
          </Button>
        )}
        <Button onClick={onCancel}>{t(isEmpty ? 'ui_close' : 'ui_cancel')}</Button>
      </div>
    </section>
  );
}

function Incoming({ preferences, name }: { preferences: readonly Preference[]; name: string }) {
  return (
    <LongList
      items={preferences}
      step={50}
      name={name}
      row={({ id, description, facet, scope, origin }) => (
        <li key={id} class="incoming">
          <p class="description" dir="auto">
            {description}
          </p>
          <p class="hint">
            {t(`facet_${facet}`)} · <bdi>{scopeText(scope)}</bdi>
            {origin === 'user' && ` · ${t('popup_yours')}`}
          </p>
        </li>
      )}
    />
  );
}

/** Where mail would go with these settings: the one thing nobody may miss. */
function settingsText({ writer, sites }: Settings): string {
  const who = {
    builtin: t('backup_settings_builtin'),
    'on-device': t('backup_settings_on_device'),
    local: t('backup_settings_local'),
    openai: t('backup_settings_server', new URL(writer.baseUrl).host),
  }[writer.kind];
  return [who, countText(sites.length, 'backup_settings_site', 'backup_settings_sites')].join(' ');
}
