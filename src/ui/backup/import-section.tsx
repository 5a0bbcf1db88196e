import { useRef, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import { countText } from '../count-text.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { Section } from '../parts/section.tsx';
import { Working } from '../parts/working.tsx';
import { useAct } from '../use-act.ts';
import { type ImportChoice, ImportPreview } from './import-preview.tsx';
import { sendFile } from './send-file.ts';

interface Looked {
  readonly blob: File;
  readonly found: Response<'backup.check'>;
}

/** Bringing a backup in: it is looked through, shown, and comes in whole or not at all. */
export function ImportSection({ onSettings }: { onSettings: () => Promise<void> }) {
  const [share, setShare] = useState(0);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<Response<'backup.merge'> | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { busy, fault, act } = useAct();

  const close = (): void => {
    setLooked(null);
    if (field.current) field.current.value = '';
    field.current?.focus();
  };
  const look = (blob: File): void => {
    setLooked(null);
    setDone(null);
    void act(async () => {
      const sent = await sendFile(blob, setShare);
      setLooked({ blob, found: await call('backup.check', sent) });
    });
  };
  const bring = (blob: File, choice: ImportChoice): void =>
    void act(async () => {
      // Sent anew: while somebody reads, the browser may end the background and what it held.
      const sent = await sendFile(blob, setShare);
      setDone(await call('backup.merge', { ...sent, ...choice }));
      close();
      if (choice.withSettings) await onSettings();
    });

  return (
    <Section title={t('backup_import')} intro={t('backup_import_intro')}>
      <div class="field">
        <label for="backup-file">{t('backup_file')}</label>
        <input
          id="backup-file"
          ref={field}
          type="file"
          accept=".json,application/json"
          aria-disabled={busy}
          onClick={(event) => {
            if (busy) event.preventDefault();
          }}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) look(chosen);
          }}
        />
      </div>
      {busy && (
        <Working
          label={t(share < 1 ? 'backup_reading' : looked ? 'backup_bringing' : 'backup_checking')}
          {...(share < 1 ? { share } : {})}
        />
      )}
      <FaultNotice fault={fault} />
      {looked && (
        <ImportPreview
          key={looked.blob.name + looked.found.madeAt}
          found={looked.found}
          busy={busy}
          onBring={(choice) => bring(looked.blob, choice)}
          onCancel={close}
        />
      )}
      <p class="backup-done" role="status">
        {done &&
          t(
            'backup_done',
            countText(done.episodes, 'dash_mails_one', 'dash_mails'),
            countText(done.preferences, 'dash_preferences_one', 'dash_preferences_many'),
          )}
      </p>
    </Section>
  );
}
