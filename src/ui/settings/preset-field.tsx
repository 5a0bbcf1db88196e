import { useEffect, useId, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { Response } from '../../protocol/messages.ts';
import { isLoopback, type Settings } from '../../protocol/settings.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { useAct } from '../use-act.ts';

type Writer = Settings['writer'];
type Known = Response<'writer.presets'>;
type Preset = Known['presets'][number];

const isHere = ({ baseUrl }: Preset): boolean => isLoopback(new URL(baseUrl).hostname);

/** A server that is known by name: choosing one fills in its address. */
export function PresetField(props: { writer: Writer; onChoose: (baseUrl: string) => void }) {
  const id = useId();
  const { baseUrl } = props.writer;
  const [known, setKnown] = useState<Known | null>(null);
  const { act, fault } = useAct();
  useEffect(() => {
    void act(async () => setKnown(await call('writer.presets', { baseUrl })));
  }, [act, baseUrl]);
  const presets = known?.presets ?? [];
  const chosen = presets.find((preset) => preset.id === known?.chosen);
  const group = (label: string, members: readonly Preset[]) => (
    <optgroup label={label}>
      {members.map((preset) => (
        <option key={preset.id} value={preset.id}>
          {preset.name}
        </option>
      ))}
    </optgroup>
  );
  return (
    <div class="field">
      <label for={id}>{t('options_preset')}</label>
      <select
        id={id}
        value={chosen?.id ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const next = presets.find((preset) => preset.id === value);
          if (next) props.onChoose(next.baseUrl);
        }}
      >
        {!chosen && <option value="">{t('options_preset_other')}</option>}
        {group(t('options_preset_here'), presets.filter(isHere))}
        {group(
          t('options_preset_elsewhere'),
          presets.filter((preset) => !isHere(preset)),
        )}
      </select>
      {chosen?.keyPage && (
        <p class="hint">
          {t('options_preset_key', chosen.name)}{' '}
          <a href={chosen.keyPage} target="_blank" rel="noreferrer">
            {new URL(chosen.keyPage).host}
          </a>
        </p>
      )}
      <FaultNotice fault={fault} />
    </div>
  );
}
