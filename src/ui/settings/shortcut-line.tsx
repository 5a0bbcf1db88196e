import { useEffect, useState } from 'preact/hooks';
import { changeShortcut, panelShortcut } from '../../browser/shortcut.ts';
import { t } from '../../browser/text.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';

/** Which keys ask for a draft, and where the browser lets them be changed. */
export function ShortcutLine() {
  const [keys, setKeys] = useState<string | null>(null);
  const { fault, act } = useAct();
  useEffect(() => {
    void act(async () => setKeys(await panelShortcut()));
  }, [act]);
  return (
    <>
      <div class="line">
        <p>
          {keys === '' ? t('options_shortcut_none') : t('options_shortcut_ask')}{' '}
          {keys && <kbd>{keys}</kbd>}
        </p>
        <Button onClick={() => void act(changeShortcut)}>{t('options_shortcut_change')}</Button>
      </div>
      <FaultNotice fault={fault} />
    </>
  );
}
