import { t } from '../../browser/text.ts';
import type { PanelModel } from './panel-model.ts';
import { useCell } from './use-cell.ts';

const tones = [
  ['shorter', 'panel_tone_shorter'],
  ['longer', 'panel_tone_longer'],
  ['warmer', 'panel_tone_warmer'],
  ['plainer', 'panel_tone_plainer'],
] as const;

/** One press each, for the draft that is shown or else for what stands in the message. */
export function ToneButtons({ model }: { model: PanelModel }) {
  const phase = useCell(model.phase);
  const replaces = useCell(model.replaces);
  const hasText = useCell(model.hasText);
  if (!hasText || phase === 'writing') return null;
  const isReady = phase === 'ready';
  return (
    <fieldset class="tones" aria-label={t(isReady ? 'panel_tones_draft' : 'panel_tones_mine')}>
      {(!isReady || replaces !== null) && (
        <button key="rewrite" type="button" onClick={() => model.rework(null)}>
          {t('panel_rewrite')}
        </button>
      )}
      {tones.map(([tone, label]) => (
        <button key={tone} type="button" onClick={() => model.rework(tone)}>
          {t(label)}
        </button>
      ))}
    </fieldset>
  );
}
