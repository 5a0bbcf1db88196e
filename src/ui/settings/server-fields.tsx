import { t } from '../../browser/text.ts';
import { type EndpointProblem, endpointProblem, type Settings } from '../../protocol/settings.ts';
import { TextField } from '../parts/text-field.tsx';
import { PresetField } from './preset-field.tsx';

type Writer = Settings['writer'];

const problems = {
  'no-address': 'options_base_url_wrong',
  'not-safe': 'options_base_url_wrong',
  'private-network': 'options_base_url_private',
} as const satisfies Record<EndpointProblem, string>;

function problemOf(address: string): string | null {
  const problem = endpointProblem(address);
  return problem && t(problems[problem]);
}

/** What was chosen about hiding, and what is known of prices, was for the server that was there. */
function moved(writer: Writer, baseUrl: string): Partial<Writer> {
  const isSame = new URL(baseUrl).origin === new URL(writer.baseUrl).origin;
  return isSame ? { baseUrl } : { baseUrl, masking: 'auto', prices: null };
}

/** Which server it is, and where. */
export function ServerFields(props: { writer: Writer; onSave: (change: Partial<Writer>) => void }) {
  const { writer, onSave } = props;
  return (
    <>
      <PresetField
        writer={writer}
        // No two of them call a model by the same name.
        onChoose={(baseUrl) => onSave({ ...moved(writer, baseUrl), model: '' })}
      />
      <TextField
        label={t('options_base_url')}
        hint={t('options_base_url_hint')}
        value={writer.baseUrl}
        inputMode="url"
        maxLength={500}
        problem={problemOf}
        onCommit={(baseUrl) => onSave(moved(writer, baseUrl))}
      />
    </>
  );
}
