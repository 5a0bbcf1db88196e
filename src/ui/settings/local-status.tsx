import { useId } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { GeneratorState } from '../../protocol/generator-messages.ts';
import { numberText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';

interface LocalStatusProps {
  readonly choice: GeneratorState['choices'][number];
  readonly state: Pick<GeneratorState, 'fetching' | 'fault'>;
  readonly busy: boolean;
  readonly onFetch: () => void;
  readonly onRemove: () => void;
}

/** Where the chosen model stands: not here, on its way, here, or why its download failed. */
export function LocalStatus({ choice, state, busy, onFetch, onRemove }: LocalStatusProps) {
  const { title, isHere, bytes } = choice;
  const id = useId();
  const fetching = state.fetching?.name === choice.name ? state.fetching : null;
  const sentence = fetching
    ? 'options_local_loading'
    : isHere
      ? 'options_local_ready'
      : 'options_local_absent';
  const megabytes = (size: number): string => numberText(size / 1e6);
  return (
    <div>
      <div class={isHere ? 'line' : undefined}>
        <p id={id} role="status">
          {t(sentence, title)}
        </p>
        {isHere && (
          <Button busy={busy} label={t('options_local_remove', title)} onClick={onRemove}>
            {t('ui_remove')}
          </Button>
        )}
      </div>
      {fetching && (
        <div class="progress">
          <progress aria-labelledby={id} value={fetching.loaded} max={fetching.total} />
          <span class="hint">
            {t('options_encoder_bytes', megabytes(fetching.loaded), megabytes(fetching.total))}
          </span>
        </div>
      )}
      <FaultNotice fault={state.fault} />
      {!isHere && !fetching && (
        <Button look="main" busy={busy || state.fetching !== null} onClick={onFetch}>
          {t('options_local_download', megabytes(bytes))}
        </Button>
      )}
    </div>
  );
}
