import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { Switch } from '../parts/switch.tsx';
import type { Here } from '../preferences/preference-book.ts';
import { useAct } from '../use-act.ts';

/** Whether anything is learned, and whether it is from mails to whom the open one goes. */
export function LearningSwitches(props: { here: Here; onChanged: () => Promise<void> }) {
  const { compose, learning } = props.here;
  const { fault, act } = useAct();
  const [first] = compose?.recipients ?? [];
  const turn = (address: string | null, on: boolean): void =>
    void act(async () => {
      await call('learning.switch', { address, on });
      await props.onChanged();
    });
  return (
    <div class="learning-switches">
      <Switch label={t('popup_learning')} on={learning.all} onSwitch={(on) => turn(null, on)} />
      {first?.address && learning.all && (
        <Switch
          label={t('popup_learning_person', first.name || first.address)}
          on={learning.recipient}
          onSwitch={(on) => turn(first.address, on)}
        />
      )}
      <FaultNotice fault={fault} />
    </div>
  );
}
