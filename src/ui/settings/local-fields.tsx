import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { GeneratorState } from '../../protocol/generator-messages.ts';
import type { Settings } from '../../protocol/settings.ts';
import { numberText } from '../format.ts';
import { Choices } from '../parts/choices.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { Slider } from '../parts/slider.tsx';
import { useAct } from '../use-act.ts';
import { createGeneratorWatch } from './generator-watch.ts';
import { LocalStatus } from './local-status.tsx';

type Writer = Settings['writer'];
type Choice = GeneratorState['choices'][number];

/** Which small model runs inside the extension, whether it is here, and how much preferences count with it. */
export function LocalFields(props: { writer: Writer; onSave: (change: Partial<Writer>) => void }) {
  const { writer, onSave } = props;
  const [watch] = useState(createGeneratorWatch);
  const { act, busy, fault } = useAct();
  useEffect(() => {
    void act(watch.look);
    return watch.stop;
  }, [watch, act]);
  const state = watch.state.value;
  const chosen = state?.choices.find(({ name }) => name === writer.generator);
  const ask = (message: 'generator.fetch' | 'generator.remove'): void =>
    void act(async () => {
      await call(message, { name: writer.generator });
      await watch.look();
    });
  return (
    <>
      {state && (
        <Choices
          legend={t('options_local_model')}
          value={writer.generator}
          onChoose={(generator) => onSave({ generator })}
          choices={state.choices.map((choice) => ({
            value: choice.name,
            label: choice.title,
            hint: described(choice),
          }))}
        />
      )}
      {state && chosen && (
        <LocalStatus
          choice={chosen}
          state={state}
          busy={busy}
          onFetch={() => ask('generator.fetch')}
          onRemove={() => ask('generator.remove')}
        />
      )}
      <FaultNotice fault={fault} />
      <Slider
        label={t('options_strength')}
        hint={t('options_strength_hint')}
        value={writer.strength}
        most={2}
        step={0.1}
        ends={[t('options_strength_low'), t('options_strength_high')]}
        shown={(value) => numberText(value, 1)}
        spoken={(value) => t('options_strength_value', numberText(value, 1))}
        onCommit={(strength) => onSave({ strength })}
      />
    </>
  );
}

function described({ device, bytes, memory, host, licence }: Choice): string {
  return t(
    device === 'webgpu' ? 'options_local_gpu' : 'options_local_cpu',
    numberText(bytes / 1e6),
    host,
    numberText(memory / 1e9, 1),
    licence,
  );
}
