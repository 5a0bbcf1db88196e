import { t } from '../../browser/text.ts';
import type { Act } from '../use-act.ts';
import { FaultNotice } from './notice.tsx';

/** A quiet "Saved" once `state` is done, and what went wrong when it is not. */
export function SavedMark({ state }: { state: Pick<Act, 'done' | 'fault'> }) {
  return (
    <>
      <span class="saved" role="status">
        {state.done ? t('options_saved') : ''}
      </span>
      <FaultNotice fault={state.fault} />
    </>
  );
}
