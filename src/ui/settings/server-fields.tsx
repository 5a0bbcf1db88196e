import { t } from '../../browser/text.ts';
import { isEndpoint, type Settings } from '../../protocol/settings.ts';
import { TextField } from '../parts/text-field.tsx';
import { wholeNumber } from './whole-number.ts';

type Writer = Settings['writer'];

/** Addresses that servers have when nobody changed them: OpenAI, Ollama, LM Studio, llama.cpp. */
const usualAddresses = [
  'https://api.openai.com/v1',
  'http://localhost:11434/v1',
  'http://localhost:1234/v1',
  'http://localhost:8080/v1',
];

const isTimeout = (text: string): boolean => wholeNumber(text, 5, 600) !== null;

/** Where the server is and which of its models is to write. */
export function ServerFields(props: { writer: Writer; onSave: (change: Partial<Writer>) => void }) {
  const { writer, onSave } = props;
  return (
    <>
      <TextField
        label={t('options_base_url')}
        hint={t('options_base_url_hint')}
        value={writer.baseUrl}
        inputMode="url"
        maxLength={500}
        suggestions={usualAddresses}
        problem={(text) => (isEndpoint(text) ? null : t('options_base_url_wrong'))}
        onCommit={(baseUrl) => onSave({ baseUrl })}
      />
      <TextField
        label={t('options_model')}
        hint={t('options_model_hint')}
        value={writer.model}
        maxLength={200}
        onCommit={(model) => onSave({ model })}
      />
      <TextField
        label={t('options_timeout')}
        value={String(writer.timeoutSeconds)}
        inputMode="numeric"
        narrow
        problem={(text) => (isTimeout(text) ? null : t('options_timeout_wrong'))}
        onCommit={(text) => onSave({ timeoutSeconds: Number(text) })}
      />
    </>
  );
}
