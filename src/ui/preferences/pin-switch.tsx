import { t } from '../../browser/text.ts';
import type { Preference } from '../../learning/types.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { Switch } from '../parts/switch.tsx';
import { useAct } from '../use-act.ts';
import type { PreferenceBook } from './preference-book.ts';

/** Keeps a learned preference as it is; nothing for one that was never learned. */
export function PinSwitch({ preference, book }: { preference: Preference; book: PreferenceBook }) {
  const { fault, act } = useAct();
  if (preference.evidence.length === 0) return null;
  return (
    <>
      <Switch
        label={t('popup_pin')}
        hint={t('popup_pin_hint')}
        on={preference.origin === 'user'}
        onSwitch={(pinned) => void act(() => book.change(preference, { pinned }))}
      />
      <FaultNotice fault={fault} />
    </>
  );
}
