import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { faultText, t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import { countText } from '../count-text.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';

type Waiting = Pick<Response<'episodes.list'>, 'waiting' | 'fault'>;

/**
 * Says that learning is off, unless a switch beside it does (`isSwitchShown`), or which edits wait to be
 * learned from and why; usually nothing.
 */
export function LearningLine({ isSwitchShown = false }: { isSwitchShown?: boolean }) {
  const [waiting, setWaiting] = useState<Waiting>({ waiting: 0, fault: null });
  const [isOff, setOff] = useState(false);
  const { fault, act } = useAct();
  useEffect(() => {
    void act(async () => {
      const [list, { settings }] = await Promise.all([
        call('episodes.list', { limit: 1 }),
        call('settings.read', {}),
      ]);
      setWaiting(list);
      setOff(!settings.learning);
    });
  }, [act]);
  return (
    <>
      {isOff && !isSwitchShown && <p class="notice">{t('popup_learning_off')}</p>}
      {waiting.waiting > 0 && (
        <p class={waiting.fault ? 'notice warn' : 'notice'} dir="auto">
          {countText(waiting.waiting, 'popup_waiting_one', 'popup_waiting')}
          {waiting.fault && ` ${faultText(waiting.fault)}`}
        </p>
      )}
      <FaultNotice fault={fault} />
    </>
  );
}
