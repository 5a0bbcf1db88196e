import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import { countText } from '../count-text.ts';
import { Button } from '../parts/button.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import type { TakenBook } from '../taken-out/taken-book.ts';
import { useAct } from '../use-act.ts';
import { rangeOf } from './range-of.ts';

/** Erasing the mails of some days, with what only they taught. */
export function EraseRange({ taken }: { taken: TakenBook }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const [asking, setAsking] = useState(false);
  const { fault: unseen, act: look } = useAct();
  const { busy, fault, act } = useAct();
  const range = rangeOf(from, to);
  const last = taken.last.value;
  useEffect(() => {
    let isCurrent = true;
    setIds(null);
    if (range) {
      void look(async () => {
        const found = await call('episodes.ids', range);
        if (isCurrent) setIds(found.ids);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [range?.from, range?.to, last, look]);
  const mails = countText(ids?.length ?? 0, 'dash_mails_one', 'dash_mails');
  const erase = async (): Promise<void> => {
    if (!ids) return;
    // First, because as long as it is open nothing else can take the focus.
    setAsking(false);
    await act(() =>
      taken.take(ids, 'erase', ({ episodes }) =>
        t('history_erased', countText(episodes, 'dash_mails_one', 'dash_mails')),
      ),
    );
  };
  return (
    <div class="erase-range">
      <div class="field">
        <label for="erase-from">{t('erase_from')}</label>
        <input
          id="erase-from"
          type="date"
          value={from}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="erase-to">{t('erase_to')}</label>
        <input
          id="erase-to"
          type="date"
          value={to}
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {ids !== null && ids.length > 0 && (
        <Button busy={busy} onClick={() => setAsking(true)}>
          {t('erase_these', mails)}
        </Button>
      )}
      <p class="hint" role="status">
        {ids?.length === 0 && !last ? t('erase_none') : ''}
        {from !== '' && to !== '' && !range ? t('erase_wrong') : ''}
      </p>
      <FaultNotice fault={fault ?? unseen} />
      {asking && (
        <ConfirmDialog
          title={t('erase_these_ask', mails)}
          action={t('erase_these', mails)}
          busy={busy}
          onConfirm={() => void erase()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('erase_these_text')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
