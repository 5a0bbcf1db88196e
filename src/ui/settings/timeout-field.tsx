import { t } from '../../browser/text.ts';
import type { Settings } from '../../protocol/settings.ts';
import { TextField } from '../parts/text-field.tsx';
import { wholeNumber } from './whole-number.ts';

type Writer = Settings['writer'];

const isTimeout = (text: string): boolean => wholeNumber(text, 5, 600) !== null;

/** How long the server may be silent. */
export function TimeoutField(props: { writer: Writer; onSave: (change: Partial<Writer>) => void }) {
  return (
    <TextField
      label={t('options_timeout')}
      value={String(props.writer.timeoutSeconds)}
      inputMode="numeric"
      narrow
      problem={(text) => (isTimeout(text) ? null : t('options_timeout_wrong'))}
      onCommit={(text) => props.onSave({ timeoutSeconds: Number(text) })}
    />
  );
}
