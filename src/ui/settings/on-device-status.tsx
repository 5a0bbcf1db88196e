import { useEffect, useId, useState } from 'preact/hooks';
import { downloadOnDevice, type OnDeviceState, onDeviceState } from '../../browser/on-device.ts';
import { type TextKey, t } from '../../browser/text.ts';
import { Fault } from '../../learning/fault.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';

const sentences: Record<OnDeviceState, TextKey> = {
  missing: 'options_on_device_missing',
  unavailable: 'options_on_device_unavailable',
  downloadable: 'options_on_device_downloadable',
  downloading: 'options_on_device_downloading',
  available: 'options_on_device_available',
};

/** Whether the browser's own model can write, and a way to have it downloaded. */
export function OnDeviceStatus() {
  const id = useId();
  const [state, setState] = useState<OnDeviceState | null>(null);
  const [part, setPart] = useState<number | null>(null);
  const { act: look, fault: unseen } = useAct();
  const { busy, act, fault } = useAct();
  useEffect(() => {
    void look(async () => setState(await onDeviceState()));
  }, [look]);

  const download = (): void =>
    void act(async () => {
      try {
        await downloadOnDevice(setPart);
      } catch (thrown) {
        const name = thrown instanceof Error ? thrown.name : '';
        throw new Fault('model-failed', name, { cause: thrown });
      } finally {
        setPart(null);
        setState(await onDeviceState());
      }
    });

  return (
    <div>
      <p id={id} role="status">
        {state && t(sentences[busy ? 'downloading' : state])}
      </p>
      {part !== null && <progress aria-labelledby={id} value={part} max={1} />}
      <FaultNotice fault={fault ?? unseen} />
      {(state === 'downloadable' || state === 'downloading') && (
        <Button look="main" busy={busy} onClick={download}>
          {t('options_encoder_download')}
        </Button>
      )}
    </div>
  );
}
