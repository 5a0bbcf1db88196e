import { useId } from 'preact/hooks';
import { type TextKey, t } from '../../browser/text.ts';
import type { EncoderState } from '../../protocol/messages.ts';
import { numberText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';

const sentences: Record<EncoderState['model'], TextKey> = {
  absent: 'options_encoder_absent',
  loading: 'options_encoder_loading',
  ready: 'options_encoder_ready',
  failed: 'options_encoder_failed',
};

interface EncoderStatusProps {
  readonly state: EncoderState;
  readonly busy: boolean;
  readonly onFetch: () => void;
}

/** Where the downloaded encoder stands: not here, on its way, in use, or what is wrong with it. */
export function EncoderStatus({ state, busy, onFetch }: EncoderStatusProps) {
  const { model, loaded, total } = state;
  const id = useId();
  const isMissing = model === 'absent' || model === 'failed';
  return (
    <div>
      <p id={id} role="status">
        {t(sentences[model])}
      </p>
      {model === 'loading' && (
        <div class="progress">
          {total > 0 ? (
            <progress aria-labelledby={id} value={loaded} max={total} />
          ) : (
            <progress aria-labelledby={id} />
          )}
          {total > 0 && (
            <span class="hint">
              {t('options_encoder_bytes', numberText(loaded / 1e6, 1), numberText(total / 1e6, 1))}
            </span>
          )}
        </div>
      )}
      <FaultNotice fault={state.fault} />
      {isMissing && (
        <Button look="main" busy={busy} onClick={onFetch}>
          {t(model === 'failed' ? 'ui_try_again' : 'options_encoder_download')}
        </Button>
      )}
    </div>
  );
}
