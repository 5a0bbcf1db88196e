import { useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import { countText } from '../count-text.ts';
import { Button } from '../parts/button.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';

/** Erasing everything: the one thing here that cannot be undone, and that says so. */
export function EraseAll({ mails, onErased }: { mails: number; onErased: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const { busy, fault, done, act } = useAct();
  const erase = (): void => {
    setAsking(false);
    void act(async () => {
      await call('memory.erase', {});
      await onErased();
    });
  };
  return (
    <div class="dash-row">
      <div>
        <h3>{t('erase_all')}</h3>
        <p class="hint">{t('erase_all_hint')}</p>
        <p class="saved" role="status">
          {done ? t('erase_all_done') : ''}
        </p>
        <FaultNotice fault={fault} />
      </div>
      <Button busy={busy} onClick={() => setAsking(true)}>
        {t('erase_all_ask')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('erase_all_title')}
          action={t('erase_all')}
          busy={busy}
          onConfirm={erase}
          onCancel={() => setAsking(false)}
        >
          <p>{t('erase_all_text', countText(mails, 'dash_mails_one', 'dash_mails'))}</p>
          <p>
            {t('erase_all_final')} <a href="#backup">{t('erase_all_backup')}</a>
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}
