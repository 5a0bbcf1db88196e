import { t } from '../../browser/text.ts';
import { Button } from '../parts/button.tsx';

/**
 * Asks whether a provisional preference is right. "No" pauses it rather than deleting it: what is
 * paused is not learned again from the next edit like it.
 */
export function ConfirmLine(props: {
  description: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  return (
    <div class="confirm">
      <span class="chip new">{t('status_provisional')}</span>
      <span>{t('popup_is_it_right')}</span>
      <Button
        look="quiet"
        busy={props.busy}
        label={t('popup_yes_of', props.description)}
        onClick={props.onYes}
      >
        {t('popup_yes')}
      </Button>
      <Button
        look="quiet"
        busy={props.busy}
        label={t('popup_no_of', props.description)}
        onClick={props.onNo}
      >
        {t('popup_no')}
      </Button>
    </div>
  );
}
