import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { requestServer } from '../../browser/permissions.ts';
import { t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import type { Settings } from '../../protocol/settings.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useAct } from '../use-act.ts';

type Writer = Settings['writer'];
type Models = Response<'writer.models'>['models'];

/** Which model is to write; the server can be asked for the ones it has, and for their prices. */
export function ModelField(props: { writer: Writer; onSave: (change: Partial<Writer>) => void }) {
  const { writer, onSave } = props;
  const [models, setModels] = useState<Models | null>(null);
  const { busy, act, fault } = useAct();
  // Another server has other models.
  useEffect(() => setModels(null), [writer.baseUrl]);

  const list = (): void =>
    void act(async () => {
      const isAllowed = await requestServer(writer.baseUrl);
      if (isAllowed) setModels((await call('writer.models', {})).models);
    });
  const choose = (model: string): void => {
    const prices = models?.find(({ id }) => id === model)?.price;
    onSave(prices ? { model, prices } : { model });
  };
  return (
    <>
      <TextField
        label={t('options_model')}
        hint={t('options_model_hint')}
        value={writer.model}
        maxLength={200}
        {...(models ? { suggestions: models.map(({ id }) => id) } : {})}
        onCommit={choose}
      />
      <div>
        <div class="buttons">
          <Button busy={busy} onClick={list}>
            {t('options_models')}
          </Button>
          <span class="hint" role="status">
            {models &&
              t(
                models.length === 0 ? 'options_models_none' : 'options_models_found',
                models.length,
              )}
          </span>
        </div>
        <FaultNotice fault={fault} />
      </div>
    </>
  );
}
