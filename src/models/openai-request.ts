import { APIError } from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { Prompt } from '../learning/ports.ts';
import { type Abilities, type Format, formats, optionalFields } from './abilities.ts';

export type RequestBody = ChatCompletionCreateParamsStreaming;

/** One request for a streamed answer at temperature 0, with as much as the server is known to take. */
export function requestBody(model: string, prompt: Prompt, able: Abilities): RequestBody {
  const body: RequestBody = {
    model,
    messages: [
      { role: 'system', content: prompt.system },
      { role: 'user', content: prompt.user },
    ],
    stream: true,
    temperature: 0,
    stream_options: { include_usage: true },
    ...responseFormat(prompt, able.format),
  };
  for (const field of able.without) delete body[field];
  return body;
}

function responseFormat(
  { json, schema }: Prompt,
  format: Format,
): Pick<RequestBody, 'response_format'> {
  if (!json || format === 'prompt') return {};
  if (!schema || format === 'json_object') return { response_format: { type: 'json_object' } };
  return {
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'answer', strict: true, schema: { ...schema } },
    },
  };
}

/** Every server has its own words for it, and Groq one more for an answer that did not keep to the form. */
const aboutFormat =
  /response.?format|json.?(?:schema|object|mode|validat)|schema|structured|grammar/i;

/** What is left of the abilities after an error (400 or 422) about this request; `null` for any other error. */
export function lowered(able: Abilities, body: RequestBody, thrown: unknown): Abilities | null {
  if (!(thrown instanceof APIError) || (thrown.status !== 400 && thrown.status !== 422))
    return null;
  const said = `${thrown.param ?? ''} ${thrown.code ?? ''} ${thrown.message}`;
  const refused = optionalFields.filter((field) => field in body && said.includes(field));
  if (refused.length > 0) return { ...able, without: [...able.without, ...refused] };
  const asked = body.response_format?.type;
  if (asked === undefined || asked === 'text' || !aboutFormat.test(said)) return null;
  return { ...able, format: formats[formats.indexOf(asked) + 1] ?? 'prompt' };
}
