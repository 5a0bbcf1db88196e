import { t } from '../../browser/text.ts';
import { type EndpointProblem, endpointProblem, type Settings } from '../../protocol/settings.ts';
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

const problems = {
  'no-address': 'options_base_url_wrong',
  'not-safe': 'options_base_url_wrong',
  'private-network': 'options_base_url_private',
} as const satisfies Record<EndpointProblem, string>;

function problemOf(address: string): string | null {
  const problem = endpointProblem(address);
  return problem && t(problems[problem]);
}

/** What was chosen about hiding was chosen for the server that was there. */
function moved(writer: Writer, baseUrl: string): Partial<Writer> {
  const isSame = new URL(baseUrl).origin === new URL(writer.baseUrl).origin;
  return isSame ? { baseUrl } : { baseUrl, masking: 'auto' };
}

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
        problem={problemOf}
        onCommit={(baseUrl) => onSave(moved(writer, baseUrl))}
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
